import type { Dato } from '#lib/core/dato.ts';

/** An employee's number in another system. Neither account nor `utenAnsatt`: nobody has said what it is. */
export type Ansattnummer = { readonly nummer: string; readonly kontoId: number | null; readonly ansatt: string | null; readonly utenAnsatt: boolean; readonly sett: Dato };

export type Ansattvalg = { readonly verdi: string; readonly tekst: string };
