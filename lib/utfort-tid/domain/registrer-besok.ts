import type { Dato } from '#lib/core/dato.ts';
import { datoI, fraEpokeMinutt, tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import type { EpokeMinutt, LokalTid } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { gjelderPa } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import { erLast, sisteDagForEndring } from '#lib/utfort-tid/domain/las.ts';

/** Visits, as against other time on an order: they are counted against what is granted. */
export const BESOKSKATEGORIER: readonly Kategori[] = ['BRUKERRETTET', 'BOMTUR'];

export const LENGSTE_BESOK = 24 * 60;
/** A phone's clock may be this much ahead of the server's. */
const KLOKKESLINGRING = 5;

export type Besoksforslag = {
  readonly start: LokalTid;
  readonly minutter: number;
  readonly kategori: Kategori;
  /** why it is entered afterwards, or why it is corrected */
  readonly grunn: string | null;
  /** how it was entered, where that is known: started and stopped on a phone, or afterwards. Else the day decides. */
  readonly foring?: Foring;
};

export type Foring = 'MALT' | 'ETTERPA';

export type Oppdragsramme = {
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly annullert: boolean;
  /** only orders granted in hours have visits */
  readonly iTimer: boolean;
  /** granted per round: minutes and visits; no visits = no length to compare with */
  readonly minutter: number;
  readonly besok: number;
};

export type KanIkkeRegistrereBesok = {
  readonly grunn: 'nullMinutter' | 'forLangt' | 'iFremtiden' | 'ikkeFerdig' | 'grunnMangler' | 'fristUte' | 'ikkeTimer';
  readonly felt?: 'dato' | 'start' | 'minutter' | 'grunn';
  readonly verdier?: Readonly<Record<string, string>>;
};

export type NyttBesok = {
  readonly dato: Dato;
  readonly startMinutt: EpokeMinutt;
  readonly minutter: number;
  readonly planlagtMinutter: number | null;
  readonly kategori: Kategori;
  readonly kilde: 'FELT' | 'ETTERREGISTRERT';
  readonly grunn: string | null;
  /** kept all the same, and settled only when moved */
  readonly utenfor: boolean;
};

/** The length a visit is granted, in whole minutes (half up); null when the vedtak does not say a number of visits. */
export function planlagtLengde(ramme: Pick<Oppdragsramme, 'minutter' | 'besok'>): number | null {
  return ramme.besok > 0 ? Math.floor((2 * ramme.minutter + ramme.besok) / (2 * ramme.besok)) : null;
}

/** What is impossible whoever says it: no time, more than a day, time that has not been. */
export function umuligTid(start: LokalTid, minutter: number, naa: EpokeMinutt): KanIkkeRegistrereBesok | null {
  if (minutter <= 0) return { grunn: 'nullMinutter', felt: 'minutter' };
  if (minutter > LENGSTE_BESOK) return { grunn: 'forLangt', felt: 'minutter' };
  const begynt = tilEpokeMinutt(start);
  if (begynt > naa + KLOKKESLINGRING) return { grunn: 'iFremtiden', felt: datoI(start) > datoI(fraEpokeMinutt(naa)) ? 'dato' : 'start' };
  if (begynt + minutter > naa + KLOKKESLINGRING) return { grunn: 'ikkeFerdig', felt: 'minutter' };
  return null;
}

/** A visit is always kept when it can have happened: one outside the order's time is stored too, and marked. */
export function registrerBesok(
  forslag: Besoksforslag,
  ramme: Oppdragsramme,
  naa: EpokeMinutt,
  manederEtterArsslutt: number,
): Result<NyttBesok, KanIkkeRegistrereBesok> {
  const umulig = umuligTid(forslag.start, forslag.minutter, naa);
  if (umulig !== null) return nei(umulig);
  if (!ramme.iTimer) return nei({ grunn: 'ikkeTimer' });
  const dag = datoI(forslag.start);
  const iDag = datoI(fraEpokeMinutt(naa));
  if (erLast(dag, iDag, manederEtterArsslutt)) {
    return nei({ grunn: 'fristUte', felt: 'dato', verdier: { frist: sisteDagForEndring(dag, manederEtterArsslutt) } });
  }
  const etterpa = forslag.foring === undefined ? dag < iDag : forslag.foring === 'ETTERPA';
  if (etterpa && forslag.grunn === null) return nei({ grunn: 'grunnMangler', felt: 'grunn' });
  return ok({
    dato: dag,
    startMinutt: tilEpokeMinutt(forslag.start),
    minutter: forslag.minutter,
    planlagtMinutter: planlagtLengde(ramme),
    kategori: forslag.kategori,
    kilde: etterpa ? 'ETTERREGISTRERT' : 'FELT',
    grunn: forslag.grunn,
    utenfor: !gjelderPa(ramme, dag),
  });
}
