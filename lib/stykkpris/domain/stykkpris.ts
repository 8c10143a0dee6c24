import {
  avrund,
  brok,
  delt,
  EN_BROK,
  ganger,
  minus,
  NULL_BROK,
  pluss,
  rundOpp,
  sammenlign,
  sumBrok,
} from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { oreFraBigint } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';

/** Kristiansand; Moss and Asker; Stavanger (ECON chapter 4). */
export type Prisregeltype = 'SELVREGULERENDE' | 'KOSTNADSVEKST' | 'BESTE_PRAKSIS';

export type Prisregel = {
  readonly type: Prisregeltype;
  readonly kostnadsvekst: Brok;
  readonly effektivitetskrav: Brok;
  /** 0 is the cheapest unit, 1 the dearest; only for `BESTE_PRAKSIS`. */
  readonly kvantil: Brok;
};

export type Priskomponent = { readonly kode: string; readonly vekt: Brok; readonly gjeldendeOre: Ore | null };
/** Costs that the unit price is meant to cover: rent and other fixed parts are taken out before. */
export type Kostnadsenhet = { readonly id: string; readonly kostnadOre: Ore; readonly volum: ReadonlyMap<string, Brok> };

export type StykkprisInn = {
  readonly ar: number;
  readonly regel: Prisregel;
  readonly komponenter: readonly Priskomponent[];
  readonly enheter: readonly Kostnadsenhet[];
};

export type Prisforslag = { readonly komponent: string; readonly ore: Ore; readonly endring: Brok | null };
export type Enhetskostnad = { readonly enhet: string; readonly orePerVektetEnhet: Brok };
export type StykkprisUt = {
  readonly priser: readonly Prisforslag[];
  readonly enhetskostnader: readonly Enhetskostnad[];
  readonly snittOrePerVektetEnhet: Brok | null;
};

export type KanIkkeBeregneStykkpris =
  | { readonly grunn: 'INGEN_VEKTET_VOLUM' }
  | { readonly grunn: 'MANGLER_GJELDENDE_PRIS'; readonly komponent: string };

function vektetVolum(enhet: Kostnadsenhet, komponenter: readonly Priskomponent[]): Brok {
  return sumBrok(komponenter.map((k) => ganger(k.vekt, enhet.volum.get(k.kode) ?? NULL_BROK)));
}

/** The nearest-rank quantile of the units' costs. */
function kvantilkostnad(kostnader: readonly Enhetskostnad[], kvantil: Brok): Brok | null {
  const ordnet = kostnader.map((k) => k.orePerVektetEnhet).toSorted(sammenlign);
  const plass = Math.max(1, Number(rundOpp(ganger(kvantil, brok(ordnet.length)))));
  return ordnet[plass - 1] ?? null;
}

/** (1 + growth) × (1 − demand). */
export function justeringsfaktor(regel: Pick<Prisregel, 'kostnadsvekst' | 'effektivitetskrav'>): Brok {
  return ganger(pluss(EN_BROK, regel.kostnadsvekst), minus(EN_BROK, regel.effektivitetskrav));
}

function forslag(k: Priskomponent, uavrundet: Brok): Prisforslag {
  const ore = oreFraBigint(avrund(uavrundet));
  const endring = k.gjeldendeOre === null || k.gjeldendeOre === 0 ? null : minus(brok(ore, k.gjeldendeOre), EN_BROK);
  return { komponent: k.kode, ore, endring };
}

/** Next year's unit prices by the scheme's rule, in øre per unit of each component, in the order of the components. */
export function beregnStykkpris(inn: StykkprisInn): Result<StykkprisUt, KanIkkeBeregneStykkpris> {
  const { regel, komponenter } = inn;
  const enheter = inn.enheter
    .map((e) => ({ id: e.id, kostnad: brok(e.kostnadOre), volum: vektetVolum(e, komponenter) }))
    .toSorted((a, b) => sammenlignKodepunkt(a.id, b.id));
  const volum = sumBrok(enheter.map((e) => e.volum));
  const snitt = volum.t > 0n ? delt(sumBrok(enheter.map((e) => e.kostnad)), volum) : null;
  const enhetskostnader = enheter
    .filter((e) => e.volum.t > 0n)
    .map((e) => ({ enhet: e.id, orePerVektetEnhet: delt(e.kostnad, e.volum) }));

  const faktor = justeringsfaktor(regel);
  const svar = (priser: Prisforslag[]) => ok({ priser, enhetskostnader, snittOrePerVektetEnhet: snitt });
  if (regel.type === 'KOSTNADSVEKST') {
    const uten = komponenter.find((k) => k.gjeldendeOre === null);
    if (uten) return nei({ grunn: 'MANGLER_GJELDENDE_PRIS', komponent: uten.kode });
    return svar(komponenter.map((k) => forslag(k, ganger(brok(k.gjeldendeOre ?? 0), faktor))));
  }
  const grunnkostnad = regel.type === 'SELVREGULERENDE' ? snitt : kvantilkostnad(enhetskostnader, regel.kvantil);
  if (grunnkostnad === null) return nei({ grunn: 'INGEN_VEKTET_VOLUM' });
  return svar(komponenter.map((k) => forslag(k, ganger(ganger(grunnkostnad, k.vekt), faktor))));
}
