import { z } from 'zod';
import { erManed, type Maned } from '#lib/core/maned.ts';
import { belopFelt } from '#lib/core/skjemafelt.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const id = z.coerce.number().int().positive();
const ar = z.coerce.number().int().min(2000).max(2100);
const maned = z.string().refine((m): m is Maned => erManed(m), { params: { nokkel: 'mangler' } });
const grunn = grunnFelt({ min: 10, maks: 1000 });

/** A proposal says which year and where it is posted, never how much: the amounts are computed. */
export const overforingSkjema = z.object({ ar, bokfortManed: maned, begrunnelse: grunn, tilbakefor: z.boolean() });
export const vedtaSkjema = z.object({ id });
export const avvisSkjema = z.object({ id, grunn });
export const dispensasjonSkjema = z.object({ ar, enhetId: id, maksUnderskuddOre: belopFelt({ maks: 100_000_000_00 }), grunn });
export const anslagSkjema = z.object({ maned, enhetId: id, belopOre: belopFelt({ min: -100_000_000_00, maks: 100_000_000_00 }), grunn });
const tabell = z.enum(['dispensasjon', 'arsslutt_anslag']);
export const godkjennDispensasjonSkjema = z.object({ id });
export const avslaArsvedtakSkjema = z.object({ tabell, id, grunn });
