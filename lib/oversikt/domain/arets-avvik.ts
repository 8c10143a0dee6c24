import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { INGEN_ORE, leggSammen, ore, sumOre, type Ore } from '#lib/core/ore.ts';
import { type Avvikslinje, type Avvikstall, beregnAvvik } from '#lib/avvik/domain/budsjettavvik.ts';

/** Budget and ledger of one component at one unit in one month: exact volumes, amounts in øre. */
export type Manedstall = {
  readonly maned: Maned;
  readonly ordningId: number;
  readonly komponent: string;
  readonly enhetId: number;
  readonly budsjettVolum: Brok;
  readonly budsjettPrisOre: Ore | null;
  readonly faktiskVolum: Brok;
  readonly faktiskBelopOre: Ore;
  /** vedtak behind the amount, for the suppression of small groups */
  readonly antallVedtak: number;
};

export type Enhetsavvik = {
  /** the units of the row: more than one where small ones were put together */
  readonly enhetIder: readonly number[];
  readonly volumOgMiksOre: Ore;
  readonly prisOre: Ore;
  readonly avvikOre: Ore;
  readonly budsjettOre: Ore;
  readonly faktiskOre: Ore;
};

export type AretsAvvik = {
  readonly maned: Avvikstall;
  readonly hittil: Avvikstall;
  /** running deviation to the end of each month */
  readonly kumulativt: readonly { readonly maned: Maned; readonly avvikOre: Ore; readonly budsjettOre: Ore; readonly faktiskOre: Ore }[];
  readonly enheter: readonly Enhetsavvik[];
};

/** Fewer vedtak than this behind a row, and the row is put together with others (suppression, domene.md). */
export const MINSTE_GRUPPE = 5;

/** A component is one thing to compare volumes of; its units are the mix. Hours are never added to visits. */
function linje(t: Manedstall): Avvikslinje {
  return {
    id: `${t.maned}/${t.ordningId}/${t.komponent}/${t.enhetId}`,
    gruppe: `${t.ordningId}/${t.komponent}`,
    budsjettVolum: t.budsjettVolum,
    budsjettPrisOre: t.budsjettPrisOre,
    faktiskVolum: t.faktiskVolum,
    faktiskBelopOre: t.faktiskBelopOre,
  };
}

function enhetsavvik(enhetId: number, tall: readonly Manedstall[]): Enhetsavvik & { antallVedtak: number } {
  // One group a line: within a unit there is no mix, only its own volume and its own price.
  const { sum } = beregnAvvik(tall.map((t) => ({ ...linje(t), gruppe: linje(t).id })));
  return {
    enhetIder: [enhetId],
    volumOgMiksOre: ore(sum.volumOre + sum.miksOre),
    prisOre: sum.prisOre,
    avvikOre: sum.avvikOre,
    budsjettOre: sum.budsjettOre,
    faktiskOre: sum.faktiskOre,
    antallVedtak: Math.max(0, ...tall.map((t) => t.antallVedtak)),
  };
}

function slaSammen(a: Enhetsavvik & { antallVedtak: number }, b: Enhetsavvik & { antallVedtak: number }): Enhetsavvik & { antallVedtak: number } {
  return {
    enhetIder: [...a.enhetIder, ...b.enhetIder],
    volumOgMiksOre: leggSammen(a.volumOgMiksOre, b.volumOgMiksOre),
    prisOre: leggSammen(a.prisOre, b.prisOre),
    avvikOre: leggSammen(a.avvikOre, b.avvikOre),
    budsjettOre: leggSammen(a.budsjettOre, b.budsjettOre),
    faktiskOre: leggSammen(a.faktiskOre, b.faktiskOre),
    antallVedtak: a.antallVedtak + b.antallVedtak,
  };
}

/** Units with fewer than five vedtak are shown together with the next smallest, so that no sum gives a small one away. */
export function medSmaSammen(enheter: readonly (Enhetsavvik & { antallVedtak: number })[]): Enhetsavvik[] {
  const sortert = enheter.toSorted((a, b) => a.antallVedtak - b.antallVedtak);
  const sma = sortert.filter((e) => e.antallVedtak < MINSTE_GRUPPE);
  if (sma.length === 0) return [...enheter];
  const store = sortert.slice(sma.length);
  let samlet = sma.reduce(slaSammen);
  const neste = store.shift();
  // One small unit alone could be found as total minus the others, so the smallest of the large ones goes with it.
  if (neste && (sma.length === 1 || samlet.antallVedtak < MINSTE_GRUPPE)) samlet = slaSammen(samlet, neste);
  else if (neste) store.unshift(neste);
  const idene = new Set(store.flatMap((e) => e.enhetIder));
  return [...enheter.filter((e) => e.enhetIder.some((id) => idene.has(id))), samlet];
}

/**
 * The purchaser's deviation of the month and of the year so far, split into volume, mix and price (regnekjerne section 5;
 * ECON 5.1.6), its course through the year, and each unit's part. `skjulte` units are put together like small ones. Amounts in øre; positive = more than budgeted.
 */
export function aretsAvvik(tall: readonly Manedstall[], maned: Maned, maneder: readonly Maned[], skjulte: ReadonlySet<number> = new Set()): AretsAvvik {
  const hittil = tall.filter((t) => t.maned <= maned);
  let lopende: { avvikOre: Ore; budsjettOre: Ore; faktiskOre: Ore } = { avvikOre: INGEN_ORE, budsjettOre: INGEN_ORE, faktiskOre: INGEN_ORE };
  const kumulativt = maneder.map((m) => {
    const { sum } = beregnAvvik(hittil.filter((t) => t.maned === m).map(linje));
    lopende = {
      avvikOre: leggSammen(lopende.avvikOre, sum.avvikOre),
      budsjettOre: leggSammen(lopende.budsjettOre, sum.budsjettOre),
      faktiskOre: leggSammen(lopende.faktiskOre, sum.faktiskOre),
    };
    return { maned: m, ...lopende };
  });
  const perEnhet = [...Map.groupBy(hittil, (t) => t.enhetId)].map(([enhetId, rader]) => enhetsavvik(enhetId, rader)).map((e) => (e.enhetIder.some((id) => skjulte.has(id)) ? { ...e, antallVedtak: 0 } : e));
  return {
    maned: beregnAvvik(hittil.filter((t) => t.maned === maned).map(linje)).sum,
    hittil: sumAvManeder(hittil, maneder),
    kumulativt,
    enheter: medSmaSammen(perEnhet),
  };
}

export type Leddavvik = { readonly ordningId: number; readonly komponent: string } & Avvikstall;

/** The deviation of some months per component, the largest first: each is the sum of its months, and they sum to the whole to the øre. */
export function avvikPerLedd(tall: readonly Manedstall[], maneder: readonly Maned[]): Leddavvik[] {
  return [...Map.groupBy(tall, (t) => `${t.ordningId}/${t.komponent}`).values()]
    .flatMap((egne) => (egne[0] ? [{ ordningId: egne[0].ordningId, komponent: egne[0].komponent, ...sumAvManeder(egne, maneder) }] : []))
    .toSorted((a, b) => Math.abs(b.avvikOre) - Math.abs(a.avvikOre));
}

/** The year so far is the sum of its months, so that the boards of month and year agree to the øre. */
export function sumAvManeder(tall: readonly Manedstall[], maneder: readonly Maned[]): Avvikstall {
  const deler = maneder.map((m) => beregnAvvik(tall.filter((t) => t.maned === m).map(linje)).sum);
  const sum = (velg: (a: Avvikstall) => Ore): Ore => sumOre(deler.map(velg));
  return {
    budsjettOre: sum((a) => a.budsjettOre),
    faktiskOre: sum((a) => a.faktiskOre),
    avvikOre: sum((a) => a.avvikOre),
    volumOre: sum((a) => a.volumOre),
    miksOre: sum((a) => a.miksOre),
    prisOre: sum((a) => a.prisOre),
  };
}

