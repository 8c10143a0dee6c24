import { z } from 'zod';
import { datoFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { DAGFRAVAR } from '#lib/utfort-tid/domain/oppmote.ts';

const id = z.coerce.number().int().positive();

/** Who came on a day, and why the others did not; people nothing is said of are left as they are. */
export const oppmoteSkjema = z.object({ dato: datoFelt(), rader: z.record(z.string().regex(/^o\d+$/), z.enum(['', 'MOTT', ...DAGFRAVAR])) });
export const stengtSkjema = z.object({ enhetId: id, dato: datoFelt(), grunn: tekstFelt({ min: 2, maks: 100 }) });
export const apneSkjema = z.object({ enhetId: id, dato: datoFelt() });
