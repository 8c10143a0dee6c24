import { z } from 'zod';
import { heltallFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { MAKS_GRUNN, MINSTE_GRUNN } from '#lib/sak/domain/innsyn.ts';

/** Why one needs to see a record that is not one's own case. */
export const grunnSkjema = z.object({ grunn: tekstFelt({ min: MINSTE_GRUNN, maks: MAKS_GRUNN }) });
export const oppgiGrunnSkjema = grunnSkjema.extend({ mottakerId: heltallFelt({ min: 1 }) });
export type OppgiGrunnData = z.output<typeof oppgiGrunnSkjema>;
