import { decode, encode } from 'next-auth/jwt';
import { z } from 'zod';
import { env } from '#lib/server/env.ts';

/** How long a phone may be away before its proof no longer opens the quarantine. */
const BEVIS_SEKUNDER = 90 * 24 * 60 * 60;
/** Another salt than the session's: the one can never stand in for the other. */
const SALT = 'felt-karantene';

const innholdet = z.object({ kommune: z.number().int().positive(), konto: z.number().int().positive(), enheter: z.array(z.number().int().positive()) });

/** Whose phone it is, for a door that only takes in: it shows nothing, and what comes that way waits for a leader. */
export type Feltbevis = { readonly kommuneId: number; readonly kontoId: number; readonly enheter: readonly number[] };

/** Encrypted and signed with the server's secret; null for a session without an account or units. */
export async function lagFeltbevis(hvem: { readonly kommuneId: number; readonly kontoId: number | null; readonly enheter: readonly number[] | null }): Promise<string | null> {
  if (hvem.kontoId === null || hvem.enheter === null || hvem.enheter.length === 0) return null;
  return encode({ token: { kommune: hvem.kommuneId, konto: hvem.kontoId, enheter: [...hvem.enheter] }, secret: env().authSecret, salt: SALT, maxAge: BEVIS_SEKUNDER });
}

/** Null for one that is not ours, or is too old. */
export async function lesFeltbevis(bevis: string): Promise<Feltbevis | null> {
  const lest = innholdet.safeParse(await decode({ token: bevis, secret: env().authSecret, salt: SALT }).catch(() => null));
  return lest.success ? { kommuneId: lest.data.kommune, kontoId: lest.data.konto, enheter: lest.data.enheter } : null;
}
