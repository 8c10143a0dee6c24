import { medKlient } from '#lib/server/api/adgang.ts';
import { Apifeil } from '#lib/server/api/problem.ts';
import { visOppdrag } from '#lib/utfort-tid/api-lese-service.ts';
import { oppdragSporring } from '#lib/utfort-tid/api-schema.ts';

/** The orders a client may send to, a page at a time. */
export function GET(request: Request): Promise<Response> {
  return medKlient(request, async (klient) => {
    const sporring = oppdragSporring.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!sporring.success) throw new Apifeil('UGYLDIG', `Feil i: ${sporring.error.issues.map((i) => i.path.join('.')).join(', ')}.`);
    return Response.json(await visOppdrag(klient, sporring.data), { headers: { 'cache-control': 'no-store' } });
  });
}
