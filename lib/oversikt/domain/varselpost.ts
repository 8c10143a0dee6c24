import type { Dato } from '#lib/core/dato.ts';
import { ukedag } from '#lib/core/dato.ts';

export const HVOR_OFTE = ['ALDRI', 'UKENTLIG', 'DAGLIG'] as const;
export type HvorOfte = (typeof HVOR_OFTE)[number];

/** Nobody gets mail they have not asked for. */
export const UTEN_VALG: HvorOfte = 'ALDRI';

/** Whether an account's digest is due on a day: every day, or on Mondays. */
export function skalHaPost(hvorOfte: HvorOfte, dag: Dato): boolean {
  return hvorOfte === 'DAGLIG' || (hvorOfte === 'UKENTLIG' && ukedag(dag) === 1);
}

/** A mail server's answer without addresses: the code and the first words. */
export function feilsvar(feil: unknown): string {
  const tekst = feil instanceof Error ? feil.message : String(feil);
  return tekst.replaceAll(/[^\s<>"']+@[^\s<>"']+/g, '…').slice(0, 200);
}
