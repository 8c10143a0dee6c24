import { leggTilManeder, type Maned, manederFraTil } from '#lib/core/maned.ts';

export const SLAG = ['REGNSKAP', 'TIMEVERK', 'SYKEFRAVAR', 'BUDSJETT', 'ENHETSBUDSJETT'] as const;
export type Slag = (typeof SLAG)[number];

/** Kinds that are counted in hours; the others in kroner. */
export function erTimer(slag: Slag): boolean {
  return slag === 'TIMEVERK' || slag === 'SYKEFRAVAR';
}

export function erSlag(verdi: unknown): verdi is Slag {
  return (SLAG as readonly unknown[]).includes(verdi);
}

/** A unit's months: what is held, or null where nothing is. `mangler`: it should have been there. */
export type Enhetsmaneder = { readonly enhetId: number; readonly navn: string; readonly celler: readonly { readonly maned: Maned; readonly sum: number | null; readonly mangler: boolean }[] };
export type Holdt = {
  readonly slag: Slag;
  readonly maneder: readonly Maned[];
  readonly rader: readonly Enhetsmaneder[];
  readonly summer: readonly (number | null)[];
  /** the newest month that some unit has, and the units that lack it */
  readonly siste: Maned | null;
  readonly manglerSiste: number;
  readonly hull: number;
};
export type Vistrad = { readonly a: string; readonly b: string; readonly volum: string | null; readonly prisOre: number | null; readonly verdi: number; readonly kilde: string; readonly importId: number | null; readonly filrad: number | null };
export type Enhetsmaned = { readonly enhetId: number; readonly navn: string; readonly maned: Maned; readonly slag: Slag; readonly sum: number; readonly antall: number; readonly rader: readonly Vistrad[] };

/** The thirteen months up to the one before this month's. */
export function visteManeder(denne: Maned, slag: Slag): Maned[] {
  // A budget is for months ahead too.
  const til = slag === 'BUDSJETT' || slag === 'ENHETSBUDSJETT' ? leggTilManeder(denne, 1) : leggTilManeder(denne, -1);
  return manederFraTil(leggTilManeder(til, -12), til);
}

type Celle = { readonly enhetId: number; readonly maned: Maned; readonly sum: number };

/**
 * What is held as a table, the units with gaps first. A month is missing for a unit that has others, up to the last closed
 * month for accounts and hours; units that have none of the kind are left out.
 */
export function lagHoldt(slag: Slag, maneder: readonly Maned[], enheter: readonly { id: number; navn: string }[], celler: readonly Celle[]): Holdt {
  const per = new Map(celler.map((c) => [`${c.enhetId}|${c.maned}`, c.sum]));
  const har = new Set(celler.map((c) => c.enhetId));
  const rader = enheter
    .filter((e) => har.has(e.id))
    .map((e): Enhetsmaneder => {
      const egne = maneder.map((maned) => ({ maned, sum: per.get(`${e.id}|${maned}`) ?? null }));
      const forste = egne.findIndex((c) => c.sum !== null);
      // Before its first month a unit may not have been.
      return { enhetId: e.id, navn: e.navn, celler: egne.map((c, i) => ({ ...c, mangler: c.sum === null && i > forste })) };
    });
  const hullI = (r: Enhetsmaneder): number => r.celler.filter((c) => c.mangler).length;
  const siste = celler.map((c) => c.maned).toSorted().at(-1) ?? null;
  const plass = siste === null ? -1 : maneder.indexOf(siste);
  return {
    slag,
    maneder,
    rader: rader.toSorted((a, b) => hullI(b) - hullI(a)),
    summer: maneder.map((m) => {
      const her = celler.filter((c) => c.maned === m);
      return her.length === 0 ? null : her.reduce((s, c) => s + c.sum, 0);
    }),
    siste,
    manglerSiste: rader.filter((r) => r.celler[plass]?.mangler === true).length,
    hull: rader.reduce((s, r) => s + hullI(r), 0),
  };
}
