import { DatabaseBorte, erTilkoblingsfeil } from '#lib/server/database-borte.ts';
import { harTilgang, hentOkt } from '#lib/server/okt.ts';
import type { Okt } from '#lib/server/okt.ts';

const MAKS_TEGN = 300_000;
const INGEN_LAGRING = { 'cache-control': 'no-store' } as const;

export function svar(innhold: unknown, status = 200): Response {
  return Response.json(innhold, { status, headers: INGEN_LAGRING });
}

/** Cookies follow a form from anywhere; only our own pages may change anything. */
function erFremmed(request: Request): boolean {
  const fra = request.headers.get('sec-fetch-site');
  return fra !== null && fra !== 'same-origin' && fra !== 'none';
}

async function lesJson(request: Request): Promise<unknown> {
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return null;
  const tekst = await request.text();
  if (tekst.length > MAKS_TEGN) return null;
  try {
    return JSON.parse(tekst) as unknown;
  } catch {
    return null;
  }
}

/** No session is asked for: from our own pages, readable, and 503 when the database is away, so that the phone keeps what it has and comes back. */
export async function lesSending(request: Request, arbeid: (innhold: unknown) => Promise<Response>): Promise<Response> {
  if (erFremmed(request)) return svar({ grunn: 'fremmed' }, 403);
  try {
    return await arbeid(request.method === 'POST' ? await lesJson(request) : null);
  } catch (feil) {
    if (!(feil instanceof DatabaseBorte) && !erTilkoblingsfeil(feil)) throw feil;
    return svar({ grunn: 'databaseBorte' }, 503);
  }
}

/** The door of the phone's routes: session → role → work. 401 when there is no living session, 404 for a role that does not register. */
export function paaTelefon(request: Request, arbeid: (okt: Okt, innhold: unknown) => Promise<Response>): Promise<Response> {
  return lesSending(request, async (innhold) => {
    const okt = await hentOkt();
    if (!okt) return svar({ grunn: 'utlogget' }, 401);
    if (!harTilgang(okt, 'REGISTRER_BESOK')) return svar({ grunn: 'ikkeTilgang' }, 404);
    return arbeid(okt, innhold);
  });
}
