import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Kontrollfaner } from '#components/kontroll/kontrollfaner.tsx';
import { MeldingSkjema } from '#components/kontroll/kontrollskjemaer.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { leggTilManeder } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { visMeldinger } from '#lib/utfort-tid/kontroll-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontroll'))('fane.meldinger') };
}

/** Complaints and reports of deviation by unit and month: counts and kinds, never a name. */
export default async function MeldingerSide() {
  const okt = await krevOkt('SE_KONTROLL');
  const t = await getTranslations('kontroll');
  const { enheter, rader, til } = await lesKommune(okt, visMeldinger);
  const sum = (slag: 'KLAGE' | 'AVVIK'): number => rader.filter((r) => r.slag === slag).reduce((n, r) => n + r.antall, 0);
  const maneder = Array.from({ length: 12 }, (_, i) => leggTilManeder(til, -i)).map((m) => ({ verdi: m, tekst: manedOgAr(m) }));
  return (
    <>
      <Sidehode tittel={t('melding.funn', { klager: sum('KLAGE'), avvik: sum('AVVIK') })} under={t('melding.under')} />
      <Kontrollfaner her="meldinger" gebyr={harTilgang(okt, 'SE_GEBYR')} filer={harTilgang(okt, 'SE_BESOKSIMPORT')} />
      {harTilgang(okt, 'REGISTRER_KONTROLL') ? (
        <Felt tittel={t('melding.ny')}>
          <p className="liten dempet">{t('melding.nyOm')}</p>
          <Tekster navnerom={['skjema', 'kontroll']}>
            <MeldingSkjema enheter={[...enheter]} maneder={maneder} />
          </Tekster>
        </Felt>
      ) : null}
      <Felt tittel={t('melding.siste')}>
        {rader.length === 0 ? (
          <TomTilstand tekst={t('melding.ingen')} />
        ) : (
          <Tabell
            tittel={t('melding.siste')}
            kolonner={[{ tekst: t('prove.enhet') }, { tekst: t('melding.maned') }, { tekst: t('melding.slag') }, { tekst: t('melding.kategori') }, { tekst: t('melding.antall'), tall: true }]}
            sum={
              <SumRad>
                <th scope="row">{t('melding.sum')}</th>
                <td colSpan={3} />
                <TallCelle sterk><Antall antall={sum('KLAGE') + sum('AVVIK')} /></TallCelle>
              </SumRad>
            }
          >
            {rader.map((r) => (
              <Rad key={`${r.enhetId} ${r.maned} ${r.slag} ${r.kategori}`} kanVelges>
                <th scope="row">{r.enhet}</th>
                <td className="nb">{manedOgAr(r.maned)}</td>
                <td>{t(`meldingsslag.${r.slag}`)}</td>
                <td>{t(`kategori.${r.kategori}`)}</td>
                <TallCelle><Antall antall={r.antall} /></TallCelle>
              </Rad>
            ))}
          </Tabell>
        )}
      </Felt>
    </>
  );
}
