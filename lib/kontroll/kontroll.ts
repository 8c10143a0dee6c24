import { nei } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { avregningKontroll } from '#lib/kontroll/avregning-kontroll.ts';
import { avvikKontroll, utforeravvikKontroll } from '#lib/kontroll/avvik-kontroll.ts';
import type { Beregning } from '#lib/kontroll/beregning.ts';
import type { Feil } from '#lib/kontroll/feil.ts';
import { overforingKontroll } from '#lib/kontroll/overforing-kontroll.ts';
import { rammeKontroll } from '#lib/kontroll/ramme-kontroll.ts';
import { simuleringKontroll } from '#lib/kontroll/simulering-kontroll.ts';
import { stykkprisKontroll } from '#lib/kontroll/stykkpris-kontroll.ts';
import { toppfinansieringKontroll } from '#lib/kontroll/toppfinansiering-kontroll.ts';

/** Every calculation that an auditor can recompute, by the name it has on the command line. */
export const BEREGNINGER = {
  avregning: avregningKontroll,
  stykkpris: stykkprisKontroll,
  overforing: overforingKontroll,
  ramme: rammeKontroll,
  avvik: avvikKontroll,
  utforeravvik: utforeravvikKontroll,
  toppfinansiering: toppfinansieringKontroll,
  'toppfinansiering-simulering': simuleringKontroll,
} satisfies Record<string, Beregning>;
export type Beregningsnavn = keyof typeof BEREGNINGER;

export function erBeregning(navn: string): navn is Beregningsnavn {
  return Object.hasOwn(BEREGNINGER, navn);
}

/** One case as text, to its result or its faults. */
export function kontroller(navn: Beregningsnavn, sak: string): Result<unknown, Feil[]> {
  let verdi: unknown;
  try {
    verdi = JSON.parse(sak);
  } catch {
    return nei([{ sti: '', melding: 'Saken er ikke gyldig JSON.' }]);
  }
  return BEREGNINGER[navn](verdi);
}
