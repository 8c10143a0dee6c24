import { avrundTilTall, brok, ganger, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';

/** The parts of a day that a unit staffs, in minutes after midnight, from and to; the night goes past midnight. */
export const DOGNDELER = [
  { kode: 'DAG', fra: 450, til: 930 },
  { kode: 'KVELD', fra: 930, til: 1350 },
  { kode: 'NATT', fra: 1350, til: 1890 },
] as const;
export type Dogndel = (typeof DOGNDELER)[number]['kode'];

/** The part of the day a minute lies in. */
export function dogndelAv(minutt: number): Dogndel {
  return DOGNDELER.find((d) => (minutt >= d.fra && minutt < d.til) || (minutt + 1440 >= d.fra && minutt + 1440 < d.til))?.kode ?? 'NATT';
}

/** Planned minutes of a weekday and start minute in a week, as the plan in force then says, and those that nobody has. */
export type Behovsrad = { readonly uke: number; readonly ukedag: number; readonly startMinutt: number; readonly minutter: number; readonly utenAnsatt: number };
export type Behovscelle = { readonly ukedag: number; readonly dogndel: Dogndel; readonly minutter: number; readonly utenAnsatt: number };
/** A week ahead: what is granted (planned and not) beside paid minutes at recipients. */
export type Behovsuke = { readonly uke: number; readonly vedtattMinutter: number; readonly kapasitetMinutter: number | null };

/** The demand of an average week by weekday and time of day: the mean of the weeks, rounded once in each cell. */
export function behovPerDag(rader: readonly Behovsrad[], uker: number): Behovscelle[] {
  if (uker <= 0) return [];
  const celler = Map.groupBy(rader, (r) => `${r.ukedag}/${dogndelAv(r.startMinutt)}`);
  const snitt = (egne: readonly Behovsrad[], felt: 'minutter' | 'utenAnsatt'): number => avrundTilTall(brok(egne.reduce((s, r) => s + r[felt], 0), uker));
  return [1, 2, 3, 4, 5, 6, 7].flatMap((ukedag) =>
    DOGNDELER.map(({ kode }) => {
      const egne = celler.get(`${ukedag}/${kode}`) ?? [];
      return { ukedag, dogndel: kode, minutter: snitt(egne, 'minutter'), utenAnsatt: snitt(egne, 'utenAnsatt') };
    }),
  );
}

/** A vedtak's minutes in a week: the days in force and not paused of what it gives per `perUker` weeks. */
export type Vedtaksuke = { readonly uke: number; readonly minutter: number; readonly perUker: number; readonly dager: number };

/**
 * Granted minutes week by week beside what the paid hours give at recipients: paid minutes a week × the share of them that
 * goes to recipients, both of the newest month that is known.
 */
export function behovPerUke(vedtak: readonly Vedtaksuke[], uker: readonly number[], betalt: { readonly minutter: number; readonly brukerrettet: number; readonly dager: number } | null): Behovsuke[] {
  const kapasitetMinutter = betalt === null || betalt.dager <= 0 ? null : avrundTilTall(ganger(brok(betalt.brukerrettet, betalt.dager), brok(7)));
  return uker.map((uke) => {
    const sum = vedtak.filter((v) => v.uke === uke).reduce<Brok>((s, v) => pluss(s, brok(v.minutter * v.dager, 7 * v.perUker)), brok(0));
    return { uke, vedtattMinutter: avrundTilTall(sum), kapasitetMinutter };
  });
}
