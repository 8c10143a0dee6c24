import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Importhistorikk } from '#components/filimport/importhistorikk.tsx';
import { LastOpp } from '#components/filimport/last-opp.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { filDelHandling, fullforOpplastingHandling, opprettImportHandling } from '#lib/toppfinansiering/actions-import.ts';
import { hentImporter } from '#lib/toppfinansiering/ressurspost-import-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

const PER_SIDE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressursimport'))('import.tittel') };
}

export default async function ImporterSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_RESSURSKREVENDE_MOTTAKER');
  const t = await getTranslations('ressursimport');
  const sokefelt = await searchParams;
  const side = sidetall(sokefelt);
  const liste = await hentImporter(okt, PER_SIDE, (side - 1) * PER_SIDE);
  if (!liste) notFound();
  const { importer, antall } = liste;
  const skriver = harTilgang(okt, 'REGISTRER_RESSURSKREVENDE');
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/ressurskrevende' }, { tekst: t('import.tittel') }]} />
      <Sidehode tittel={skriver ? t('import.overskrift') : t('import.tittel')} under={t('import.under')} />
      {skriver ? (
        <Tekster navnerom={['filimport']}>
          <LastOpp
            opplasting={{ opprett: opprettImportHandling, del: filDelHandling, fullfor: fullforOpplastingHandling }}
            slag={[{ verdi: 'RESSURSPOST', tekst: t('slag.RESSURSPOST') }]}
            sti="/ressurskrevende/import"
          />
        </Tekster>
      ) : null}
      <Felt tittel={t('import.historikk')}>
        {importer.length === 0 ? <TomTilstand tekst={t('import.ingen')} /> : <Importhistorikk importer={importer} sti="/ressurskrevende/import" rom="ressursimport" />}
        <Sidevelger sti="/ressurskrevende/import" sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
      </Felt>
    </>
  );
}
