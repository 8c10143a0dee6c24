import { z } from 'zod';
import { heltallFelt } from '#lib/core/skjemafelt.ts';

export const forlengSkjema = z.object({ vedtakId: heltallFelt({ min: 1 }), virkningId: heltallFelt({ min: 1 }) });
export type ForlengData = z.output<typeof forlengSkjema>;
