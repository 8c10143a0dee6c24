import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Bilagsfaner } from '#components/bilag/bilagsfaner.tsx';
import { NyLeverandor, TaImotFaktura } from '#components/bilag/faktura-skjema.tsx';
import { Avsattliste, Fakturaliste } from '#components/bilag/fakturaliste.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Detaljer, Felt, MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { hentFakturaer } from '#lib/bilag/faktura-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bilag.faner'))('faktura') };
}

export default async function FakturaSide() {
  const okt = await krevOkt('SE_BILAG');
  const t = await getTranslations('bilag.faktura');
  const bilde = await lesKommune(okt, hentFakturaer);
  const venter = bilde.fakturaer.filter((f) => f.status === 'MATCHET' && f.antallGodkjent > 0).length;
  return (
    <>
      <Sidehode tittel={venter > 0 ? t('funnVenter', { antall: venter }) : t('funnIngen')} under={t('under')} />
      <Bilagsfaner her="faktura" />
      <MedPanel
        panel={
          harTilgang(okt, 'LAST_OPP_FAKTURA') ? (
            <Sidepanel navn={t('ny')} tittel={t('ny')}>
              <Tekster navnerom={['skjema', 'bilag']}>
                <TaImotFaktura />
                <Detaljer tittel={t('leverandorer')}>
                  <ul className="liten">
                    {bilde.leverandorer.map((l) => (
                      <li key={l.orgnr}>
                        {l.enhet}: <span className="tab">{l.orgnr}</span>
                      </li>
                    ))}
                  </ul>
                  <NyLeverandor enheter={bilde.enheter} />
                </Detaljer>
              </Tekster>
            </Sidepanel>
          ) : null
        }
      >
        <Felt tittel={t('tabell')}>{bilde.fakturaer.length === 0 ? <TomTilstand tekst={t('tom')} /> : <Fakturaliste fakturaer={bilde.fakturaer} />}</Felt>
        <Felt tittel={t('avsattTittel')}>{bilde.avsatt.length === 0 ? <TomTilstand tekst={t('avsattTom')} /> : <Avsattliste avsatt={bilde.avsatt} />}</Felt>
      </MedPanel>
    </>
  );
}
