import { medKlient } from '#lib/server/api/adgang.ts';
import { visStatus } from '#lib/utfort-tid/api-lese-service.ts';

/** What has become of a visit that the client's system sent. */
export function GET(request: Request, { params }: { params: Promise<{ kildeId: string }> }): Promise<Response> {
  return medKlient(request, async (klient) => Response.json(await visStatus(klient, (await params).kildeId), { headers: { 'cache-control': 'no-store' } }));
}
