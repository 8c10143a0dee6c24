import { z } from 'zod';
import { datoFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { KRITERIER, SLUTTGRUNNER, VENTETYPER } from '#lib/utfort-tid/domain/venteliste.ts';

const id = z.coerce.number().int().positive();

export const ventelisteSkjema = z
  .object({
    mottakerId: id,
    plasstype: z.enum(VENTETYPER),
    prioritet: z.enum(['1', '2', '3']).transform((p) => Number(p) as 1 | 2 | 3),
    kriterier: z.array(z.enum(KRITERIER)),
    sattOpp: datoFelt(),
    onsketEnhetId: valgfritt(id),
    vedtakId: valgfritt(id),
  })
  .superRefine((v, ctx) => {
    if (v.plasstype !== 'KORTTID' && v.kriterier.length === 0) nektFelt(ctx, 'plasser.avslag.KRITERIER', {}, ['kriterier']);
  });
export const avsluttVentingSkjema = z.object({ id, grunn: z.enum(SLUTTGRUNNER) });

export const tildelSkjema = z.object({ meldingId: id, ventelisteId: id, fra: datoFelt() });
export const taTilbakeSkjema = z.object({ id, grunn: tekstFelt({ min: 3, maks: 300 }) });
