'use server';

import { cookies, headers } from 'next/headers';
import { somSkjema } from '#lib/server/skjemadata.ts';
import { SPRAK_COOKIE, tolkSprak } from '#lib/server/sprak/sprak.ts';

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language sent as `sprak`; Next then renders the same address again in it. */
export async function byttSprak(form: FormData): Promise<void> {
  const valgt = somSkjema(form).get('sprak');
  const sprak = tolkSprak(typeof valgt === 'string' ? valgt : undefined);
  const secure = (await headers()).get('x-forwarded-proto') === 'https';
  (await cookies()).set(SPRAK_COOKIE, sprak, {
    httpOnly: true,
    maxAge: ONE_YEAR_SECONDS,
    path: '/',
    sameSite: 'lax',
    secure,
  });
}
