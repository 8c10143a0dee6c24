import type { Maned } from '#lib/core/maned.ts';

export const KJORINGSSTATUSER = ['VENTER', 'KJORER', 'FERDIG', 'STOPPET'] as const;
export type Kjoringsstatus = (typeof KJORINGSSTATUSER)[number];
export type Kjoringssteg = 'HENTER' | 'TELLER' | 'REGNER' | 'BOKFORER';

/** Why a run stopped with nothing posted, or which schemes a finished one left out. */
export type Kjoringsfeil =
  | {
      readonly grunn: 'PRIS_MANGLER';
      readonly ordning: string;
      readonly komponent: string;
      readonly gruppe: string | null;
      readonly niva: number | null;
      readonly maned: Maned;
    }
  | { readonly grunn: 'REGEL_UGYLDIG'; readonly melding: string }
  | { readonly grunn: 'TEKNISK' };

export type KanIkkeBestilleAvregning = { readonly grunn: 'MANED_LUKKET' | 'FREMTIDIG_MANED' | 'KJORER_ALLEREDE' | 'INGEN_ORDNING' };

/** What hinders a run of a month, before the database's own guard against two at once. */
export function hindringForKjoring(maned: Maned, denneManeden: Maned, lukket: boolean, harOrdning: boolean): KanIkkeBestilleAvregning | null {
  if (maned > denneManeden) return { grunn: 'FREMTIDIG_MANED' };
  if (lukket) return { grunn: 'MANED_LUKKET' };
  return harOrdning ? null : { grunn: 'INGEN_ORDNING' };
}

export function erUnderveis(status: Kjoringsstatus): boolean {
  return status === 'VENTER' || status === 'KJORER';
}
