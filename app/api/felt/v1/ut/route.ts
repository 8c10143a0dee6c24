import { paaTelefon, svar } from '#app/api/felt/v1/inngang.ts';
import { lesOktHash, slettOktCookie } from '#lib/server/okt-kapsel.ts';
import { avsluttOkt } from '#lib/server/okt-lager.ts';

/** Ends the session. The phone has asked about what is not sent before it calls. */
export function POST(request: Request): Promise<Response> {
  return paaTelefon(request, async () => {
    const hash = await lesOktHash();
    if (hash) await avsluttOkt(hash);
    await slettOktCookie();
    return svar({ ut: true });
  });
}
