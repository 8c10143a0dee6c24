import { brok, EN_BROK, ganger, minus, NULL_BROK, pluss, sammenlign, avrund } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { oreFraBigint, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Gruppevalg } from '#lib/stykkpris/domain/prisvalg.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import type { Enhetskostnad, KanIkkeBeregneStykkpris, Kostnadsenhet, Prisregel, Prisregeltype, StykkprisInn } from '#lib/stykkpris/domain/stykkpris.ts';

export type Nivapris = { readonly komponent: string; readonly niva: number; readonly gjeldendeOre: Ore };
/** A price group of the scheme with its prices of today; a component without one is null. */
export type Prisgruppe = {
  readonly gruppe: string;
  readonly valg: Gruppevalg;
  readonly gjeldende: ReadonlyMap<string, Ore | null>;
  readonly nivaer: readonly Nivapris[];
};
export type Forslagsgrunnlag = {
  readonly ar: number;
  readonly kostnadsvekst: Brok;
  readonly effektivitetskrav: Brok;
  readonly kvantil: Brok;
  readonly komponenter: readonly { readonly kode: string; readonly vekt: Brok }[];
  /** units whose accounts are known */
  readonly enheter: readonly Kostnadsenhet[];
  readonly grupper: readonly Prisgruppe[];
};

export type Forslagspris = { readonly komponent: string; readonly gruppe: string; readonly niva: number | null; readonly gjeldendeOre: Ore | null; readonly ore: Ore; readonly endring: Brok | null };
export type Regelforslag = {
  readonly regel: Prisregeltype;
  readonly priser: readonly Forslagspris[];
  readonly enhetskostnader: readonly Enhetskostnad[];
  readonly snittOrePerVektetEnhet: Brok | null;
};

/** The rule of a group: the chosen one, or today's price with or without cost growth. */
function gruppensRegel(g: Forslagsgrunnlag, regel: Prisregeltype, valg: Gruppevalg): Prisregel {
  const { kostnadsvekst, effektivitetskrav, kvantil } = g;
  switch (valg) {
    case 'REGEL':
      return { type: regel, kostnadsvekst, effektivitetskrav, kvantil: regel === 'BESTE_PRAKSIS' ? kvantil : NULL_BROK };
    case 'INDEKSER':
      return { type: 'KOSTNADSVEKST', kostnadsvekst, effektivitetskrav: NULL_BROK, kvantil: NULL_BROK };
    case 'BEHOLD':
      return { type: 'KOSTNADSVEKST', kostnadsvekst: NULL_BROK, effektivitetskrav: NULL_BROK, kvantil: NULL_BROK };
  }
}

/** The core's case for one price group under a rule: what is computed here, and what the control calculation reads. */
export function stykkprissak(g: Forslagsgrunnlag, regel: Prisregeltype, gruppe: Prisgruppe): StykkprisInn {
  return {
    ar: g.ar,
    regel: gruppensRegel(g, regel, gruppe.valg),
    komponenter: g.komponenter.map((k) => ({ ...k, gjeldendeOre: gruppe.gjeldende.get(k.kode) ?? null })),
    enheter: g.enheter,
  };
}

/** Levels have no volume of their own in the ledger: their prices follow cost growth, whatever the rule (Moss). */
export function nivasak(g: Forslagsgrunnlag, gruppe: Prisgruppe): StykkprisInn {
  return {
    ar: g.ar,
    regel: gruppensRegel(g, 'KOSTNADSVEKST', gruppe.valg),
    komponenter: gruppe.nivaer.map((n) => ({ kode: `${n.komponent}/${n.niva}`, vekt: EN_BROK, gjeldendeOre: n.gjeldendeOre })),
    enheter: [],
  };
}

/** The scheme's prices for every group under one rule. */
export function beregnRegelforslag(g: Forslagsgrunnlag, regel: Prisregeltype): Result<Regelforslag, KanIkkeBeregneStykkpris> {
  const priser: Forslagspris[] = [];
  let forst: Pick<Regelforslag, 'enhetskostnader' | 'snittOrePerVektetEnhet'> | null = null;
  for (const gruppe of g.grupper) {
    const sak = stykkprissak(g, regel, gruppe);
    const svar = beregnStykkpris(sak);
    if (!svar.ok) return svar;
    forst ??= svar.verdi;
    svar.verdi.priser.forEach((p, nr) => {
      priser.push({ ...p, gruppe: gruppe.gruppe, niva: null, gjeldendeOre: sak.komponenter[nr]?.gjeldendeOre ?? null });
    });
    const nivaer = beregnStykkpris(nivasak(g, gruppe));
    if (!nivaer.ok) return nivaer;
    nivaer.verdi.priser.forEach((p, nr) => {
      const niva = gruppe.nivaer[nr];
      if (niva) priser.push({ ...p, komponent: niva.komponent, gruppe: gruppe.gruppe, niva: niva.niva, gjeldendeOre: niva.gjeldendeOre });
    });
  }
  return forst === null ? nei({ grunn: 'INGEN_VEKTET_VOLUM' }) : ok({ regel, priser, enhetskostnader: forst.enhetskostnader, snittOrePerVektetEnhet: forst.snittOrePerVektetEnhet });
}

/** A unit of the scheme, with the price group it is in; without accounts `kostnadOre` is null. */
export type Enhetsvolum = { readonly enhet: string; readonly gruppe: string | null; readonly kostnadOre: Ore | null; readonly volum: ReadonlyMap<string, Brok> };
export type Enhetsutfall = {
  readonly enhet: string;
  readonly idagOre: Ore;
  readonly nyOre: Ore;
  /** against today's price on the same volume */
  readonly gevinstOre: Ore;
  /** new revenue less the basis' cost with cost growth; null where the accounts are not known */
  readonly resultatOre: Ore | null;
};

function inntekt(e: Enhetsvolum, pris: (komponent: string) => Ore | null): Ore {
  return sumOre([...e.volum].map(([kode, volum]) => oreFraBigint(avrund(ganger(volum, brok(pris(kode) ?? 0))))));
}

/** What a proposal gives each unit on the volume of the basis. */
export function enhetsutfall(forslag: Regelforslag, enheter: readonly Enhetsvolum[], kostnadsvekst: Brok): Enhetsutfall[] {
  return enheter.map((e) => {
    const rad = (komponent: string) => forslag.priser.find((p) => p.komponent === komponent && p.gruppe === e.gruppe && p.niva === null);
    const idagOre = inntekt(e, (k) => rad(k)?.gjeldendeOre ?? null);
    const nyOre = inntekt(e, (k) => rad(k)?.ore ?? null);
    const kostnad = e.kostnadOre === null ? null : oreFraBigint(avrund(ganger(brok(e.kostnadOre), pluss(EN_BROK, kostnadsvekst))));
    return { enhet: e.enhet, idagOre, nyOre, gevinstOre: trekkFra(nyOre, idagOre), resultatOre: kostnad === null ? null : trekkFra(nyOre, kostnad) };
  });
}

/** Prices that fall by more than the municipality's limit (a share). */
export function forStoreFall(forslag: Regelforslag, grense: Brok): readonly Forslagspris[] {
  return forslag.priser.filter((p) => p.endring !== null && sammenlign(p.endring, minus(NULL_BROK, grense)) < 0);
}
