import { z } from 'zod';
import { heltallFelt, tekstFelt } from '#lib/core/skjemafelt.ts';

export const godkjennForslagSkjema = z.object({ forslagId: heltallFelt({ min: 1 }) });
export type GodkjennForslagData = z.output<typeof godkjennForslagSkjema>;
export const avvisfelter = z.object({ grunn: tekstFelt({ min: 10, maks: 1000 }) });
export const avvisForslagSkjema = avvisfelter.extend({ forslagId: heltallFelt({ min: 1 }) });
export type AvvisForslagData = z.output<typeof avvisForslagSkjema>;
