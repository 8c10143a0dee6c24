import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { EnKnapp, TilgangSkjema } from '#components/ressurskrevende/skjemaer.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { hentTilganger } from '#lib/toppfinansiering/tilgang-service.ts';
import { krevOkt } from '#lib/server/okt.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressurskrevende'))('tilgangLenke') };
}

export default async function TilgangSide() {
  const okt = await krevOkt('NAVNGI_KRAVTILGANG');
  const t = await getTranslations('ressurskrevende');
  const roller = await getTranslations('felles.roller');
  const { navngitte, valg } = await hentTilganger(okt);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/ressurskrevende' }, { tekst: t('tilgangLenke') }]} />
      <Sidehode tittel={t('tilgang.tittel', { antall: navngitte.filter((n) => n.avsluttet === null).length })} under={t('tilgang.under')} />
      <Tekster navnerom={['skjema', 'ressurskrevende']}>
        <div className="stabel-luft">
          {navngitte.length === 0 ? (
            <p className="liten">{t('tilgang.ingen')}</p>
          ) : (
            <Tabell tittel={t('tilgangLenke')} kolonner={[{ tekst: t('tilgang.navn') }, { tekst: t('tilgang.grunn') }, { tekst: t('tilgang.gitt'), bareBred: true }, { tekst: t('krav.kolStatus') }]}>
              {navngitte.map((n) => (
                <Rad key={n.id} gammel={n.avsluttet !== null}>
                  <th scope="row">{n.navn}</th>
                  <td>{n.grunn}</td>
                  <td className="bare-bred">
                    {n.gittAvNavn} {tidspunkt(n.gitt).dato}
                  </td>
                  <td>
                    {n.avsluttet ? <Status type="av">{`${t('tilgang.avsluttet')} ${tidspunkt(n.avsluttet).dato}`}</Status> : <Status type="ok">{t('tilgang.gjelder')}</Status>}
                    {n.avsluttet ? null : <EnKnapp hva="tilgang" id={n.id}>{t('tilgang.fjern')}</EnKnapp>}
                  </td>
                </Rad>
              ))}
            </Tabell>
          )}
          {valg.length > 0 ? (
            <Felt tittel={t('tilgang.ny')}>
              <TilgangSkjema kontoer={valg.map((k) => ({ verdi: String(k.id), tekst: `${k.navn} (${roller(k.rolle as 'controller')})` }))} />
            </Felt>
          ) : null}
        </div>
      </Tekster>
    </>
  );
}
