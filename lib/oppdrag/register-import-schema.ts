import { z } from 'zod';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';

const importId = z.coerce.number().int().positive();
export const registerFilSkjema = z.object({ slag: z.string().max(40), filnavn: z.string().min(1).max(255), storrelse: z.number().int().min(0) });
export const registerDelSkjema = z.object({ importId, nummer: z.number().int().min(0).max(100), innhold: z.base64().min(1).max(Math.ceil(DELSTORRELSE / 3) * 4) });
export const registerIdSkjema = z.object({ importId });
/** Our columns → the file's headings; empty leaves a column out. */
export const registerKolonnerFelter = z.object({ kolonner: z.record(z.string().max(40), z.string().max(500)) });
export const registerKolonnerSkjema = registerKolonnerFelter.extend({ importId });
export type RegisterKolonnerData = z.output<typeof registerKolonnerSkjema>;
/** Words of the file → our own code or unit, by the place in the list of unknown words. */
export const registerOrdFelter = z.object({ valg: z.record(z.string().max(10), z.string().max(60)) });
export const registerOrdSkjema = registerOrdFelter.extend({ importId, ord: z.array(z.object({ liste: z.enum(['tjeneste', 'enhet']), ord: z.string().max(500) })).max(500) });
export type RegisterOrdData = z.output<typeof registerOrdSkjema>;
