import { dagnummer, type Dato, datoFraDagnummer } from '#lib/core/dato.ts';
import { type Maned, manedFor } from '#lib/core/maned.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';

export const SVAR = ['KAN_TA_IMOT', 'KAN_IKKE'] as const;
export type Svar = (typeof SVAR)[number];

/** A patient that the hospital has declared ready. `meldtKlar` is the moment of the message. */
export type Utskrivning = {
  readonly meldtKlar: Date;
  readonly svar: Svar | null;
  readonly kanFra: Dato | null;
  readonly hentet: Dato | null;
  readonly trukket: boolean;
};

const DOGN_MS = 86_400_000;

/** The municipality answers within a day of the message. Milliseconds since 1970. */
export function svarfrist(u: Pick<Utskrivning, 'meldtKlar'>): number {
  return u.meldtKlar.getTime() + DOGN_MS;
}

/**
 * The nights the municipality pays for: from the day the patient was declared ready until the day it could receive, or
 * the patient left; up to `iDag` while neither has come. A message the hospital withdrew costs nothing. Source: forskrift
 * om kommunal betaling for utskrivningsklare pasienter § 13 (not confirmed here; said so on the page).
 */
export function betalingsdogn(u: Utskrivning, iDag: Dato): { readonly fra: Dato; readonly til: Dato; readonly antall: number } | null {
  if (u.trukket) return null;
  const fra = datoVed(u.meldtKlar.getTime());
  const slutter = [u.svar === 'KAN_TA_IMOT' ? u.kanFra : null, u.hentet, iDag].filter((d) => d !== null);
  const til = slutter.reduce((tidligst, d) => (d < tidligst ? d : tidligst));
  const antall = dagnummer(til) - dagnummer(fra);
  return antall > 0 ? { fra, til, antall } : null;
}

/** The payable nights by the month they lie in. */
export function betalingsdognPerManed(utskrivninger: readonly Utskrivning[], iDag: Dato): Map<Maned, number> {
  const svar = new Map<Maned, number>();
  for (const u of utskrivninger) {
    const dogn = betalingsdogn(u, iDag);
    if (dogn === null) continue;
    for (let n = dagnummer(dogn.fra); n < dagnummer(dogn.til); n += 1) {
      const m = manedFor(datoFraDagnummer(n));
      svar.set(m, (svar.get(m) ?? 0) + 1);
    }
  }
  return svar;
}

export type KanIkkeSvare = { readonly grunn: 'ER_AVSLUTTET' | 'KAN_FRA_MANGLER' | 'FOR_MELDT' | 'IKKE_I_FREMTIDEN'; readonly felt?: string };

/** The answer to the hospital; it may be changed while the patient is there. */
export function svarPa(u: Utskrivning, svar: Svar, kanFra: Dato | null): Result<{ svar: Svar; kanFra: Dato | null }, KanIkkeSvare> {
  if (u.trukket || u.hentet !== null) return nei({ grunn: 'ER_AVSLUTTET' });
  if (svar === 'KAN_IKKE') return ok({ svar, kanFra: null });
  if (kanFra === null) return nei({ grunn: 'KAN_FRA_MANGLER', felt: 'kanFra' });
  return kanFra < datoVed(u.meldtKlar.getTime()) ? nei({ grunn: 'FOR_MELDT', felt: 'kanFra' }) : ok({ svar, kanFra });
}

/** The day the patient left the hospital. */
export function hentPasient(u: Utskrivning, dag: Dato, iDag: Dato): Result<Dato, KanIkkeSvare> {
  if (u.trukket || u.hentet !== null) return nei({ grunn: 'ER_AVSLUTTET' });
  if (dag > iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN', felt: 'hentet' });
  return dag < datoVed(u.meldtKlar.getTime()) ? nei({ grunn: 'FOR_MELDT', felt: 'hentet' }) : ok(dag);
}
