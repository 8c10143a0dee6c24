import { z } from 'zod';
import { brokFraDesimal, sammenlign, brok } from '#lib/core/brok.ts';
import { desimalFelt, nektFelt } from '#lib/core/skjemafelt.ts';

/** The threshold in per cent of the frame with one decimal, 0–50. */
export const varselgrenseSkjema = z.object({
  prosent: desimalFelt(1).superRefine((verdi, ctx) => {
    if (verdi === '') return;
    const p = brokFraDesimal(verdi);
    if (sammenlign(p, brok(0)) < 0 || sammenlign(p, brok(50)) > 0) nektFelt(ctx, 'styring.feil.grense');
  }),
});
