import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { HandlingKnapp } from '#components/ordning/handling-knapp.tsx';
import { Malbilde, Malliste } from '#components/ordning/malbilde.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { opprettUtkastHandling } from '#lib/grunnlag/actions-ordning.ts';
import { finnMal } from '#lib/grunnlag/domain/maler/maler.ts';
import { hentMaltjenester } from '#lib/grunnlag/ordning-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ordning'))('ny.tittel') };
}

export default async function NyOrdningSide({ searchParams }: { searchParams: Promise<{ mal?: string }> }) {
  const okt = await krevOkt('REDIGER_ORDNING');
  const t = await getTranslations('ordning');
  const sprak = tolkSprak(await getLocale());
  const mal = finnMal((await searchParams).mal ?? '');
  const tjenester = Object.fromEntries(await lesKommune(okt, (tx) => hentMaltjenester(tx, sprak)));
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/ordninger' }, { tekst: t('ny.tittel') }]} />
      <Sidehode tittel={t('ny.tittel')} under={t('ny.under')} />
      <div className="rad">
        <section className="s5">
          <Felt tittel={t('ny.maler')}>
            <Malliste valgt={mal?.kode ?? null} sprak={sprak} />
          </Felt>
          <Felt tittel={t('ny.tom')}>
            <p className="liten">{t('ny.tomTekst')}</p>
            <Tekster navnerom={['skjema']}>
              <HandlingKnapp verdier={{ fra: 'tom' }} handling={opprettUtkastHandling} til="/ordninger/utkast/{id}?steg=om">
                {t('ny.begynnTom')}
              </HandlingKnapp>
            </Tekster>
          </Felt>
        </section>
        <section className="s7" id="mal">{mal ? <Malbilde mal={mal} sprak={sprak} tjenester={tjenester} /> : <p className="dempet">{t('ny.velg')}</p>}</section>
      </div>
    </>
  );
}
