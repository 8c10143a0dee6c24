import type { Metadata } from 'next';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Klientvalg, NyKlient } from '#components/api/klient-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { nyKlientHandling, roterKlientHandling, trekkKlientHandling } from '#lib/grunnlag/actions-api.ts';
import { type Apiklient, hentApienheter, hentApiklienter } from '#lib/grunnlag/api-klient-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('api'))('tittel') };
}

async function Klientrad({ klient }: { klient: Apiklient }) {
  const [t, tid] = [await getTranslations('api'), await getFormatter()];
  return (
    <Rad kanVelges>
      <th scope="row">
        {klient.navn}
        <div className="mikro dempet">
          <code>{klient.kode}</code>
        </div>
      </th>
      <td>{klient.system}</td>
      <td>{t(`omfangvalg.${klient.omfang}`)}</td>
      <td className="bare-bred">{klient.enheter ?? t('alleEnheter')}</td>
      <td>
        <Status type={klient.trukket ? 'av' : 'ok'}>{klient.trukket ? t('trukket', { tid: tid.dateTime(klient.trukket, { dateStyle: 'short' }) }) : t('iBruk', { antall: klient.tokener })}</Status>
      </td>
      <td className="nb bare-bred">{klient.sistBrukt ? tid.dateTime(klient.sistBrukt, { dateStyle: 'short', timeStyle: 'short' }) : t('aldri')}</td>
      <TallCelle bareBred>
        <Antall antall={klient.leveranser} />
      </TallCelle>
      <td>
        {klient.trukket ? null : (
          <Tekster navnerom={['skjema', 'api']}>
            <Klientvalg klientId={klient.id} navn={klient.navn} roter={roterKlientHandling} trekk={trekkKlientHandling} />
          </Tekster>
        )}
      </td>
    </Rad>
  );
}

/** The systems that may send visits. */
export default async function ApiSide() {
  const okt = await krevOkt('FORVALT_API');
  const t = await getTranslations('api');
  const { klienter, enheter } = await lesKommune(okt, async (tx) => ({ klienter: await hentApiklienter(tx), enheter: await hentApienheter(tx) }));
  const iBruk = klienter.filter((k) => k.trukket === null).length;
  return (
    <>
      <Sidehode tittel={t('funn', { antall: iBruk })} under={<>{t('under')} <Lenke href="/administrasjon/api/dokumentasjon">{t('dokumentasjon')}</Lenke></>} />
      {klienter.length === 0 ? (
        <TomTilstand tekst={t('ingen')} />
      ) : (
        <Tabell
          tittel={t('tittel')}
          kolonner={[{ tekst: t('navn') }, { tekst: t('system') }, { tekst: t('omfang') }, { tekst: t('enheter'), bareBred: true }, { tekst: t('tilstand') }, { tekst: t('sistBrukt'), bareBred: true }, { tekst: t('leveranser'), tall: true, bareBred: true }, { tekst: '', navn: t('endre') }]}
        >
          {klienter.map((klient) => (
            <Klientrad key={klient.id} klient={klient} />
          ))}
        </Tabell>
      )}
      <Felt tittel={t('nytt')}>
        <p className="liten dempet">{t('nyttOm')}</p>
        <Tekster navnerom={['skjema', 'api']}>
          <NyKlient enheter={enheter} handling={nyKlientHandling} />
        </Tekster>
      </Felt>
    </>
  );
}
