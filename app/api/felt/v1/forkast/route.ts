import { paaTelefon, svar } from '#app/api/felt/v1/inngang.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { forkast } from '#lib/utfort-tid/felt-mottak-service.ts';
import { forkastSkjema } from '#lib/utfort-tid/felt-schema.ts';
import { kontonokkel } from '#lib/utfort-tid/felt-service.ts';

/** Throws a refused registration away, with a reason that is kept. */
export function POST(request: Request): Promise<Response> {
  return paaTelefon(request, async (okt, innhold) => {
    const lest = forkastSkjema.safeParse(innhold);
    if (!lest.success) return svar({ grunn: 'uleselig' }, 400);
    if (lest.data.konto !== kontonokkel(okt)) return svar({ grunn: 'annenPerson' }, 409);
    const utfall = await withKommune(okt, (tx) => forkast(tx, lest.data));
    return utfall.ok ? svar(utfall.verdi) : svar({ grunn: utfall.feil[0]?.grunn }, 422);
  });
}
