import { brok, sammenlign } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';

export const PLASSTYPER = ['LANGTID', 'KORTTID', 'FORSTERKET', 'DAG'] as const;
export type Plasstype = (typeof PLASSTYPER)[number];

/** A part of the whole that lies in a time band. */
export type Del = { readonly tidsband: string; readonly minutter: number; readonly besok: number };

/** How much a vedtak gives: whole minutes and visits per `perUker` weeks, a count, a level, a place, or a contract in øre a month. */
export type Omfang =
  | { readonly type: 'TIMER'; readonly minutter: number; readonly besok: number; readonly perUker: number; readonly deler: readonly Del[] }
  | { readonly type: 'ANTALL'; readonly antall: number; readonly perUker: number }
  | { readonly type: 'NIVA'; readonly niva: number }
  | { readonly type: 'PLASS'; readonly plasstype: Plasstype }
  | { readonly type: 'KONTRAKT'; readonly manedsbelopOre: number };

export type OmfangType = Omfang['type'];

/** One text per extent: two vedtak are identical exactly when these are equal. The database forbids two in force at once. */
export function omfangNokkel(omfang: Omfang): string {
  switch (omfang.type) {
    case 'TIMER': {
      const deler = [...omfang.deler]
        .sort((a, b) => (a.tidsband < b.tidsband ? -1 : a.tidsband > b.tidsband ? 1 : 0))
        .map((del) => `;${del.tidsband}=${del.minutter}/${del.besok}`);
      return `TIMER:${omfang.minutter}/${omfang.besok}/${omfang.perUker}${deler.join('')}`;
    }
    case 'ANTALL':
      return `ANTALL:${omfang.antall}/${omfang.perUker}`;
    case 'NIVA':
      return `NIVA:${omfang.niva}`;
    case 'PLASS':
      return `PLASS:${omfang.plasstype}`;
    case 'KONTRAKT':
      return `KONTRAKT:${omfang.manedsbelopOre}`;
  }
}

/** What can be compared as more or less: minutes or times a week, or a level. Null for places and contracts. */
function mengde(omfang: Omfang): Brok | null {
  switch (omfang.type) {
    case 'TIMER':
      return brok(omfang.minutter, omfang.perUker);
    case 'ANTALL':
      return brok(omfang.antall, omfang.perUker);
    case 'NIVA':
      return brok(omfang.niva);
    case 'PLASS':
    case 'KONTRAKT':
      return null;
  }
}

/** The new extent gives the recipient less than the old one. */
export function erReduksjon(ny: Omfang, gammel: Omfang): boolean {
  if (ny.type !== gammel.type) return false;
  const [etter, for_] = [mengde(ny), mengde(gammel)];
  return etter !== null && for_ !== null && sammenlign(etter, for_) < 0;
}

/** The columns of a vedtak that hold its extent. */
export type OmfangKolonner = {
  readonly omfangType: string | null;
  readonly minutter: number | null;
  readonly besok: number | null;
  readonly perUker: number;
  readonly antall: number | null;
  readonly niva: number | null;
  readonly plasstype: string | null;
  readonly manedsbelopOre: number | null;
  readonly deler: readonly { tidsband: string; minutter?: number; besok?: number }[] | null;
};

/** Columns → extent; null for a refusal. @throws RangeError when a column that the type needs is empty. */
export function omfangAv(k: OmfangKolonner): Omfang | null {
  switch (k.omfangType) {
    case null:
      return null;
    case 'TIMER':
      return {
        type: 'TIMER',
        minutter: krev(k.minutter),
        besok: k.besok ?? 0,
        perUker: k.perUker,
        deler: (k.deler ?? []).map((del) => ({ tidsband: del.tidsband, minutter: del.minutter ?? 0, besok: del.besok ?? 0 })),
      };
    case 'ANTALL':
      return { type: 'ANTALL', antall: krev(k.antall), perUker: k.perUker };
    case 'NIVA':
      return { type: 'NIVA', niva: krev(k.niva) };
    case 'PLASS':
      return { type: 'PLASS', plasstype: plasstype(k.plasstype) };
    case 'KONTRAKT':
      return { type: 'KONTRAKT', manedsbelopOre: krev(k.manedsbelopOre) };
    default:
      throw new RangeError(`«${k.omfangType}» er ikke en omfangstype`);
  }
}

function krev(tall: number | null): number {
  if (tall === null) throw new RangeError('vedtaket mangler en del av omfanget');
  return tall;
}

function plasstype(tekst: string | null): Plasstype {
  const funnet = PLASSTYPER.find((type) => type === tekst);
  if (!funnet) throw new RangeError(`«${tekst}» er ikke en plasstype`);
  return funnet;
}
