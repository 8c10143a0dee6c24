import { parseDato, datoAv, datoFraDagnummer, dagerIManed } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { manedAv, manedFor } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { lesBelop, lesDato, lesDesimal } from '#lib/core/tolk-felt.ts';
import type { Celle, Kolonnetype } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

/** Why a cell cannot be read: a key under filimport.feil. */
export type Cellefeil = 'IKKE_KLOKKESLETT' | 'IKKE_TALL' | 'FOR_MANGE_DESIMALER' | 'IKKE_DATO' | 'IKKE_MANED' | 'PERIODE_13' | 'FORMEL' | 'FOR_LANG' | 'FOR_STOR' | 'REGNEARKFEIL';
type Svar = Result<string | number | null, Cellefeil>;

const MAKS_TEKST = 500;
/** Day number 0 of a spreadsheet, counted from 1970-01-01. Serials before 1927 are taken for plain numbers. */
const EPOKE = 25_569;
const MIN_SERIE = 10_000;
const MAKS_SERIE = 80_000;
const MANEDER = ['jan', 'feb', 'mar', 'apr', 'mai', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'des'];
const FEILVERDI = /^#(?:REF!|N\/A|VALUE!|VERDI!|DIV\/0!|NAME\?|NAVN\?|NUM!|NULL!|I\/T)$/i;

/** A formula that a spreadsheet wrote to keep leading zeros, ="0101", is its text. */
function utenFormel(tekst: string): string | null {
  const pakket = /^="((?:[^"]|"")*)"$/.exec(tekst);
  if (pakket) return (pakket[1] ?? '').replaceAll('""', '"');
  return /^[=@]|^[+-](?![\d\s(.,])/.test(tekst) ? null : tekst;
}

/** Spaces of every kind trimmed and made one. */
export function rensTekst(tekst: string): string {
  return tekst.replaceAll(/[\s\u00a0\u202f\u2007]+/g, ' ').trim();
}

/** "(1 234,50)", "1 234,50-", "−1 234,50", "'1234" → a plain number as people type it. */
function vanligTall(tekst: string): string {
  const ren = tekst.replaceAll(/['’\s\u00a0\u202f\u2007]/g, '').replaceAll(/[\u2212\u2013]/g, '-');
  const parentes = /^\((.+)\)$/.exec(ren);
  if (parentes) return `-${parentes[1]}`;
  return ren.length > 2 && ren.endsWith('-') && !ren.endsWith(',-') ? `-${ren.slice(0, -1)}` : ren;
}

/** A spreadsheet's number × 10^desimaler, when it is that many decimals up to binary noise. */
function skalert(tall: number, desimaler: number): number | null {
  const stort = tall * 10 ** desimaler;
  const helt = Math.round(stort);
  return Math.abs(stort - helt) <= Math.max(1e-4, Math.abs(stort) * 1e-9) ? (helt === 0 ? 0 : helt) : null;
}

function trygt(tall: number | null): Svar {
  if (tall === null) return nei('FOR_MANGE_DESIMALER');
  return Number.isSafeInteger(tall) ? ok(tall) : nei('FOR_STOR');
}

function lesDesimaltall(celle: string | number, desimaler: number): Result<string, Cellefeil> {
  if (typeof celle === 'number') {
    const helt = skalert(celle, desimaler);
    if (helt === null) return nei('FOR_MANGE_DESIMALER');
    if (!Number.isSafeInteger(helt)) return nei('FOR_STOR');
    const sifre = String(Math.abs(helt)).padStart(desimaler + 1, '0');
    return ok(`${helt < 0 ? '-' : ''}${sifre.slice(0, -desimaler)}.${sifre.slice(-desimaler)}`);
  }
  const vanlig = vanligTall(celle);
  const tekst = lesDesimal(vanlig, desimaler);
  if (tekst !== null) return ok(tekst);
  return nei(lesDesimal(vanlig, 30) === null ? 'IKKE_TALL' : 'FOR_MANGE_DESIMALER');
}

function belop(celle: string | number): Svar {
  if (typeof celle === 'number') return trygt(skalert(celle, 2));
  const vanlig = vanligTall(celle);
  const ore = lesBelop(vanlig);
  if (ore !== null) return ok(ore);
  const lest = lesDesimal(vanlig, 30);
  return nei(lest === null ? 'IKKE_TALL' : /\.\d{3,}$/.test(lest) ? 'FOR_MANGE_DESIMALER' : 'FOR_STOR');
}

/** Hours → whole minutes, half away from zero; "37:30" and "37 t 30 min" too. */
function timer(celle: string | number): Svar {
  if (typeof celle === 'string') {
    const klokke = /^(-?)(\d+)[:](\d{2})$/.exec(vanligTall(celle)) ?? /^(-?)(\d+)t(\d{1,2})(?:m|min)?$/.exec(vanligTall(celle));
    if (klokke && Number(klokke[3]) < 60) return ok((klokke[1] === '-' ? -1 : 1) * (Number(klokke[2]) * 60 + Number(klokke[3])));
  }
  const tekst = lesDesimaltall(typeof celle === 'number' ? Math.round(celle * 1e6) / 1e6 : celle, 6);
  if (!tekst.ok) return tekst;
  const negativ = tekst.verdi.startsWith('-');
  const [hel = '0', rest = ''] = tekst.verdi.replace('-', '').split('.');
  const milliondeler = BigInt(hel + rest.padEnd(6, '0'));
  const minutter = Number((milliondeler * 60n + 500_000n) / 1_000_000n);
  return Number.isSafeInteger(minutter) ? ok(negativ && minutter !== 0 ? -minutter : minutter) : nei('FOR_STOR');
}

function rimelig(d: Dato | null): Dato | null {
  return d !== null && d >= '1850-01-01' && d < '2200-01-01' ? d : null;
}

/** A spreadsheet's day number → the date, or null outside 1927–2119. */
function fraSerie(tall: number): Dato | null {
  return tall >= MIN_SERIE && tall < MAKS_SERIE ? datoFraDagnummer(Math.floor(tall) - EPOKE) : null;
}

function tilDato(celle: string | number): Dato | null {
  if (typeof celle === 'number') return fraSerie(celle) ?? (celle >= 18_500_101 ? tilDato(String(celle)) : null);
  const ren = rensTekst(celle).replace(/[T ]\d{2}[.:]\d{2}(?:[.:]\d{2}(?:\.\d+)?)?Z?$/, '');
  const vanlig = rimelig(lesDato(ren));
  if (vanlig !== null) return vanlig;
  const tett = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})$/.exec(ren);
  if (tett) {
    const [ar, m, d] = [Number(tett[1]), Number(tett[2]), Number(tett[3])];
    if (m >= 1 && m <= 12 && d >= 1 && d <= dagerIManed(ar, m)) return rimelig(datoAv(ar, m, d));
  }
  return /^\d{5}(?:[.,]0+)?$/.test(ren) ? fraSerie(Number.parseInt(ren, 10)) : null;
}

function manedsnummer(ord: string): number {
  return MANEDER.indexOf(ord.toLowerCase().slice(0, 3)) + 1;
}

/** A month number without a year is `--10`, for a year column to complete. */
function avArOgNummer(ar: number, nummer: number): Svar {
  const heltAr = ar < 100 ? 2000 + ar : ar;
  if (nummer >= 13 && nummer <= 16) return nei('PERIODE_13');
  return nummer >= 1 && nummer <= 12 && heltAr >= 1900 && heltAr < 2200 ? ok(manedAv(heltAr, nummer)) : nei('IKKE_MANED');
}

function manedFraTekst(celle: string): Svar {
  const ren = rensTekst(celle);
  if (/^\d{1,2}\.?$/.test(ren)) {
    const nummer = Number.parseInt(ren, 10);
    if (nummer >= 13 && nummer <= 16) return nei('PERIODE_13');
    return nummer >= 1 && nummer <= 12 ? ok(`--${String(nummer).padStart(2, '0')}`) : nei('IKKE_MANED');
  }
  const arForst = /^(\d{4})[-/. ]?M?(\d{1,2})$/i.exec(ren);
  if (arForst) return avArOgNummer(Number(arForst[1]), Number(arForst[2]));
  const arSist = /^(\d{1,2})[-/. ](\d{4})$/.exec(ren);
  if (arSist) return avArOgNummer(Number(arSist[2]), Number(arSist[1]));
  const ord = /^([a-zæøå]{3,9})[-. /']*(\d{4}|\d{2})?$/i.exec(ren) ?? omvendt(/^(\d{4})[-. /]*([a-zæøå]{3,9})\.?$/i.exec(ren));
  if (ord && manedsnummer(ord[1] ?? '') > 0) {
    const nummer = manedsnummer(ord[1] ?? '');
    return ord[2] === undefined ? ok(`--${String(nummer).padStart(2, '0')}`) : avArOgNummer(Number(ord[2]), nummer);
  }
  const d = tilDato(ren);
  return d === null ? nei('IKKE_MANED') : ok(manedFor(d));
}

function omvendt(treff: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return treff ? [treff[0], treff[2], treff[1]] : null;
}

function tilManed(celle: string | number): Svar {
  if (typeof celle === 'string') return manedFraTekst(celle);
  const d = fraSerie(celle);
  if (d !== null) return ok(manedFor(d));
  return Number.isInteger(celle) ? manedFraTekst(String(celle)) : nei('IKKE_MANED');
}

function tekst(celle: string | number): Svar {
  const ren = rensTekst(String(celle));
  return ren.length > MAKS_TEKST ? nei('FOR_LANG') : ok(ren);
}

/** "08:15", "kl. 8.15", "0815", the time of a date and time, or a spreadsheet's fraction of a day → "08:15"; seconds are cut off. */
function klokkeslett(celle: string | number): Svar {
  if (typeof celle === 'number') {
    const heltall = Number.isInteger(celle) && celle >= 0 && celle < 2400 ? fraSifre(Math.floor(celle / 100), celle % 100) : null;
    if (heltall !== null) return heltall;
    const minutt = Math.floor((celle - Math.floor(celle)) * 1440 + 1e-4);
    return celle >= 0 && celle < MAKS_SERIE ? fraSifre(Math.floor(minutt / 60), minutt % 60) : nei('IKKE_KLOKKESLETT');
  }
  const treff = /^(?:kl\.? ?|\d{4}-\d{2}-\d{2}[T ]|\d{1,2}\.\d{1,2}\.\d{4} )?(\d{1,2})(?:[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?)?$/i.exec(celle) ?? /^(\d{2})(\d{2})$/.exec(celle);
  return treff?.[2] === undefined ? nei('IKKE_KLOKKESLETT') : fraSifre(Number(treff[1]), Number(treff[2]));
}

function fraSifre(time: number, minutt: number): Svar {
  return time < 24 && minutt < 60 ? ok(`${String(time).padStart(2, '0')}:${String(minutt).padStart(2, '0')}`) : nei('IKKE_KLOKKESLETT');
}

const LESERE: Readonly<Record<Kolonnetype, (celle: string | number) => Svar>> = {
  tekst,
  kode: tekst,
  belop,
  desimal: (celle) => lesDesimaltall(celle, 4),
  heltall: (celle) => {
    const svar = lesDesimaltall(celle, 2);
    if (!svar.ok) return svar;
    const tall = Number(svar.verdi);
    return Number.isInteger(tall) ? trygt(tall) : nei('FOR_MANGE_DESIMALER');
  },
  dato: (celle) => {
    const d = typeof celle === 'string' ? (parseDato(celle) ?? tilDato(celle)) : tilDato(celle);
    return d === null ? nei('IKKE_DATO') : ok(d);
  },
  klokkeslett,
  maned: tilManed,
  timer,
};

/** A cell as a value of the column's type: null when it is empty, never a guess. */
export function lesCelle(celle: Celle, type: Kolonnetype): Svar {
  if (celle === null) return ok(null);
  if (typeof celle === 'number') return Number.isFinite(celle) ? LESERE[type](celle) : nei('IKKE_TALL');
  const trimmet = celle.trim();
  if (rensTekst(trimmet) === '') return ok(null);
  if (FEILVERDI.test(trimmet)) return nei('REGNEARKFEIL');
  const uten = utenFormel(trimmet);
  if (uten === null) return nei('FORMEL');
  return rensTekst(uten) === '' ? ok(null) : LESERE[type](uten);
}
