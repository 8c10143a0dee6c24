import { feilsvar, giToken, lesInnhold } from '#lib/server/api/adgang.ts';

const MAKS = 8192;

function oauthfeil(error: string, status: number): Response {
  return Response.json({ error }, { status, headers: { 'cache-control': 'no-store', ...(status === 401 ? { 'www-authenticate': 'Basic realm="stykkpris"' } : {}) } });
}

/** Id and secret, from the Authorization header or the form (RFC 6749, 2.3.1). */
function legitimasjon(request: Request, skjema: URLSearchParams): { id: string; hemmelighet: string } {
  const basic = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (basic === undefined) return { id: skjema.get('client_id') ?? '', hemmelighet: skjema.get('client_secret') ?? '' };
  const [id = '', hemmelighet = ''] = Buffer.from(basic, 'base64').toString('utf8').split(':');
  return { id: id.replaceAll('+', ' '), hemmelighet };
}

/** A short-lived token for a client that knows its secret. */
export async function POST(request: Request): Promise<Response> {
  try {
    const skjema = new URLSearchParams(await lesInnhold(request, MAKS));
    if (skjema.get('grant_type') !== 'client_credentials') return oauthfeil('unsupported_grant_type', 400);
    const { id, hemmelighet } = legitimasjon(request, skjema);
    const token = await giToken(id, hemmelighet);
    if (token === null) return oauthfeil('invalid_client', 401);
    return Response.json({ access_token: token.token, token_type: 'Bearer', expires_in: token.sekunder }, { headers: { 'cache-control': 'no-store' } });
  } catch (feil) {
    return feilsvar(feil);
  }
}
