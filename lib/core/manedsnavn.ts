import { type Maned, manedensAr, manedensNummer } from './maned.ts';

// The names are the same in bokmål and nynorsk.
const NAVN = ['januar', 'februar', 'mars', 'april', 'mai', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'desember'] as const;

/** `2026-10` → "oktober". */
export function manedsnavn(m: Maned): string {
  return NAVN[manedensNummer(m) - 1] ?? m;
}

/** `2026-10` → "oktober 2026". */
export function manedOgAr(m: Maned): string {
  return `${manedsnavn(m)} ${manedensAr(m)}`;
}

/** `2026-10` → "10.2026", only in a field where a month is typed; `tolkManed` reads it. */
export function manedSkrevet(m: string): string {
  return `${m.slice(5)}.${m.slice(0, 4)}`;
}

/** What is typed as a month, "10.2026" or "2026-10", as the latter; anything else as it is. */
export function tolkManed(tekst: string): string {
  return tekst.trim().replace(/^(\d{2})[./-](\d{4})$/, '$2-$1');
}

/** `2026-10` → "okt", for axes. */
export function manedKort(m: Maned): string {
  return manedsnavn(m).slice(0, 3);
}

/** First letter large, for the start of a heading. */
export function stor(tekst: string): string {
  return tekst.charAt(0).toLocaleUpperCase('nb') + tekst.slice(1);
}
