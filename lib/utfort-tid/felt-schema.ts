import { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { tekstFelt } from '#lib/core/skjemafelt.ts';
import { PARREGLER } from '#lib/utfort-tid/domain/del-parbesok.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';

/** A hundred a time: a full day of a whole unit fits in two sendings. */
export const MAKS_POSTER = 100;

const id = z.number().int().positive().max(2_147_483_647);
const millisekunder = z.number().int().min(0).max(4_102_444_800_000);
const konto = z.string().regex(/^\d{1,9}\/\d{1,9}$/);
const klokkeslett = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);

/** One registration. How the fields hang together is the schema's; what they may say is the domain's. */
export const postSkjema = z
  .object({
    klientId: z.uuid(),
    oppdragId: id,
    foring: z.enum(['MALT', 'ETTERPA']),
    startMs: millisekunder.nullable(),
    dato: z.iso.date().transform((d) => d as Dato).nullable(),
    start: klokkeslett.nullable(),
    minutter: z.number().int().min(0).max(100_000),
    kategori: z.enum(KATEGORIER),
    grunn: z.string().trim().max(500).nullable(),
    opprettet: millisekunder,
    merke: z.string().max(60).nullable(),
    ansattId: id.nullable(),
    viErTo: z.boolean(),
    sammen: z.uuid().nullable(),
  })
  .refine((p) => (p.foring === 'MALT' ? p.startMs !== null : p.dato !== null && p.start !== null));

/** The envelope. Each registration is read by itself, so that one that cannot be read does not hold the others up. */
export const sendingSkjema = z.object({ konto, telefonMs: millisekunder, poster: z.array(z.unknown()).min(1).max(MAKS_POSTER) });

export const forkastSkjema = z.object({ konto, klientId: z.uuid(), oppdragId: id, innhold: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])), avslag: z.string().max(500), grunn: z.string().trim().min(3).max(500) });

/** What a phone without a session hands in: the proof of whose it is, and the queue as it lies there. */
export const karanteneSkjema = z.object({ bevis: z.string().min(20).max(4_000), telefonMs: millisekunder, poster: z.array(z.unknown()).min(1).max(MAKS_POSTER) });
/** The least a registration must say to be kept; the rest is judged when a leader takes it in. */
export const karantenepostSkjema = z.looseObject({ klientId: z.uuid(), oppdragId: id });
export const taInnSkjema = z.object({ klientId: z.uuid() });
export const leggBortKaranteneSkjema = z.object({ klientId: z.uuid(), grunn: tekstFelt({ min: 3, maks: 200 }) });

export const merkeSkjema = z.object({ oppdragId: z.coerce.number().int().positive() });
export const settSkjema = z.object({ klientId: z.uuid() });

/** The municipality's setting as a form sends it. */
export const oppsettSkjema = z.object({ paa: z.enum(['ja', 'nei']), parregel: z.enum(PARREGLER), sted: tekstFelt({ min: 0, maks: 200 }) });
