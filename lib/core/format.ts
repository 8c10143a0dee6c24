import { avrund, brok, ganger, tilDesimal } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Ore } from '#lib/core/ore.ts';

/** What people read, the same on every machine: no locale data of the host is asked. */
export const HARDT_MELLOMROM = '\u00a0';
export const MINUSTEGN = '\u2212';
const TANKESTREK = '\u2013';

function grupper(sifre: string): string {
  return sifre.replace(/\B(?=(\d{3})+(?!\d))/g, HARDT_MELLOMROM);
}

function fortegnFor(negativ: boolean): string {
  return negativ ? MINUSTEGN : '';
}

/** `1 234 567`. */
export function formatHeltall(n: number | bigint): string {
  const tall = BigInt(n);
  return fortegnFor(tall < 0n) + grupper((tall < 0n ? -tall : tall).toString());
}

/** `12,5` from an exact fraction; `−0,04` never prints as `−0,0`. */
export function formatDesimal(verdi: Brok, desimaler: number): string {
  const tekst = tilDesimal(verdi, desimaler);
  const negativ = tekst.startsWith('-');
  const [hel = '0', rest] = (negativ ? tekst.slice(1) : tekst).split('.');
  const erNull = !/[1-9]/.test(tekst);
  return fortegnFor(negativ && !erNull) + grupper(hel) + (rest === undefined ? '' : `,${rest}`);
}

/** `1 234 567,50 kr`. */
export function formatKroner(belop: Ore): string {
  return `${formatDesimal(brok(belop, 100), 2)}${HARDT_MELLOMROM}kr`;
}

/** `1 234 568 kr`, rounded to whole kroner. */
export function formatHeleKroner(belop: Ore): string {
  return `${formatDesimal(brok(belop, 100), 0)}${HARDT_MELLOMROM}kr`;
}

/** `12,3 mill. kr`. */
export function formatMillioner(belop: Ore): string {
  return `${formatDesimal(brok(belop, 100_000_000), 1)}${HARDT_MELLOMROM}mill.${HARDT_MELLOMROM}kr`;
}

/** Signed difference `+1 234,50 kr` / `−1 234,50 kr`; 0 has no sign. */
export function formatDifferanse(belop: Ore): string {
  return (belop > 0 ? '+' : '') + formatKroner(belop);
}

/** Signed difference in whole kroner. */
export function formatHelDifferanse(belop: Ore): string {
  const tekst = formatHeleKroner(belop);
  return (belop > 0 && avrund(brok(belop, 100)) !== 0n ? '+' : '') + tekst;
}

/** Hours of minutes as a number: 210 → `3,5`. */
export function formatTimer(minutter: number | Brok, desimaler = 1): string {
  const verdi = typeof minutter === 'number' ? brok(minutter, 60) : ganger(minutter, brok(1, 60));
  return formatDesimal(verdi, desimaler);
}

/** Hours and minutes in words: 210 → `3 t 30 min`, 45 → `45 min`, 120 → `2 t`. */
export function formatVarighet(minutter: number): string {
  const positiv = Math.abs(minutter);
  const timer = Math.floor(positiv / 60);
  const rest = positiv % 60;
  const deler = [
    ...(timer > 0 ? [`${grupper(String(timer))}${HARDT_MELLOMROM}t`] : []),
    ...(rest > 0 || timer === 0 ? [`${rest}${HARDT_MELLOMROM}min`] : []),
  ];
  return fortegnFor(minutter < 0) + deler.join(HARDT_MELLOMROM);
}

/** `5,2 %` of the share 0.052. */
export function formatProsent(andel: Brok, desimaler = 1): string {
  return `${formatDesimal(ganger(andel, brok(100)), desimaler)}${HARDT_MELLOMROM}%`;
}

/** Signed: `+5,2 %`. */
export function formatEndring(andel: Brok, desimaler = 1): string {
  const tekst = formatProsent(andel, desimaler);
  return (andel.t > 0n && /[1-9]/.test(tekst) ? '+' : '') + tekst;
}

/** `05.01.2026`. */
export function formatDato(d: Dato): string {
  return `${d.slice(8, 10)}.${d.slice(5, 7)}.${d.slice(0, 4)}`;
}

/** `05.01.2026–31.01.2026`, or `05.01.2026–` when open-ended. */
export function formatPeriode(fom: Dato, tom: Dato | null): string {
  return `${formatDato(fom)}${TANKESTREK}${tom === null ? '' : formatDato(tom)}`;
}
