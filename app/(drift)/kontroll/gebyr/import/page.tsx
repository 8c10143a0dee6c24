import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Importhistorikk } from '#components/filimport/importhistorikk.tsx';
import { LastOpp } from '#components/filimport/last-opp.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { filDelHandling, fullforOpplastingHandling, opprettImportHandling } from '#lib/utfort-tid/actions-gebyr.ts';
import { visImporter } from '#lib/utfort-tid/gebyr-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const PER_SIDE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gebyr'))('import.tittel') };
}

export default async function ImporterSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_GEBYR');
  const t = await getTranslations('gebyr');
  const sokefelt = await searchParams;
  const side = sidetall(sokefelt);
  const { importer, antall } = await lesKommune(okt, (tx) => visImporter(tx, PER_SIDE, (side - 1) * PER_SIDE));
  const skriver = harTilgang(okt, 'SETT_GEBYR');
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/kontroll/gebyr' }, { tekst: t('import.tittel') }]} />
      <Sidehode tittel={skriver ? t('import.overskrift') : t('import.tittel')} under={t('import.under')} />
      {skriver ? (
        <Tekster navnerom={['filimport']}>
          <LastOpp
            opplasting={{ opprett: opprettImportHandling, del: filDelHandling, fullfor: fullforOpplastingHandling }}
            slag={[{ verdi: 'GEBYR', tekst: t('slag.GEBYR') }]}
            sti="/kontroll/gebyr/import"
          />
        </Tekster>
      ) : null}
      <Felt tittel={t('import.historikk')}>
        {importer.length === 0 ? <TomTilstand tekst={t('import.ingen')} /> : <Importhistorikk importer={importer} sti="/kontroll/gebyr/import" rom="gebyr" />}
        <Sidevelger sti="/kontroll/gebyr/import" sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
      </Felt>
    </>
  );
}
