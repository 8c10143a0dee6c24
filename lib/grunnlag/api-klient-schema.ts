import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const klientId = z.coerce.number().int().positive();
/** The secret is made where it is shown, in the browser; only its SHA-256 comes here. */
export const NyKlientFelter = z.object({
  navn: z.string().trim().min(2).max(80),
  system: z.string().trim().toUpperCase().regex(/^[A-ZÆØÅ0-9][A-ZÆØÅ0-9_.-]{0,39}$/),
  omfang: z.enum(['BESOK', 'REGISTER']).default('BESOK'),
  enheter: z.union([z.array(z.coerce.number().int().positive()), z.literal(false)]).transform((v) => (v === false ? [] : v)),
  perMinutt: z.coerce.number().int().min(1).max(6000),
});
export const NyKlientSchema = NyKlientFelter.extend({ hash });
export const RoterKlientSchema = z.object({ klientId, hash });
export const TrekkKlientSchema = z.object({ klientId });
