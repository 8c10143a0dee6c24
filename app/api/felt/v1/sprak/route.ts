import { cookies } from 'next/headers';
import { paaTelefon, svar } from '#app/api/felt/v1/inngang.ts';
import { erHttps } from '#lib/server/okt-kapsel.ts';
import { SPRAK_COOKIE, tolkSprak } from '#lib/server/sprak/sprak.ts';

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Remembers the language; the phone then fetches its shell again. */
export function POST(request: Request): Promise<Response> {
  return paaTelefon(request, async (_okt, innhold) => {
    const valgt = typeof innhold === 'object' && innhold !== null && 'sprak' in innhold ? innhold.sprak : undefined;
    const sprak = tolkSprak(typeof valgt === 'string' ? valgt : undefined);
    (await cookies()).set(SPRAK_COOKIE, sprak, { httpOnly: true, maxAge: ONE_YEAR_SECONDS, path: '/', sameSite: 'lax', secure: erHttps() });
    return svar({ sprak });
  });
}
