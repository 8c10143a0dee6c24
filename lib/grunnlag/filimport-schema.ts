import { z } from 'zod';
import { SKILLETEGN, TEGNSETT } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';

const importId = z.coerce.number().int().positive();
/** Left out of the import: what is chosen for a value that shall not be taken in. */
export const TA_IKKE_MED = '-';

/** A file begins: its kind, name and size. */
export const opprettImportSkjema = z.object({ slag: z.string().min(1).max(40), filnavn: z.string().min(1).max(255), storrelse: z.number().int().min(0) });
/** A piece of it, as base64. */
export const filDelSkjema = z.object({ importId, nummer: z.number().int().min(0).max(1000), innhold: z.base64().min(1).max(Math.ceil(DELSTORRELSE / 3) * 4) });
export const importIdSkjema = z.object({ importId });
export const kolonnerSkjema = z.object({ importId, kolonner: z.record(z.string(), z.string().max(500)) });
/** What the unknown values mean, and the lists whose other unknown values are left out. */
export const verdierSkjema = z.object({
  importId,
  verdier: z.array(z.object({ kodeliste: z.string().max(40), verdi: z.string().max(500), til: z.string().max(200) })).max(1000),
  hoppOver: z.union([z.array(z.string()), z.literal(false)]).transform((v) => (v === false ? [] : v)),
});
export const formatSkjema = z.object({
  importId,
  hoderad: z.coerce.number().int().min(1).max(1000),
  tegnsett: z.enum(TEGNSETT as unknown as ['utf-8', 'windows-1252', 'utf-16le']).optional(),
  skilletegn: z.enum(SKILLETEGN).optional(),
  ark: z.string().max(100).optional(),
});
export const omfangSkjema = z.object({ importId, omfang: z.enum(['MANED', 'ENHET']) });
export const bekreftImportSkjema = z.object({ importId, merke: z.string().regex(/^[0-9a-f]{32}$/) });
