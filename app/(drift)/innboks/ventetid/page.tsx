import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Liggende } from '#components/plott/liggende.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentVentetider } from '#lib/oversikt/ventetid-service.ts';
import type { Ventetidsrad } from '#lib/oversikt/ventetid-view.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innboks.ventetider'))('navn') };
}

export default async function VentetidSide() {
  const okt = await krevOkt('SE_INNBOKS');
  const [t, i, sprak] = await Promise.all([getTranslations('innboks.ventetider'), getTranslations('innboks'), getLocale()]);
  const rader = await lesKommune(okt, (tx) => hentVentetider(tx, tolkSprak(sprak)));
  const alle = rader.find((r) => r.navn === null);
  const tjenester = rader.filter((r) => r.navn !== null);
  const celler = (r: Ventetidsrad) =>
    r.liten ? (
      <td colSpan={5} className="dempet">{t('liten')}</td>
    ) : (
      <>
        <TallCelle>{r.antall}</TallCelle>
        <TallCelle>{r.medianVedtak ?? '–'}</TallCelle>
        <TallCelle>{r.niVedtak ?? '–'}</TallCelle>
        <TallCelle>{r.overManeden}</TallCelle>
        <TallCelle>{r.medianStart ?? '–'}</TallCelle>
      </>
    );
  return (
    <>
      <Smuler sti={[{ tekst: i('navn'), href: '/innboks' }, { tekst: t('navn') }]} />
      <Sidehode tittel={t('tittel', { antall: alle?.antall ?? 0, median: alle?.medianVedtak ?? 0 })} under={t('under')} />
      {alle === undefined ? (
        <TomTilstand tekst={t('tom')} />
      ) : (
        <>
          <Liggende tittel={t('figur')} format={String} rader={tjenester.filter((r) => !r.liten).map((r) => ({ navn: r.navn ?? '', verdi: r.medianVedtak ?? 0, form: 'fyll' as const }))} />
          <Tabell
            tittel={t('navn')}
            kolonner={[{ tekst: t('tjeneste') }, { tekst: t('antall'), tall: true }, { tekst: t('median'), tall: true }, { tekst: t('ni'), tall: true }, { tekst: t('over'), tall: true }, { tekst: t('start'), tall: true }]}
            sum={<tr><th scope="row">{t('alle')}</th>{celler(alle)}</tr>}
          >
            {tjenester.map((r) => (
              <Rad key={r.tjeneste}>
                <th scope="row">{r.navn}</th>
                {celler(r)}
              </Rad>
            ))}
          </Tabell>
        </>
      )}
    </>
  );
}
