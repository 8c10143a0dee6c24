import { z } from 'zod';

export type Source = Readonly<Record<string, string | undefined>>;

export const LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** An address of one of the given schemes, or nothing. */
export function optionalUrl(name: string, schemes: readonly string[]) {
  return z
    .string()
    .refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
      error: `${name} må være en adresse som begynner med ${schemes.map((scheme) => `${scheme}//`).join(' eller ')}.`,
    })
    .optional();
}

/** `på` or `av` (also written `pa`), or nothing. */
export function onOff(name: string) {
  return z
    .enum(['på', 'pa', 'av'], { error: `${name} må være «på» eller «av».` })
    .transform((word) => word !== 'av')
    .optional();
}

/** Set by the start for its children, or by tests: not for people to choose. */
const INTERNAL = ['STYKKPRIS_INNEBYGD', 'STYKKPRIS_KLOKKE'];

/** A variable of ours that we do not know is a misspelling that would be silently ignored. */
export function knownFaults(given: Source, known: readonly string[]): string[] {
  const open = known.filter((name) => name.startsWith('STYKKPRIS_') && !INTERNAL.includes(name)).join(', ');
  return Object.keys(given)
    .filter((name) => name.startsWith('STYKKPRIS_') && !known.includes(name))
    .sort()
    .map((name) => `${name} er ikke en innstilling. De som finnes: ${open}.`);
}

interface DemoSettings {
  readonly STYKKPRIS_DEMO?: boolean | undefined;
  readonly STYKKPRIS_KLOKKE?: string | undefined;
}

/** Demo login lets anyone in as anyone: only with the embedded database, only on this machine. */
export function demoFault(value: DemoSettings, innebygd: boolean, loopback: boolean): string[] {
  const feil: string[] = [];
  const safe = innebygd && loopback;
  if (value.STYKKPRIS_DEMO === true && !safe) {
    feil.push(
      'STYKKPRIS_DEMO kan bare være «på» med den innebygde databasen og HOST på denne maskinen (127.0.0.1): demoen slipper inn hvem som helst.',
    );
  }
  if (value.STYKKPRIS_KLOKKE !== undefined && !safe) {
    feil.push('STYKKPRIS_KLOKKE er bare for tester, med den innebygde databasen på denne maskinen.');
  }
  return feil;
}
