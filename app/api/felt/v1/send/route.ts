import { getTranslations } from 'next-intl/server';
import { paaTelefon, svar } from '#app/api/felt/v1/inngang.ts';
import { naa } from '#lib/server/clock.ts';
import { glem } from '#lib/server/kortminne.ts';
import { mottaAlle } from '#lib/utfort-tid/felt-mottak-service.ts';
import type { Postutfall } from '#lib/utfort-tid/felt-mottak-service.ts';
import { sendingSkjema } from '#lib/utfort-tid/felt-schema.ts';
import { kontonokkel } from '#lib/utfort-tid/felt-service.ts';
import type { Postsvar, Sendesvar } from '#lib/utfort-tid/felt-view.ts';

async function iOrd({ klientId, svar: utfall }: Postutfall): Promise<Postsvar> {
  const t = await getTranslations('felt');
  if (utfall.ok) return { klientId, utfall: 'LAGRET', nytt: utfall.verdi.nytt, beskjeder: utfall.verdi.beskjeder.map(({ grunn, verdier }) => t(`beskjed.${grunn}`, verdier ?? {})) };
  const forste = utfall.feil[0] ?? { grunn: 'uleselig' };
  return { klientId, utfall: 'AVVIST', grunn: forste.grunn, melding: t(`avslag.${forste.grunn}`, ('verdier' in forste ? forste.verdier : undefined) ?? {}) };
}

/** Receives a queue. 409 when it is another person's than the one logged in: it stays on the phone, and nothing of it is read. */
export function POST(request: Request): Promise<Response> {
  return paaTelefon(request, async (okt, innhold) => {
    const lest = sendingSkjema.safeParse(innhold);
    if (!lest.success) return svar({ grunn: 'uleselig' }, 400);
    if (lest.data.konto !== kontonokkel(okt)) return svar({ grunn: 'annenPerson' }, 409);
    const utfall = await mottaAlle(okt, lest.data.telefonMs, lest.data.poster);
    glem(okt.kommuneId);
    const innholdet: Sendesvar = { konto: lest.data.konto, tjenertid: naa().getTime(), svar: await Promise.all(utfall.map(iOrd)) };
    return svar(innholdet);
  });
}
