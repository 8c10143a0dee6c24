import { z } from 'zod';
import { datoFelt } from '#lib/core/skjemafelt.ts';

const id = z.coerce.number().int().positive();

/** Orders whose receipt is confirmed, as ticked in the list. */
export const bekreftSkjema = z.object({ ider: z.array(id).min(1).max(200) });

/** The day the delivery of an order started. */
export const iverksettSkjema = z.object({ oppdragId: id, start: datoFelt() });
