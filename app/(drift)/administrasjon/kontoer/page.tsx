import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { avsluttOkter } from '#app/(drift)/administrasjon/actions.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { Merke } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentKontoer, type KontoRad } from '#lib/server/administrasjon/kontoer.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

type Sok = { avsluttet?: string; feil?: string };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.kontoer') };
}

/** Who can log in, as what, and who is logged in now. */
export default async function Kontoer({ searchParams }: { searchParams: Promise<Sok> }) {
  const okt = await krevOkt('SE_KONTOER');
  const [kontoer, sok, t, felles] = await Promise.all([
    lesKommune(okt, hentKontoer),
    searchParams,
    getTranslations('administrasjon'),
    getTranslations('felles'),
  ]);
  const inne = kontoer.filter((konto) => konto.okter.length > 0).length;
  return (
    <>
      <Sidehode tittel={t('kontoer.tittel', { antall: kontoer.length, inne })} under={t('kontoer.under')} />
      {sok.avsluttet === undefined ? null : (
        <Varsel farge="success" role="status">
          {t('kontoer.avsluttet', { antall: Number(sok.avsluttet) || 0 })}
        </Varsel>
      )}
      {sok.feil === undefined ? null : (
        <Varsel farge="danger" role="alert">
          {t('kontoer.feil')}
        </Varsel>
      )}
      <Tabell
        tittel={felles('meny.kontoer')}
        festet
        kolonner={[
          { tekst: felles('ord.navn') },
          { tekst: t('kontoer.roller') },
          { tekst: t('kontoer.okter') },
          { tekst: '', navn: felles('ord.handling') },
        ]}
      >
        {kontoer.map((konto) => (
          <Kontorad key={konto.id} konto={konto} />
        ))}
      </Tabell>
    </>
  );
}

async function Kontorad({ konto }: { konto: KontoRad }) {
  const [t, felles, tid] = await Promise.all([getTranslations('administrasjon'), getTranslations('felles'), getFormatter()]);
  return (
    <Rad kanVelges>
      <th scope="row">
        {konto.navn} {konto.stengt ? <Merke farge="warning">{t('kontoer.stengt')}</Merke> : null}
      </th>
      <td>
        {konto.roller.map(({ rolle, enheter }) => (
          <div key={rolle}>
            {felles(`roller.${rolle}`)}
            {enheter ? <span className="dempet">, {enheter}</span> : null}
          </div>
        ))}
        {konto.roller.length === 0 ? <span className="dempet">{t('kontoer.ingenRolle')}</span> : null}
      </td>
      <td>
        {konto.okter.map((okt) => (
          <div key={`${okt.opprettet}${okt.rolle}${okt.sistSett}`} className="tab">
            {t('kontoer.okt', {
              rolle: felles(`roller.${okt.rolle}`),
              fra: tid.dateTime(okt.opprettet, { dateStyle: 'short', timeStyle: 'short' }),
              sist: tid.dateTime(okt.sistSett, { timeStyle: 'short' }),
            })}
          </div>
        ))}
        {konto.okter.length === 0 ? <span className="dempet">{t('kontoer.ikkeInne')}</span> : null}
      </td>
      <td className="tall">
        {konto.okter.length > 0 ? (
          <form action={avsluttOkter}>
            <input type="hidden" name="kontoId" value={konto.id} />
            <input type="hidden" name="handlingId" value={randomUUID()} />
            <Knapp type="submit" variant="secondary" tett>
              {t('kontoer.avslutt', { antall: konto.okter.length })}
              <span className="ds-sr-only"> ({konto.navn})</span>
            </Knapp>
          </form>
        ) : null}
      </td>
    </Rad>
  );
}
