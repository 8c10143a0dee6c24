import { datoAv, parseDato, dagerIManed } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';

/** Reading what people type in a field. Each returns null when the text cannot be read; none of them guesses. */

/** Spaces of every kind people paste, and the minus signs they use. */
function rens(tekst: string): string {
  return tekst.replace(/[\s\u00a0\u202f]/g, '').replace(/[\u2212\u2013]/g, '-');
}

/**
 * "1 234,5", "1.234,50", "−12" → [-]digits[.digits] with at most `desimaler` digits after the point.
 * A dot groups thousands only where three digits follow each and a comma or another group says so; otherwise it is
 * the decimal sign, as in "5.25".
 */
function tilDesimaltekst(tekst: string, desimaler: number): string | null {
  let ren = rens(tekst).replace(/kr\.?$|,-$/i, '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(ren) && (ren.includes(',') || (ren.match(/\./g)?.length ?? 0) > 1)) ren = ren.replaceAll('.', '');
  const treff = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(ren);
  if (!treff) return null;
  const rest = (treff[3] ?? '').replace(/0+$/, '');
  if (rest.length > desimaler) return null;
  return `${treff[1]}${treff[2]}${rest ? `.${rest}` : ''}`;
}

/** Decimal text × 10^desimaler as a safe integer, exactly. */
function tilSkalert(tekst: string, desimaler: number): number | null {
  const desimal = tilDesimaltekst(tekst, desimaler);
  if (desimal === null) return null;
  const [hel = '0', rest = ''] = desimal.replace('-', '').split('.');
  const tall = Number(hel + rest.padEnd(desimaler, '0'));
  if (!Number.isSafeInteger(tall)) return null;
  return desimal.startsWith('-') && tall !== 0 ? -tall : tall;
}

/** "12 400", "12 400,50", "kr"-suffixed → øre. */
export function lesBelop(tekst: string): number | null {
  return tilSkalert(tekst, 2);
}

/** A whole number. */
export function lesHeltall(tekst: string): number | null {
  return tilSkalert(tekst, 0);
}

/** A decimal number as exact text with a point ("5.25"), at most `desimaler` decimals. */
export function lesDesimal(tekst: string, desimaler: number): string | null {
  return tilDesimaltekst(tekst, desimaler);
}

/**
 * Minutes from "5,25", "5,25 t", "5 t 15 min", "5:15", "45 min". A bare number is decimal hours, or minutes when
 * `bareTall` says so. Null when it is not a whole number of minutes.
 */
export function lesMinutter(tekst: string, bareTall: 'timer' | 'minutter' = 'timer'): number | null {
  const ren = rens(tekst).toLowerCase();
  const klokke = /^(\d+):([0-5]\d)$/.exec(ren);
  if (klokke) return Number(klokke[1]) * 60 + Number(klokke[2]);
  const deler = /^(?:(\d+(?:[.,]\d+)?)(?:timer|time|tim|t|h))?(?:(\d+)(?:minutter|minutt|min|m))?$/.exec(ren);
  if (deler && (deler[1] !== undefined || deler[2] !== undefined)) {
    const fraTimer = deler[1] === undefined ? 0 : timerTilMinutter(deler[1]);
    return fraTimer === null ? null : fraTimer + Number(deler[2] ?? 0);
  }
  return bareTall === 'timer' ? timerTilMinutter(ren) : lesIkkeNegativ(ren);
}

function timerTilMinutter(tekst: string): number | null {
  const hundredeler = tilSkalert(tekst, 2);
  if (hundredeler === null || hundredeler < 0) return null;
  const minutter = hundredeler * 60;
  return minutter % 100 === 0 ? minutter / 100 : null;
}

function lesIkkeNegativ(tekst: string): number | null {
  const tall = lesHeltall(tekst);
  return tall === null || tall < 0 ? null : tall;
}

/** "5.1.2026", "05.01.26", "05012026", "2026-01-05" → a date that exists. Two-digit years are in this century. */
export function lesDato(tekst: string): Dato | null {
  const ren = rens(tekst);
  const iso = parseDato(ren);
  if (iso) return iso;
  const treff = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(ren) ?? /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(ren);
  if (!treff) return null;
  const [dag, maned, ar] = [Number(treff[1]), Number(treff[2]), Number(treff[3])];
  const heltAr = ar < 100 ? 2000 + ar : ar;
  if (maned < 1 || maned > 12 || dag < 1 || dag > dagerIManed(heltAr, maned)) return null;
  return datoAv(heltAr, maned, dag);
}

/** "7.40", "07:40", "0740" → "07:40". */
export function lesKlokkeslett(tekst: string): string | null {
  const treff = /^(\d{1,2})[.:](\d{2})$/.exec(rens(tekst)) ?? /^(\d{2})(\d{2})$/.exec(rens(tekst));
  if (!treff || Number(treff[1]) > 23 || Number(treff[2]) > 59) return null;
  return `${treff[1]?.padStart(2, '0')}:${treff[2]}`;
}
