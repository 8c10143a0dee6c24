// The eleven digits of the National Population Register (FOR-2017-07-14-1201 § 2-2-1) and their control digits.

/** `I_DAG`: remainder 0 in the first control. `FRA_2032`: 0–3, for numbers assigned from 1 January 2032. */
export type Kontrollregel = 'I_DAG' | 'FRA_2032';

const VEKTER_1 = [3, 7, 6, 1, 8, 9, 4, 5, 2] as const;
const VEKTER_2 = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2] as const;

function vektetSum(vekter: readonly number[], tekst: string): number {
  return vekter.reduce((sum, vekt, i) => sum + vekt * Number(tekst[i]), 0);
}

/** True when the text is eleven digits whose control digits hold under the rule (default: either rule's numbers, as registers hold both from 2032). */
export function harGyldigeKontrollsifre(tekst: string, regel: Kontrollregel = 'FRA_2032'): boolean {
  if (!/^\d{11}$/.test(tekst)) return false;
  const rest1 = (vektetSum(VEKTER_1, tekst) + Number(tekst[9])) % 11;
  const rest2 = (vektetSum(VEKTER_2, tekst) + Number(tekst[10])) % 11;
  return rest1 <= (regel === 'I_DAG' ? 0 : 3) && rest2 === 0;
}

/** The two control digits for nine digits under today's rule, or null where no such number is assigned. */
export function kontrollsifre(ni: string): string | null {
  const k1 = (11 - (vektetSum(VEKTER_1, ni) % 11)) % 11;
  if (k1 === 10) return null;
  const k2 = (11 - (vektetSum(VEKTER_2, `${ni}${k1}`) % 11)) % 11;
  return k2 === 10 ? null : `${k1}${k2}`;
}

/** A made-up number: birth month + 80 (Tenor). Never assigned to a living person. */
export function erSyntetisk(tekst: string): boolean {
  const maned = Number(tekst.slice(2, 4));
  return /^\d{11}$/.test(tekst) && maned >= 81 && maned <= 92;
}
