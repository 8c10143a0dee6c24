/** The two written forms the screens come in; the first is what a new visitor gets. */
export const SPRAK = ['nb', 'nn'] as const;
export type Sprak = (typeof SPRAK)[number];

/** Cookie that remembers the reader's choice; the address is the same in both languages. */
export const SPRAK_COOKIE = 'sprak';

/** Any string → a language we have; unknown or missing → bokmål. */
export function tolkSprak(verdi: string | undefined): Sprak {
  return SPRAK.find((sprak) => sprak === verdi) ?? 'nb';
}
