import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Importhistorikk } from '#components/filimport/importhistorikk.tsx';
import { LastOpp } from '#components/filimport/last-opp.tsx';
import { Ansattnumre } from '#components/mottak/ansattnumre.tsx';
import { Apileveranser } from '#components/mottak/apileveranser.tsx';
import { Kontrollfaner } from '#components/kontroll/kontrollfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { visAnsattnumre } from '#lib/grunnlag/ansattnummer-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { filDelHandling, fullforOpplastingHandling, opprettImportHandling, settAnsattnummerHandling } from '#lib/utfort-tid/actions-mottak.ts';
import { visApileveranser, visImporter } from '#lib/utfort-tid/mottak-service.ts';

const STI = '/kontroll/import';
const PER_SIDE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mottak'))('tittel') };
}

export default async function BesoksimporterSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_BESOKSIMPORT');
  const t = await getTranslations('mottak');
  const sokefelt = await searchParams;
  const side = sidetall(sokefelt);
  const { importer, antall, leveranser, ansatte } = await lesKommune(okt, async (tx) => ({ ...(await visImporter(tx, PER_SIDE, (side - 1) * PER_SIDE)), leveranser: await visApileveranser(tx, PER_SIDE), ansatte: await visAnsattnumre(tx) }));
  const kan = harTilgang(okt, 'TA_INN_BESOK');
  return (
    <>
      <Sidehode tittel={t('tittel')} under={t('under')} />
      <Kontrollfaner her="import" gebyr={harTilgang(okt, 'SE_GEBYR')} filer />
      {kan ? (
        <Tekster navnerom={['filimport']}>
          <LastOpp opplasting={{ opprett: opprettImportHandling, del: filDelHandling, fullfor: fullforOpplastingHandling }} slag={(['BESOK', 'PLAN'] as const).map((verdi) => ({ verdi, tekst: t(`slag.${verdi}`) }))} sti={STI} />
        </Tekster>
      ) : null}
      <Ansattnumre {...ansatte} handling={kan ? settAnsattnummerHandling : null} />
      <Felt tittel={t('historikk')}>
        {importer.length === 0 ? <TomTilstand tekst={t('ingenFiler')} /> : <Importhistorikk importer={importer} sti={STI} rom="mottak" />}
        <Sidevelger sti={STI} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
      </Felt>
      {leveranser.length > 0 ? (
        <Felt tittel={t('api.tittel')}>
          <Apileveranser leveranser={leveranser} sti={STI} />
        </Felt>
      ) : null}
    </>
  );
}
