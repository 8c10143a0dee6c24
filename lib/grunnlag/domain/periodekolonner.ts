import { erManed, manedAv, type Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Kolonne, Radfeil, Verdier } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

/** The columns that every file of the economy has in common: unit, month, and a year where the month is only a number. */
export const ENHETSKOLONNE: Kolonne = {
  nokkel: 'enhet', type: 'kode', kodeliste: 'enhet', pakrevd: true,
  aliaser: ['Enhet', 'Enhetskode', 'Ansvar', 'Ansvarssted', 'Ansvarskode', 'Avdeling', 'Koststed', 'Orgenhet', 'Organisasjonsenhet', 'Eining'],
};
export const PERIODEKOLONNER: readonly Kolonne[] = [
  { nokkel: 'maned', type: 'maned', pakrevd: true, aliaser: ['Måned', 'Periode', 'Månad', 'Dato', 'Bokføringsperiode', 'Regnskapsperiode', 'Rekneskapsperiode', 'Mnd'] },
  { nokkel: 'ar', type: 'heltall', pakrevd: false, aliaser: ['År', 'Regnskapsår', 'Rekneskapsår'] },
];

/** The month of a row, completed by the year column where the cell only has a month's number. */
export function lesPeriode(verdier: Verdier): Result<Maned, Radfeil> {
  const maned = String(verdier['maned'] ?? '');
  if (erManed(maned)) return ok(maned);
  const ar = verdier['ar'];
  const nummer = Number(maned.slice(2));
  if (typeof ar !== 'number') return nei({ kolonne: 'maned', grunn: 'MANED_UTEN_AR', verdi: String(nummer) });
  if (ar < 1990 || ar > 2100) return nei({ kolonne: 'ar', grunn: 'IKKE_AR', verdi: String(ar) });
  return ok(manedAv(ar, nummer));
}

/** The sum of amounts that a period may hold and still be counted exactly. */
export function tall(verdi: string | number | null | undefined): number | null {
  return typeof verdi === 'number' ? verdi : null;
}
