import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { env } from '#lib/server/env.ts';
import { oktHash } from '#lib/server/okt-lager.ts';

/** The longest a session lives, whatever is done with it. The database decides; this is only the cookie's own end. */
export const OKT_SEKUNDER = 12 * 60 * 60;

/** The address people use is https: cookies get their prefix and the secure mark. */
export function erHttps(): boolean {
  return env().authUrl?.startsWith('https://') ?? false;
}

export function oktCookie(): string {
  return `${erHttps() ? '__Secure-' : ''}stykkpris.okt`;
}

/** Attributes of the session cookie, the same wherever it is written. */
export function cookieValg() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: erHttps() };
}

/** The hash of the request's session, or null when there is no cookie or it is not ours. */
export async function lesOktHash(): Promise<string | null> {
  const token = (await cookies()).get(oktCookie())?.value;
  if (!token) return null;
  const innhold = await decode({ token, secret: env().authSecret }).catch(() => null);
  return typeof innhold?.['okt'] === 'string' ? oktHash(innhold['okt']) : null;
}

/** Writes the cookie of a new session id. Only in actions and route handlers. */
export async function settOktCookie(id: string): Promise<void> {
  const token = await encode({ token: { okt: id }, secret: env().authSecret, maxAge: OKT_SEKUNDER });
  (await cookies()).set(oktCookie(), token, { ...cookieValg(), maxAge: OKT_SEKUNDER });
}

export async function slettOktCookie(): Promise<void> {
  (await cookies()).set(oktCookie(), '', { ...cookieValg(), maxAge: 0 });
}
