import { z } from 'zod';
import { VALGFRIE_REGLER } from '#lib/avregning/domain/lukkeregler.ts';
import { GJENAPNERE } from '#lib/avregning/domain/lukketilstand.ts';
import { erManed, type Maned } from '#lib/core/maned.ts';
import { datoFelt } from '#lib/core/skjemafelt.ts';
import { LENGST_FRIST } from '#lib/grunnlag/domain/korreksjonsfrist.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const maned = z.string().refine((m): m is Maned => erManed(m));
const id = z.coerce.number().int().positive();

/** Closing says which units, and nothing of how much. */
export const lukkSkjema = z.object({ maned, enheter: z.array(id).min(1) });
/** `enhet` empty: all units. */
export const gjenapneSkjema = z.object({ maned, enhet: z.string().transform((e) => (e === '' ? null : Number(e))), tilOgMed: datoFelt(), grunn: grunnFelt({ min: 3, maks: 500 }) });
export const avgjorGjenapningSkjema = z.object({ id, svar: z.enum(['GODKJENN', 'AVSLA']) });
const valg = z.enum(['STOPPER', 'VARSLER']);
export const lukkereglerSkjema = z.object({ maned, regler: z.object(Object.fromEntries(VALGFRIE_REGLER.map((r) => [r, valg]))) });
export const gjenapnerSkjema = z.object({ rolle: z.enum(GJENAPNERE) });
/** Whole months into the next year. */
export const korreksjonsfristSkjema = z.object({ maneder: z.coerce.number().int().min(0).max(LENGST_FRIST) });
