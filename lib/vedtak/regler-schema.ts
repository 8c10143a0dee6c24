import { z } from 'zod';
import { belopFelt, datoFelt, heltallFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';

/** The year's cost in kroner above which a second person issues; empty is no limit. */
export const grenseSkjema = z.object({ grense: valgfritt(belopFelt({ min: 1, maks: 100_000_000_00 })) });
export type GrenseData = z.output<typeof grenseSkjema>;

export const klageregelSkjema = z.object({
  tjeneste: z.string().max(80),
  fom: datoFelt(),
  uker: heltallFelt({ min: 1, maks: 12 }),
  instansNb: tekstFelt({ maks: 120 }),
  instansNn: tekstFelt({ maks: 120 }),
  rettskilde: tekstFelt({ maks: 200 }),
  bekreftet: z.boolean().default(false),
});
export type KlageregelData = z.output<typeof klageregelSkjema>;

/** What a level of a service is: services and how often, for the letter. */
export const nivaSkjema = z.object({ tjeneste: tekstFelt({ maks: 80 }), niva: heltallFelt({ min: 1, maks: 7 }), nb: tekstFelt({ min: 10, maks: 300 }), nn: tekstFelt({ min: 10, maks: 300 }) });
export type NivaData = z.output<typeof nivaSkjema>;

/** A version of the letters as the text of its file. */
export const malfilSkjema = z.object({ innhold: tekstFelt({ min: 20, maks: 200_000 }) });
export type MalfilData = z.output<typeof malfilSkjema>;

export const brukervalgSkjema = z.object({ tjeneste: tekstFelt({ maks: 80 }), fom: datoFelt(), tilbys: z.boolean().default(true), standard: valgfritt(heltallFelt({ min: 1 })), byttefrist: heltallFelt({ maks: 365 }) });
export type BrukervalgData = z.output<typeof brukervalgSkjema>;

/** Whether caseworkers see what is left of the purchaser's budget. */
export const rammevisningSkjema = z.object({ saksbehandler: z.boolean().default(false) });
export type RammevisningData = z.output<typeof rammevisningSkjema>;
