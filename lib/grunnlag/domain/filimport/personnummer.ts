import type { Celle } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

const VEKTER_1 = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1] as const;
const VEKTER_2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

function rest(sifre: string, vekter: readonly number[]): number {
  return vekter.reduce((sum, vekt, i) => sum + vekt * Number(sifre[i]), 0) % 11;
}

/** Eleven digits that are a day, a month and two control digits, also of D-numbers and made-up ones (FOR-2017-07-14-1201 § 2-2-1). */
function erPersonnummer(sifre: string): boolean {
  const dag = Number(sifre.slice(0, 2)) % 40;
  const maned = Number(sifre.slice(2, 4));
  const kalender = [maned, maned - 20, maned - 40, maned - 60, maned - 80].some((m) => m >= 1 && m <= 12);
  return dag >= 1 && dag <= 31 && kalender && rest(sifre, VEKTER_1) <= 3 && rest(sifre, VEKTER_2) === 0;
}

/** Whether a cell holds a person's number. A file of accounts, hours or budget is refused when one does. */
export function harPersonnummer(celle: Celle): boolean {
  if (celle === null) return false;
  if (typeof celle === 'number') return Number.isInteger(celle) && celle >= 1e9 && celle < 1e11 && erPersonnummer(String(celle).padStart(11, '0'));
  if (celle.length < 11) return false;
  for (const treff of celle.matchAll(/(?<!\d)\d{6}[ \u00a0-]?\d{5}(?!\d)/g)) if (erPersonnummer(treff[0].replaceAll(/\D/g, ''))) return true;
  return false;
}
