import { arFor } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { erSyntetisk, harGyldigeKontrollsifre } from '#lib/sak/domain/fodselsnummer.ts';

export type Nummertype = 'FODSELSNUMMER' | 'D_NUMMER';
export type Nummeravslag = 'nummerSiffer' | 'nummerKontroll' | 'nummerEkteIDemo' | 'nummerSyntetisk' | 'nummerDato';

/** The number as it is stored: digits only, without the space people write after the date. */
export function rensNummer(tekst: string): string {
  return tekst.replaceAll(/[\s.]/g, '');
}

/** A D-number has the day + 40. */
export function nummertype(nummer: string): Nummertype {
  return Number(nummer[0]) >= 4 ? 'D_NUMMER' : 'FODSELSNUMMER';
}

/** Day, month and two digits of the year that the number begins with, without the offsets of D-numbers (40) and made-up numbers (80). */
function datodel(nummer: string): string {
  const dag = Number(nummer.slice(0, 2)) % 40;
  const maned = Number(nummer.slice(2, 4)) % 80;
  return `${String(dag).padStart(2, '0')}${String(maned).padStart(2, '0')}${nummer.slice(4, 6)}`;
}

/** True when the number begins with the date. They may differ lawfully (FOR-2017-07-14-1201 § 3-3-1), so it is a question and not an error. */
export function stemmerMedDato(nummer: string, fodt: Dato): boolean {
  return datodel(nummer) === `${fodt.slice(8, 10)}${fodt.slice(5, 7)}${fodt.slice(2, 4)}`;
}

/**
 * Whether the number may be registered. Numbers of both rules are taken: those assigned from 1 January 2032 stand beside
 * the older ones. A demo kommune takes made-up numbers only, any other takes none.
 *
 * @param avvikBekreftet the writer has said that the number's date and the date of birth do differ
 */
export function vurderNummer(tekst: string, fodt: Dato, demo: boolean, avvikBekreftet: boolean): Result<{ nummer: string; type: Nummertype }, Nummeravslag> {
  const nummer = rensNummer(tekst);
  if (!/^\d{11}$/.test(nummer)) return nei('nummerSiffer');
  if (!harGyldigeKontrollsifre(nummer)) return nei('nummerKontroll');
  if (demo && !erSyntetisk(nummer)) return nei('nummerEkteIDemo');
  if (!demo && erSyntetisk(nummer)) return nei('nummerSyntetisk');
  if (!avvikBekreftet && !stemmerMedDato(nummer, fodt)) return nei('nummerDato');
  return ok({ nummer, type: nummertype(nummer) });
}

export type Sok =
  | { readonly type: 'NUMMER'; readonly nummer: string }
  | { readonly type: 'FODT'; readonly dato: Dato }
  | { readonly type: 'TEKST'; readonly tekst: string };

/**
 * What someone means who types in the search field: a number, a date of birth, or a name.
 * `lest` is the text read as a date, or null; two-digit years that would be in the future are in the century before.
 */
export function tolkSok(tekst: string, lest: Dato | null, idag: Dato): Sok {
  const nummer = rensNummer(tekst);
  if (/^\d{11}$/.test(nummer)) return { type: 'NUMMER', nummer };
  if (lest !== null) return { type: 'FODT', dato: lest > idag ? (`${arFor(lest) - 100}${lest.slice(4)}` as Dato) : lest };
  return { type: 'TEKST', tekst };
}
