import { brok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { dagnummer } from '#lib/core/dato.ts';
import type { Komponent, Timer } from '#lib/avregning/domain/avregning-inn.ts';
import { antallDager, felles, fellesDager, intervallFor, uten } from '#lib/avregning/domain/dagintervall.ts';
import type { Dagintervall } from '#lib/avregning/domain/dagintervall.ts';
import type { Leveringsoppdrag } from '#lib/avregning/domain/indeks.ts';

type Mengde = { readonly minutter: number; readonly besok: number };
const INGENTING: Mengde = { minutter: 0, besok: 0 };

/** What a vedtak grants through one oppdrag in a stretch of days. Whole numbers over one denominator: `teller / nevner`. */
export type Innvilget = {
  /** Days in force, and those of them that count (less pauses where the component takes them out). */
  readonly dagerIKraft: number;
  readonly tellendeDager: number;
  /** From the vedtak. */
  readonly fraVedtak: Mengde;
  /** From adjustments on the spot. */
  readonly fraJustering: Mengde;
  /** 7 × weeks. */
  readonly nevner: number;
};

/** The days of a stretch that count for a component. */
export function tellendeDager(o: Leveringsoppdrag, vindu: Dagintervall, trekkPause: boolean): Dagintervall[] {
  const iKraft = felles(o.iKraft, vindu);
  if (iKraft.til < iKraft.fra) return [];
  return trekkPause ? uten(iKraft, o.pauser) : [iKraft];
}

function delerFor(omfang: Timer, koder: readonly string[]): Mengde {
  let [minutter, besok] = [0, 0];
  for (const del of omfang.deler) {
    if (!koder.includes(del.tidsband)) continue;
    minutter += del.minutter;
    besok += del.besok;
  }
  return { minutter, besok };
}

function pluss(a: Mengde, b: Mengde, ganger: number): Mengde {
  return { minutter: a.minutter + b.minutter * ganger, besok: a.besok + b.besok * ganger };
}

/**
 * The extent that the oppdrag covers, times days. The cover is the same from day to day but for other oppdrag of the
 * vedtak coming and going, and those never name the same part on the same day: so their days can be counted apart.
 */
function dekketOmfang(o: Leveringsoppdrag, omfang: Timer, band: string | null, dager: readonly Dagintervall[]): Mengde {
  const antall = antallDager(dager);
  const { tidsband } = o.oppdrag;
  if (tidsband !== null) {
    const koder = band === null ? tidsband : tidsband.filter((kode) => kode === band);
    return pluss(INGENTING, delerFor(omfang, koder), antall);
  }
  let dekket = pluss(INGENTING, band === null ? omfang : delerFor(omfang, [band]), antall);
  for (const annet of o.andreMedBand) {
    const koder = band === null ? annet.tidsband : annet.tidsband.filter((kode) => kode === band);
    dekket = pluss(dekket, delerFor(omfang, koder), -fellesDager(dager, annet.iKraft));
  }
  return dekket;
}

function justert(o: Leveringsoppdrag, perUker: number, dager: readonly Dagintervall[]): Mengde {
  let sum = INGENTING;
  for (const j of o.justeringer) {
    const { fra, til } = intervallFor(j);
    const siste = j.avslattFra === null ? til : Math.min(til, dagnummer(j.avslattFra) - 1);
    // adjustments are per week, whatever the vedtak's number of weeks
    sum = pluss(sum, j, perUker * fellesDager(dager, { fra, til: siste }));
  }
  return sum;
}

/** Granted time and visits of an oppdrag in a stretch of days, for a component; nothing when the extent is not in hours. */
export function innvilget(o: Leveringsoppdrag, komponent: Komponent, vindu: Dagintervall): Innvilget {
  const dager = tellendeDager(o, vindu, komponent.trekkPause);
  const { omfang } = o.vedtak;
  const felt = { dagerIKraft: antallDager([felles(o.iKraft, vindu)]), tellendeDager: antallDager(dager) };
  if (omfang.type !== 'TIMER' || dager.length === 0) {
    return { ...felt, fraVedtak: INGENTING, fraJustering: INGENTING, nevner: 7 };
  }
  return {
    ...felt,
    fraVedtak: dekketOmfang(o, omfang, komponent.tidsband, dager),
    fraJustering: komponent.tidsband === null ? justert(o, omfang.perUker, dager) : INGENTING,
    nevner: 7 * omfang.perUker,
  };
}

/** Granted minutes, exactly. */
export function innvilgedeMinutter(i: Innvilget): Brok {
  return brok(i.fraVedtak.minutter + i.fraJustering.minutter, i.nevner);
}

/** Granted visits, exactly. */
export function innvilgedeBesok(i: Innvilget): Brok {
  return brok(i.fraVedtak.besok + i.fraJustering.besok, i.nevner);
}
