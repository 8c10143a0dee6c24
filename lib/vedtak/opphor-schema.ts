import { z } from 'zod';
import { datoFelt, heltallFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { kreverVarsel, OPPHORSGRUNNER } from '#lib/vedtak/domain/opphor-vedtak.ts';

const opphorFelter = {
  tom: datoFelt(),
  grunn: z.enum(OPPHORSGRUNNER),
  varslet: valgfritt(datoFelt()),
  begrunnelse: tekstFelt({ min: 20, maks: 2000 }),
};

function krevVarsel(data: { grunn: (typeof OPPHORSGRUNNER)[number]; varslet: string | null }, ctx: z.RefinementCtx): void {
  if (kreverVarsel(data.grunn) && data.varslet === null) nektFelt(ctx, 'vedtak.avslag.manglerVarsel', {}, ['varslet']);
}

export const opphorSkjema = z.object(opphorFelter).superRefine(krevVarsel);
export const opphorVedtakSkjema = z
  .object({ ...opphorFelter, vedtakId: heltallFelt({ min: 1 }), virkningId: heltallFelt({ min: 1 }) })
  .superRefine(krevVarsel);
export type OpphorVedtakData = z.output<typeof opphorVedtakSkjema>;
