import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { flyttTilVirkedag } from '#lib/vedtak/domain/klagefrist.ts';

/** Why less is given, or a vedtak ended, without a notice first (forvaltningsloven § 16 third paragraph), each with a reason in words. */
export const VARSELUNNTAK = ['ONSKET', 'UTTALT', 'UMULIG', 'UKJENT_ADRESSE'] as const;
export type Varselunntak = (typeof VARSELUNNTAK)[number];

export type Varselslag = 'REDUKSJON' | 'OPPHOR';

/** An advance notice as the rules look at it. */
export type Varsel = {
  readonly id: number;
  readonly slag: Varselslag;
  readonly sendt: Dato;
  readonly frist: Dato;
  readonly svarMottatt: Dato | null;
  readonly vurdert: boolean;
  readonly brukt: boolean;
  readonly trukket: boolean;
};

export type Varseltilstand = 'VENTER_SVAR' | 'BESVART' | 'FRIST_UTE' | 'VURDERT' | 'BRUKT' | 'TRUKKET';

export const SVARFRIST_DAGER = 14;
export const MINSTE_SVARFRIST = 7;
const LENGSTE_SVARFRIST = 90;

/** The proposed last day to answer: never on a day off. */
export function standardfrist(idag: Dato): Dato {
  return flyttTilVirkedag(leggTilDager(idag, SVARFRIST_DAGER));
}

/** Is the deadline one the recipient can keep? */
export function fristPasser(idag: Dato, frist: Dato): boolean {
  return frist >= leggTilDager(idag, MINSTE_SVARFRIST) && frist <= leggTilDager(idag, LENGSTE_SVARFRIST);
}

/** Where a notice stands on a day. An assessment before the answer or the deadline does not count. */
export function varseltilstand(idag: Dato, v: Varsel): Varseltilstand {
  if (v.trukket) return 'TRUKKET';
  if (v.brukt) return 'BRUKT';
  if (v.vurdert) return 'VURDERT';
  if (v.svarMottatt !== null) return 'BESVART';
  return v.frist < idag ? 'FRIST_UTE' : 'VENTER_SVAR';
}

/** May the reassessment be written now: the answer has come, or its deadline has passed. */
export function kanVurderes(idag: Dato, v: Varsel): boolean {
  return ['BESVART', 'FRIST_UTE'].includes(varseltilstand(idag, v));
}

export type ManglerHoring = 'manglerVarsel' | 'varselVenterSvar' | 'varselIkkeVurdert';

/** What is missing before less can be given or a vedtak ended: a notice that was heard and assessed, or a stated exception. Null: nothing. */
export function manglerHoring(idag: Dato, varsel: Varsel | null, unntak: Varselunntak | null): ManglerHoring | null {
  if (unntak !== null) return null;
  if (varsel === null || varsel.brukt || varsel.trukket) return 'manglerVarsel';
  const tilstand = varseltilstand(idag, varsel);
  return tilstand === 'VURDERT' ? null : tilstand === 'VENTER_SVAR' ? 'varselVenterSvar' : 'varselIkkeVurdert';
}
