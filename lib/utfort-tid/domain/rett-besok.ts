import { dagerMellom } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { datoI, fraEpokeMinutt, tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import type { EpokeMinutt, LokalTid } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { gjelderPa } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import { erLast, sisteDagForEndring } from '#lib/utfort-tid/domain/las.ts';
import { umuligTid } from '#lib/utfort-tid/domain/registrer-besok.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';

/** A correction moves a visit at most this many days; further away it is another visit. */
export const LENGSTE_FLYTT = 31;

export type Besoksinnhold = { readonly start: LokalTid; readonly minutter: number; readonly kategori: Kategori };

export type KanIkkeRetteBesok = {
  readonly grunn: 'nullMinutter' | 'forLangt' | 'iFremtiden' | 'ikkeFerdig' | 'grunnMangler' | 'fristUte' | 'ikkeTimer' | 'ingenEndring' | 'forLangtUnna' | 'annenMottaker' | 'oppdragetGjelderIkke';
  readonly felt?: string;
  readonly verdier?: Readonly<Record<string, string | number>>;
};

export type RettetBesok = { readonly dato: Dato; readonly startMinutt: EpokeMinutt; readonly minutter: number; readonly kategori: Kategori };

function fristFor(dag: Dato, iDag: Dato, maneder: number): KanIkkeRetteBesok | null {
  return erLast(dag, iDag, maneder) ? { grunn: 'fristUte', felt: 'dato', verdier: { frist: sisteDagForEndring(dag, maneder) } } : null;
}

/** A correction is a new version with a reason; the old one is kept. It always waits for approval again. */
export function rettBesok(for_: Besoksinnhold, ny: Besoksinnhold, naa: EpokeMinutt, manederEtterArsslutt: number): Result<RettetBesok, KanIkkeRetteBesok> {
  const umulig = umuligTid(ny.start, ny.minutter, naa);
  if (umulig !== null) return nei(umulig);
  if (for_.start === ny.start && for_.minutter === ny.minutter && for_.kategori === ny.kategori) return nei({ grunn: 'ingenEndring' });
  const [fra, til] = [datoI(for_.start), datoI(ny.start)];
  if (Math.abs(dagerMellom(fra, til)) > LENGSTE_FLYTT) return nei({ grunn: 'forLangtUnna', felt: 'dato', verdier: { dager: LENGSTE_FLYTT } });
  const iDag = datoI(fraEpokeMinutt(naa));
  const last = fristFor(fra, iDag, manederEtterArsslutt) ?? fristFor(til, iDag, manederEtterArsslutt);
  if (last !== null) return nei(last);
  return ok({ dato: til, startMinutt: tilEpokeMinutt(ny.start), minutter: ny.minutter, kategori: ny.kategori });
}

export type Flyttemal = { readonly mottakerId: number; readonly fom: Dato; readonly tom: Dato | null; readonly annullert: boolean; readonly iTimer: boolean };

/** One of the two ways out of a visit outside its vedtak: to another order of the same recipient that was in force that day. */
export function flyttBesok(dag: Dato, mottakerId: number, til: Flyttemal, iDag: Dato, manederEtterArsslutt: number): Result<true, KanIkkeRetteBesok> {
  if (til.mottakerId !== mottakerId) return nei({ grunn: 'annenMottaker', felt: 'oppdragId' });
  if (!til.iTimer) return nei({ grunn: 'ikkeTimer', felt: 'oppdragId' });
  if (!gjelderPa(til, dag)) return nei({ grunn: 'oppdragetGjelderIkke', felt: 'oppdragId' });
  const last = fristFor(dag, iDag, manederEtterArsslutt);
  return last === null ? ok(true) : nei(last);
}

/** The other way out: put aside with a reason. The visit is kept with all its versions, and counts nowhere. */
export function leggBortBesok(dag: Dato, iDag: Dato, manederEtterArsslutt: number): Result<true, KanIkkeRetteBesok> {
  const last = fristFor(dag, iDag, manederEtterArsslutt);
  return last === null ? ok(true) : nei(last);
}
