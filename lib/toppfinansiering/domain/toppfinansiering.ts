import { avrund, brok, ganger } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { kodeErIListe } from '#lib/core/kodeliste.ts';
import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { INGEN_ORE, leggSammen, ore, oreFraBigint, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';

export type Tilskuddsmodell = 'PER_BRUKER' | 'PER_INNBYGGER';
export type Fradragstype = 'VERTSKOMMUNE' | 'OREMERKET' | 'BRUKERBETALING' | 'SYKELONN';
/** Why money does not count towards the grant, in the order of the tests. */
export const UTENFOR_GRUNNER = ['FUNKSJON', 'IKKE_LONN', 'MANGLER_VEDTAK', 'OVER_ALDERSGRENSE'] as const;
export type UtenforGrunn = (typeof UTENFOR_GRUNNER)[number];

/** The circular's parameters for a grant year; it governs the accounts of the year before. */
export type Tilskuddsparametre = {
  readonly tilskuddsar: number;
  readonly modell: Tilskuddsmodell;
  readonly innslagspunktOre: Ore;
  readonly kompensasjonsgrad: Brok;
  readonly puFradragOre: Ore;
  readonly aldersgrense: number | null;
  readonly kostraFunksjoner: readonly string[];
  readonly lonnsarter: readonly string[];
  readonly egenandelPerInnbyggerOre: Ore | null;
};
export type Post = {
  readonly funksjon: string;
  readonly art: string;
  readonly ore: Ore;
  readonly harVedtak: boolean;
  readonly lonnsandel: Brok | null;
};
export type Ressurskrevende = {
  readonly id: string;
  readonly fodselsar: number;
  readonly puKriterium: boolean;
  readonly fradrag: readonly { readonly type: Fradragstype; readonly ore: Ore }[];
  readonly poster: readonly Post[];
};
export type ToppfinansieringInn = {
  readonly regnskapsar: number;
  readonly parametre: Tilskuddsparametre;
  readonly innbyggere: number;
  readonly brukere: readonly Ressurskrevende[];
};

export type Brukertilskudd = {
  readonly id: string;
  readonly ressursinnsatsOre: Ore;
  readonly fradragOre: Ore;
  readonly nettoOre: Ore;
  /** Null under `PER_INNBYGGER`, where the municipality as a whole gets the grant. */
  readonly tilskuddOre: Ore | null;
  readonly egenandelOre: Ore | null;
  readonly utenfor: readonly { readonly grunn: UtenforGrunn; readonly ore: Ore }[];
};
export type Tilskuddssum = {
  readonly antall: number;
  readonly ressursinnsatsOre: Ore;
  readonly nettoOre: Ore;
  readonly tilskuddOre: Ore;
  readonly egenandelOre: Ore;
};
export type ToppfinansieringUt = { readonly brukere: readonly Brukertilskudd[]; readonly sum: Tilskuddssum };

type Postfordeling = { readonly grunn: UtenforGrunn | null; readonly ore: Ore };

/** Where each krone of a post goes: counted (`grunn` null), or the first test that it fails. */
export function fordelPost(post: Post, p: Tilskuddsparametre, overAldersgrense: boolean): Postfordeling[] {
  if (!p.kostraFunksjoner.includes(post.funksjon)) return [{ grunn: 'FUNKSJON', ore: post.ore }];
  const lonn =
    post.lonnsandel !== null
      ? oreFraBigint(avrund(ganger(brok(post.ore), post.lonnsandel)))
      : kodeErIListe(post.art, p.lonnsarter)
        ? post.ore
        : INGEN_ORE;
  const grunn = !post.harVedtak ? 'MANGLER_VEDTAK' : overAldersgrense ? 'OVER_ALDERSGRENSE' : null;
  return [
    { grunn: 'IKKE_LONN', ore: trekkFra(post.ore, lonn) },
    { grunn, ore: lonn },
  ];
}

function tilskuddFor(overInnslag: number, grad: Brok): Ore {
  return oreFraBigint(avrund(ganger(grad, brok(Math.max(0, overInnslag)))));
}

function beregnBruker(bruker: Ressurskrevende, inn: ToppfinansieringInn): Brukertilskudd {
  const p = inn.parametre;
  const overAldersgrense = p.aldersgrense !== null && inn.regnskapsar - bruker.fodselsar > p.aldersgrense;
  const fordelt = bruker.poster.flatMap((post) => fordelPost(post, p, overAldersgrense));
  const sumFor = (grunn: UtenforGrunn | null) => sumOre(fordelt.filter((f) => f.grunn === grunn).map((f) => f.ore));
  const ressursinnsatsOre = sumFor(null);
  const pu = bruker.puKriterium ? p.puFradragOre : INGEN_ORE;
  const fradragOre = leggSammen(pu, sumOre(bruker.fradrag.map((f) => f.ore)));
  const nettoOre = ore(Math.max(0, ressursinnsatsOre - fradragOre));
  const tilskuddOre =
    p.modell === 'PER_BRUKER' ? tilskuddFor(nettoOre - p.innslagspunktOre, p.kompensasjonsgrad) : null;
  return {
    id: bruker.id,
    ressursinnsatsOre,
    fradragOre,
    nettoOre,
    tilskuddOre,
    egenandelOre: tilskuddOre === null ? null : trekkFra(nettoOre, tilskuddOre),
    utenfor: UTENFOR_GRUNNER.map((grunn) => ({ grunn, ore: sumFor(grunn) })).filter((u) => u.ore !== 0),
  };
}

function samletTilskudd(brukere: readonly Brukertilskudd[], inn: ToppfinansieringInn): Ore {
  const { modell, innslagspunktOre, egenandelPerInnbyggerOre, kompensasjonsgrad } = inn.parametre;
  if (modell === 'PER_BRUKER') return sumOre(brukere.map((b) => b.tilskuddOre ?? INGEN_ORE));
  const over = sumOre(brukere.map((b) => ore(Math.max(0, b.nettoOre - innslagspunktOre))));
  return tilskuddFor(ore(over - ore((egenandelPerInnbyggerOre ?? 0) * inn.innbyggere)), kompensasjonsgrad);
}

/** The state grant for costly recipients (SØF chapter 2): `PER_BRUKER` from 2008, `PER_INNBYGGER` in 2004. */
export function beregnToppfinansiering(inn: ToppfinansieringInn): ToppfinansieringUt {
  const brukere = inn.brukere.map((b) => beregnBruker(b, inn)).toSorted((a, b) => sammenlignKodepunkt(a.id, b.id));
  const over = (b: Brukertilskudd) =>
    inn.parametre.modell === 'PER_BRUKER' ? (b.tilskuddOre ?? 0) > 0 : b.nettoOre > inn.parametre.innslagspunktOre;
  const nettoOre = sumOre(brukere.map((b) => b.nettoOre));
  const tilskuddOre = samletTilskudd(brukere, inn);
  return {
    brukere,
    sum: {
      antall: brukere.filter(over).length,
      ressursinnsatsOre: sumOre(brukere.map((b) => b.ressursinnsatsOre)),
      nettoOre,
      tilskuddOre,
      egenandelOre: trekkFra(nettoOre, tilskuddOre),
    },
  };
}
