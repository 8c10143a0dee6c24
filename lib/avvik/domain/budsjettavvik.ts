import { avrund, brok, delt, erNull, ganger, minus, NULL_BROK, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { INGEN_ORE, oreFraBigint, restOre, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

export type Avvikslinje = {
  readonly id: string;
  readonly gruppe: string;
  readonly budsjettVolum: Brok;
  /** Null is allowed only where there is no budget volume. */
  readonly budsjettPrisOre: Ore | null;
  readonly faktiskVolum: Brok;
  readonly faktiskBelopOre: Ore;
};

/** The deviation by cause; the three parts sum to `avvikOre`, always. */
export type Avvikstall = {
  readonly budsjettOre: Ore;
  readonly faktiskOre: Ore;
  readonly avvikOre: Ore;
  /** More or less service at the budget's mean price. */
  readonly volumOre: Ore;
  /** Dearer or cheaper services within the group. */
  readonly miksOre: Ore;
  /** Dearer or cheaper than budgeted per unit. */
  readonly prisOre: Ore;
};
export type Gruppeavvik = { readonly gruppe: string } & Avvikstall;
export type AvvikUt = { readonly grupper: readonly Gruppeavvik[]; readonly sum: Avvikstall };

/** A line without a budget is priced at its own actual mean, so that it is mix and not price. */
function budsjettpris(l: Avvikslinje): Brok {
  if (l.budsjettPrisOre !== null) return brok(l.budsjettPrisOre);
  return erNull(l.faktiskVolum) ? NULL_BROK : delt(brok(l.faktiskBelopOre), l.faktiskVolum);
}

/** Splits one group's deviation between budget and actual into volume, mix and price. */
export function delAvvik(linjer: readonly Avvikslinje[]): Avvikstall {
  const priset = linjer.map((l) => ({ vb: l.budsjettVolum, va: l.faktiskVolum, pb: budsjettpris(l) }));
  const budsjett = sumBrok(priset.map((l) => ganger(l.vb, l.pb)));
  const budsjettOre = oreFraBigint(avrund(budsjett));
  const faktiskOre = sumOre(linjer.map((l) => l.faktiskBelopOre));
  const avvikOre = trekkFra(faktiskOre, budsjettOre);
  const felles = { budsjettOre, faktiskOre, avvikOre };

  const sumVb = sumBrok(priset.map((l) => l.vb));
  if (erNull(sumVb)) return { ...felles, volumOre: avvikOre, miksOre: INGEN_ORE, prisOre: INGEN_ORE };
  const sumVa = sumBrok(priset.map((l) => l.va));
  const snittpris = delt(budsjett, sumVb);
  const miks = sumBrok(priset.map((l) => ganger(minus(l.va, delt(ganger(sumVa, l.vb), sumVb)), l.pb)));
  const volumOre = oreFraBigint(avrund(ganger(minus(sumVa, sumVb), snittpris)));
  const miksOre = oreFraBigint(avrund(miks));
  return { ...felles, volumOre, miksOre, prisOre: restOre(avvikOre, volumOre, miksOre) };
}

function sumAvvik(grupper: readonly Avvikstall[]): Avvikstall {
  const sum = (velg: (g: Avvikstall) => Ore) => sumOre(grupper.map(velg));
  return {
    budsjettOre: sum((g) => g.budsjettOre),
    faktiskOre: sum((g) => g.faktiskOre),
    avvikOre: sum((g) => g.avvikOre),
    volumOre: sum((g) => g.volumOre),
    miksOre: sum((g) => g.miksOre),
    prisOre: sum((g) => g.prisOre),
  };
}

/** The budget deviation of every group by name, and of the whole (ECON 5.1.6: more need, or higher cost?). */
export function beregnAvvik(linjer: readonly Avvikslinje[]): AvvikUt {
  const grupper = [...Map.groupBy(linjer, (l) => l.gruppe)]
    .toSorted(([a], [b]) => sammenlignKodepunkt(a, b))
    .map(([gruppe, ll]) => ({ gruppe, ...delAvvik(ll) }));
  return { grupper, sum: sumAvvik(grupper) };
}
