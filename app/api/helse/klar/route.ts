import { klarhet } from '#lib/server/helse.ts';

export const dynamic = 'force-dynamic';

/** Ready for people: database, migrations and jobs. 503 with the parts when not. */
export async function GET(): Promise<Response> {
  const svar = await klarhet();
  return Response.json(svar, { status: svar.status === 'klar' ? 200 : 503, headers: { 'cache-control': 'no-store' } });
}
