import { z } from 'zod';
import { belopFelt, datoFelt, tekstFelt } from '#lib/core/skjemafelt.ts';

/** A rate from a day on; the one before it ends the day before. */
export const satsSkjema = z.object({ tjeneste: z.string().min(1).max(60), fom: datoFelt(), orePerTime: belopFelt({ min: 1, maks: 10_000_000 }), avrunding: z.enum(['NED', 'NAERMEST']), kilde: tekstFelt({ min: 3, maks: 200 }), bekreftet: z.boolean() });
export const bekreftSatsSkjema = z.object({ satsId: z.coerce.number().int().positive() });
