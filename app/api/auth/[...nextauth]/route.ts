import NextAuth from 'next-auth';
import { authValg } from '#lib/server/auth.ts';

type Kontekst = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes. Settings are read per request, since the build has none. */
async function svar(request: Request, kontekst: Kontekst): Promise<Response> {
  const handler = NextAuth(authValg()) as (request: Request, kontekst: Kontekst) => Promise<Response>;
  const respons = await handler(request, kontekst);
  respons.headers.set('cache-control', 'no-store');
  return respons;
}

export { svar as GET, svar as POST };
