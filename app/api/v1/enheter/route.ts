import { medKlient } from '#lib/server/api/adgang.ts';
import { visEnheter } from '#lib/utfort-tid/api-lese-service.ts';

/** The units a client may send to. */
export function GET(request: Request): Promise<Response> {
  return medKlient(request, async (klient) => Response.json(await visEnheter(klient), { headers: { 'cache-control': 'no-store' } }));
}
