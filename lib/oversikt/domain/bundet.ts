import { avrundTilTall, brok } from '#lib/core/brok.ts';
import { dagerMellom } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { periodeFor } from '#lib/core/maned.ts';
import { type Ore, ore } from '#lib/core/ore.ts';
import { type Periode, snitt } from '#lib/core/periode.ts';
import { type Omfang, omfangNokkel } from '#lib/vedtak/domain/omfang.ts';
import { dekketOmfang, type Priskomponent, vedtakspris } from '#lib/vedtak/domain/vedtakspris.ts';

/** The part of a vedtak that one order covers, for the days both are in force. */
export type Oppdragsdel = Periode & { readonly enhetId: number; readonly egneBand: readonly string[]; readonly andresBand: readonly string[] };

/** A vedtak in force or to come, with its orders; the person is a pseudonym. */
export type Lopende = {
  readonly vedtakId: number;
  readonly nummer: string;
  readonly pseudonym: string;
  readonly tjeneste: string;
  readonly fom: string;
  readonly tom: string | null;
  readonly omfang: Omfang;
  readonly deler: readonly Oppdragsdel[];
};

/** What a vedtak commits: whole øre a month and in all, or that a price is missing, which is never 0. */
export type Bundet = { readonly type: 'BUNDET'; readonly perManed: readonly Ore[]; readonly ore: Ore } | { readonly type: 'MANGLER_PRIS' };

/** Øre a year of an extent at a unit; null where nothing follows it, 'MANGLER' where a price is missing. */
export type Arspris = (enhetId: number, tjeneste: string, omfang: Omfang) => number | null | 'MANGLER';

/** Year prices of today's price book, each extent priced once. */
export function arsprisFra(komponenter: (enhetId: number, tjeneste: string) => readonly Priskomponent[]): Arspris {
  const kjente = new Map<string, ReturnType<Arspris>>();
  return (enhetId, tjeneste, omfang) => {
    const nokkel = `${enhetId}/${tjeneste}/${omfangNokkel(omfang)}`;
    const kjent = kjente.get(nokkel);
    if (kjent !== undefined) return kjent;
    const svar = vedtakspris(omfang, komponenter(enhetId, tjeneste));
    const pris = svar.ok ? (svar.verdi?.arOre ?? null) : 'MANGLER';
    kjente.set(nokkel, pris);
    return pris;
  };
}

/** Days of a month that a part is in force. */
function dager(del: Periode, maned: Maned): number {
  const felles = snitt(del, periodeFor(maned));
  return felles === null || felles.tom === null ? 0 : dagerMellom(felles.fom, felles.tom) + 1;
}

/**
 * What a vedtak will cost in the months at the prices of today: the year's price × days in force / 365, each month rounded once, so
 * that months, vedtak and services sum to the same. Pauses and what is not delivered are not taken off. `omfang` asks what another
 * extent would have committed.
 */
export function bundetAv(vedtak: Lopende, arspris: Arspris, maneder: readonly Maned[], omfang: Omfang = vedtak.omfang): Bundet {
  const perManed = maneder.map(() => 0);
  for (const del of vedtak.deler) {
    const antall = maneder.map((m) => dager(del, m));
    if (antall.every((d) => d === 0)) continue;
    const pris = arspris(del.enhetId, vedtak.tjeneste, dekketOmfang(omfang, del.egneBand, del.andresBand));
    if (pris === 'MANGLER') return { type: 'MANGLER_PRIS' };
    if (pris !== null) for (const [i, d] of antall.entries()) perManed[i] = (perManed[i] ?? 0) + avrundTilTall(brok(pris * d, 365));
  }
  return { type: 'BUNDET', perManed: perManed.map((belop) => ore(belop)), ore: ore(perManed.reduce((a, b) => a + b, 0)) };
}
