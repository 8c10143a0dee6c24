import type { Dato } from '#lib/core/dato.ts';
import { dagerMellom, leggTilDager, senest } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { gjelderPa } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';

/** Days an adjustment may last where the municipality has said nothing. */
export const STANDARD_DAGER = 14;
export const JUSTERINGSDAGER = 'justeringsdager';
/** A change that has been made may be reported so many days after it began. */
const BAKOVER = 7;

/** The setting as it is stored; what cannot be read is the standard. */
export function tolkJusteringsdager(verdi: unknown): number {
  return typeof verdi === 'number' && Number.isInteger(verdi) && verdi >= 1 && verdi <= 60 ? verdi : STANDARD_DAGER;
}

export type Justeringsforslag = { readonly fom: Dato; readonly tom: Dato; readonly minutter: number; readonly besok: number };
type Ramme = { readonly fom: Dato; readonly tom: Dato | null; readonly annullert: boolean };

export type KanIkkeJustere = {
  readonly grunn: 'intetMer' | 'forLang' | 'utenforOppdraget' | 'forSent' | 'tomForFom' | 'overlapper';
  readonly felt?: 'fom' | 'tom' | 'minutter';
  readonly verdier?: Readonly<Record<string, number>>;
};

/** More for a while, at once: never less, not longer than the municipality lets it last, inside the order, not on top of another. */
export function meldMer(f: Justeringsforslag, oppdrag: Ramme, andre: readonly { fom: Dato; tom: Dato }[], maksDager: number, iDag: Dato): Result<Justeringsforslag, KanIkkeJustere> {
  if (f.minutter < 0 || f.besok < 0 || f.minutter + f.besok === 0) return nei({ grunn: 'intetMer', felt: 'minutter' });
  const periode = sjekkPeriode(f, oppdrag, maksDager, iDag);
  if (periode !== null) return nei(periode);
  if (andre.some((a) => a.fom <= f.tom && f.fom <= a.tom)) return nei({ grunn: 'overlapper', felt: 'fom' });
  return ok(f);
}

/** The rules of time that more and moved share; null when they hold. */
export function sjekkPeriode(f: { fom: Dato; tom: Dato }, oppdrag: Ramme, maksDager: number, iDag: Dato): KanIkkeJustere | null {
  if (f.tom < f.fom) return { grunn: 'tomForFom', felt: 'tom' };
  if (f.fom < leggTilDager(iDag, -BAKOVER)) return { grunn: 'forSent', felt: 'fom', verdier: { dager: BAKOVER } };
  if (dagerMellom(f.fom, f.tom) + 1 > maksDager) return { grunn: 'forLang', felt: 'tom', verdier: { dager: maksDager } };
  if (!gjelderPa(oppdrag, f.fom) || !gjelderPa(oppdrag, f.tom)) return { grunn: 'utenforOppdraget', felt: 'fom' };
  return null;
}

export type Justeringsstand = { readonly fom: Dato; readonly tom: Dato; readonly meldtAv: number | null; readonly godkjent: boolean; readonly avslatt: boolean };
export type KanIkkeBesvare = { readonly grunn: 'besvart' | 'egen' };

/** Whoever reported it cannot answer it, and an answer stands. */
export function kanBesvares(j: Justeringsstand, kontoId: number | null): Result<true, KanIkkeBesvare> {
  if (j.godkjent || j.avslatt) return nei({ grunn: 'besvart' });
  if (j.meldtAv !== null && j.meldtAv === kontoId) return nei({ grunn: 'egen' });
  return ok(true);
}

/** Turned down: it counts until today, since it was made in good faith, and no longer. */
export function avslattFra(j: Pick<Justeringsstand, 'fom'>, iDag: Dato): Dato {
  return senest(j.fom, iDag);
}
