import { z } from 'zod';
import { datoFelt, nektFelt } from '#lib/core/skjemafelt.ts';

const id = z.coerce.number().int().positive();

/** Orders whose receipt is confirmed, as ticked in the list. */
export const bekreftSkjema = z.object({ ider: z.array(id).max(200) }).superRefine((data, ctx) => {
  if (data.ider.length === 0) nektFelt(ctx, 'oppdrag.avslag.ingenValgt');
});

/** The day the delivery of an order started. */
export const iverksettSkjema = z.object({ oppdragId: id, start: datoFelt() });
