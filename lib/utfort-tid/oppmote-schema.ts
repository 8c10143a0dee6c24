import { z } from 'zod';
import { datoFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { DAGFRAVAR } from '#lib/utfort-tid/domain/oppmote.ts';

const id = z.coerce.number().int().positive();

const rader = z.record(z.string().regex(/^o\d+$/), z.enum(['', 'MOTT', ...DAGFRAVAR]));

/** Who came on a day, and why the others did not. `vist`: what the page said of each; only what differs from it is kept. */
export const oppmoteSkjema = z.object({ dato: datoFelt(), vist: rader, rader });
export const stengtSkjema = z.object({ enhetId: id, dato: datoFelt(), grunn: tekstFelt({ min: 2, maks: 100 }) });
export const apneSkjema = z.object({ enhetId: id, dato: datoFelt() });
