import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Kontrollfaner } from '#components/kontroll/kontrollfaner.tsx';
import { TrekkSkjema } from '#components/kontroll/kontrollskjemaer.tsx';
import { Proverader, Provetabell } from '#components/kontroll/provetabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { leggTilDager } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { visProver } from '#lib/utfort-tid/kontroll-service.ts';

const STI = '/kontroll/stikkprover';
const PER_SIDE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontroll'))('fane.stikkprover') };
}

/** Spot checks, and the deviations that nobody has followed up. */
export default async function StikkproverSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_KONTROLL');
  const t = await getTranslations('kontroll');
  const sokefelt = await searchParams;
  const side = sidetall(sokefelt);
  const { enheter, prover, antall, apne } = await lesKommune(okt, (tx) => visProver(tx, PER_SIDE, (side - 1) * PER_SIDE));
  const skriver = harTilgang(okt, 'REGISTRER_KONTROLL');
  return (
    <>
      <Sidehode tittel={t('prove.funn', { antall: apne.length })} under={t('prove.under')} />
      <Kontrollfaner her="stikkprover" gebyr={harTilgang(okt, 'SE_GEBYR')} filer={harTilgang(okt, 'SE_BESOKSIMPORT')} />
      {apne.length > 0 ? (
        <Felt tittel={t('prove.tilOppfolging')}>
          <Proverader rader={apne} tittel={t('prove.tilOppfolging')} kanSkrive={skriver} folg />
        </Felt>
      ) : null}
      {skriver ? (
        <Felt tittel={t('prove.ny')}>
          <Tekster navnerom={['skjema', 'kontroll']}>
            <TrekkSkjema enheter={[...enheter]} fom={formatDato(leggTilDager(iDag(), -30))} tom={formatDato(iDag())} />
          </Tekster>
        </Felt>
      ) : null}
      <Felt tittel={t('prove.alle')}>
        {prover.length === 0 ? <TomTilstand tekst={t('prove.ingen')} /> : <Provetabell prover={prover} />}
        <Sidevelger sti={STI} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
      </Felt>
    </>
  );
}
