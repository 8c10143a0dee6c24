import { dagnummer, type Dato, datoFraDagnummer, leggTilDager } from '#lib/core/dato.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';

export const PLASSTYPER = ['LANGTID', 'KORTTID', 'FORSTERKET'] as const;
export type Plasstype = (typeof PLASSTYPER)[number];
export const FRAVARSARSAKER = ['SYKEHUS', 'PERMISJON', 'FERIE', 'ANNET'] as const;
export type Fravarsarsak = (typeof FRAVARSARSAKER)[number];
/** FEILFORT: the stay never was; it ends the day it began and counts for no night. */
export const UTGRUNNER = ['DOD', 'HJEM', 'ANNEN_PLASS', 'SYKEHUS', 'FEILFORT'] as const;
export type Utgrunn = (typeof UTGRUNNER)[number];

/** `tom` is the last night away; null: still away. */
export type Fravar = { readonly fom: Dato; readonly tom: Dato | null };
/** The nights d with inn ≤ d < ut (docs/ordliste.md, opphold). `ut` null: still there. */
export type Opphold = { readonly inn: Dato; readonly ut: Dato | null; readonly fravar: readonly Fravar[] };

/** What one night was like: people in their beds, and beds held for people who are away. */
export type Belegg = { readonly dato: Dato; readonly inne: number; readonly borte: number };

/** The nights from `fra` to `til`, both counted, one row each. */
export function beleggPerDogn(opphold: readonly Opphold[], fra: Dato, til: Dato): Belegg[] {
  const [forste, siste] = [dagnummer(fra), dagnummer(til)];
  const lengde = Math.max(0, siste - forste + 1);
  const [alle, borte] = [new Int32Array(lengde + 1), new Int32Array(lengde + 1)];
  const legg = (tall: Int32Array, a: number, b: number): void => {
    const [x, y] = [Math.max(a, forste), Math.min(b, siste)];
    if (y < x) return;
    tall[x - forste] = (tall[x - forste] ?? 0) + 1;
    tall[y - forste + 1] = (tall[y - forste + 1] ?? 0) - 1;
  };
  for (const o of opphold) {
    const [inn, ut] = [dagnummer(o.inn), o.ut === null ? siste : dagnummer(o.ut) - 1];
    legg(alle, inn, ut);
    for (const [a, b] of samlede(o.fravar, inn, ut)) legg(borte, a, b);
  }
  const svar: Belegg[] = [];
  for (let i = 0, n = 0, b = 0; i < lengde; i += 1) {
    n += alle[i] ?? 0;
    b += borte[i] ?? 0;
    svar.push({ dato: datoFraDagnummer(forste + i), inne: n - b, borte: b });
  }
  return svar;
}

/** Absences as stretches of nights inside the stay, overlapping ones as one: a night is away once. */
function samlede(fravar: readonly Fravar[], inn: number, ut: number): [number, number][] {
  const strekk = fravar
    .map((f): [number, number] => [Math.max(inn, dagnummer(f.fom)), Math.min(ut, f.tom === null ? ut : dagnummer(f.tom))])
    .filter(([a, b]) => a <= b)
    .toSorted(([a], [b]) => a - b);
  const svar: [number, number][] = [];
  for (const [a, b] of strekk) {
    const sist = svar.at(-1);
    if (sist && a <= sist[1] + 1) sist[1] = Math.max(sist[1], b);
    else svar.push([a, b]);
  }
  return svar;
}

export type KanIkkeLeggeInn = {
  readonly grunn: 'IKKE_I_FREMTIDEN' | 'UTENFOR_OPPDRAGET' | 'PLASS_UTE_AV_BRUK' | 'PLASS_OPPTATT' | 'HAR_PLASS' | 'TILDELT_ANNEN' | 'FEIL_PLASSTYPE';
  readonly felt: string;
};

export type Innflytting = {
  readonly dag: Dato;
  readonly iDag: Dato;
  readonly oppdrag: { readonly fom: Dato; readonly tom: Dato | null; readonly plasstype: string | null; readonly mottakerId: number };
  readonly plass: { readonly plasstype: string; readonly fom: Dato; readonly tom: Dato | null };
  /** stays at the place, and of the order, whoever and wherever */
  readonly paPlassen: readonly Pick<Opphold, 'inn' | 'ut'>[];
  readonly paOppdraget: readonly Pick<Opphold, 'inn' | 'ut'>[];
  /** the recipient that the purchaser has given the place to */
  readonly tildeltTil: number | null;
};

/** A stay that is not over on the day, or begins after it. */
const opptatt = (liste: readonly Pick<Opphold, 'inn' | 'ut'>[], dag: Dato): boolean => liste.some((o) => o.ut === null || dag < o.ut);

/** Whether somebody can move in on a day. A place is given once: also a later stay at it stands in the way. */
export function kanLeggeInn(i: Innflytting): Result<null, KanIkkeLeggeInn> {
  if (i.dag > i.iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN', felt: 'inn' });
  if (i.dag < i.oppdrag.fom || (i.oppdrag.tom !== null && i.dag > i.oppdrag.tom)) return nei({ grunn: 'UTENFOR_OPPDRAGET', felt: 'inn' });
  if (i.dag < i.plass.fom || (i.plass.tom !== null && i.dag > i.plass.tom)) return nei({ grunn: 'PLASS_UTE_AV_BRUK', felt: 'inn' });
  if (i.oppdrag.plasstype !== i.plass.plasstype) return nei({ grunn: 'FEIL_PLASSTYPE', felt: 'oppdragId' });
  if (opptatt(i.paOppdraget, i.dag)) return nei({ grunn: 'HAR_PLASS', felt: 'oppdragId' });
  if (opptatt(i.paPlassen, i.dag)) return nei({ grunn: 'PLASS_OPPTATT', felt: 'inn' });
  if (i.tildeltTil !== null && i.tildeltTil !== i.oppdrag.mottakerId) return nei({ grunn: 'TILDELT_ANNEN', felt: 'oppdragId' });
  return ok(null);
}

export type KanIkkeSkriveUt = { readonly grunn: 'UTE_ALLEREDE' | 'FOR_INNFLYTTING' | 'IKKE_I_FREMTIDEN'; readonly felt: string };

/** The day somebody left; the night before is the last that counts. */
export function skrivUt(o: Pick<Opphold, 'inn' | 'ut'>, dag: Dato, grunn: Utgrunn, iDag: Dato): Result<Dato, KanIkkeSkriveUt> {
  if (o.ut !== null) return nei({ grunn: 'UTE_ALLEREDE', felt: 'ut' });
  if (grunn === 'FEILFORT') return ok(o.inn);
  if (dag > iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN', felt: 'ut' });
  if (dag < o.inn) return nei({ grunn: 'FOR_INNFLYTTING', felt: 'ut' });
  return ok(dag);
}

export type KanIkkeMeldeFravar = { readonly grunn: 'UTE_ALLEREDE' | 'FOR_INNFLYTTING' | 'IKKE_I_FREMTIDEN' | 'TILBAKE_FOR_AVREISE' | 'FRAVAR_OVERLAPPER'; readonly felt: string };

/** The nights away of one who left on `dro` and came back on `tilbake` (null: still away): the night of return is at the place. */
export function meldFravar(o: Opphold, dro: Dato, tilbake: Dato | null, iDag: Dato): Result<Fravar, KanIkkeMeldeFravar> {
  if (o.ut !== null) return nei({ grunn: 'UTE_ALLEREDE', felt: 'dro' });
  if (dro > iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN', felt: 'dro' });
  if (tilbake !== null && tilbake > iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN', felt: 'tilbake' });
  if (dro < o.inn) return nei({ grunn: 'FOR_INNFLYTTING', felt: 'dro' });
  if (tilbake !== null && tilbake <= dro) return nei({ grunn: 'TILBAKE_FOR_AVREISE', felt: 'tilbake' });
  const nytt: Fravar = { fom: dro, tom: tilbake === null ? null : leggTilDager(tilbake, -1) };
  const overlapper = o.fravar.some((f) => (nytt.tom === null || f.fom <= nytt.tom) && (f.tom === null || nytt.fom <= f.tom));
  return overlapper ? nei({ grunn: 'FRAVAR_OVERLAPPER', felt: 'dro' }) : ok(nytt);
}

/** The last night away of one who is still away and came back on `tilbake`. */
export function kommTilbake(f: Fravar, tilbake: Dato, iDag: Dato): Result<Dato, KanIkkeMeldeFravar> {
  if (tilbake > iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN', felt: 'tilbake' });
  if (tilbake <= f.fom) return nei({ grunn: 'TILBAKE_FOR_AVREISE', felt: 'tilbake' });
  return ok(leggTilDager(tilbake, -1));
}

/** Nights that a place stood empty between two stays, and why the one before ended. */
export type Tomrom = { readonly fra: Dato; readonly til: Dato | null; readonly dogn: number; readonly etter: Utgrunn | null };

/** The empty stretches of a place from its first stay to `iDag`, the newest first. */
export function tomrom(opphold: readonly (Pick<Opphold, 'inn' | 'ut'> & { readonly utGrunn: Utgrunn | null })[], iDag: Dato): Tomrom[] {
  const rekke = opphold.filter((o) => o.ut === null || o.ut > o.inn).toSorted((a, b) => (a.inn < b.inn ? -1 : 1));
  const svar: Tomrom[] = [];
  rekke.forEach((o, i) => {
    if (o.ut === null) return;
    const neste = rekke[i + 1]?.inn ?? null;
    const dogn = dagnummer(neste ?? iDag) - dagnummer(o.ut);
    if (dogn > 0) svar.push({ fra: o.ut, til: neste, dogn, etter: o.utGrunn });
  });
  return svar.toReversed();
}
