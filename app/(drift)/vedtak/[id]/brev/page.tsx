import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Brevark } from '#components/vedtak/brevark.tsx';
import { Ubekreftet } from '#components/vedtak/brev-sjekkliste.tsx';
import type { Brevtekst } from '#components/vedtak/brev-sjekkliste.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneBrev } from '#lib/vedtak/brev-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak.brev'))('navn') };
}

/** The letter as it was issued: the same words as the PDF. */
export default async function BrevSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_MOTTAKER');
  const vedtakId = parseId((await params).id);
  if (vedtakId === null) notFound();
  const [t, v] = await Promise.all([getTranslations('vedtak.brev'), getTranslations('vedtak')]);
  const side = await withKommune(okt, (tx) => apneBrev(tx, vedtakId));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { vedtak, brev } = side;
  const smuler = <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: vedtak.nummer, href: `/vedtak/${vedtakId}` }, { tekst: t('navn') }]} />;
  if (brev === null) {
    return (
      <>
        {smuler}
        <Sidehode tittel={t('ingenTittel', { nummer: vedtak.nummer })} />
        <TomTilstand tekst={t('ingen', { dato: formatDato(vedtak.fattetDato) })} />
      </>
    );
  }
  const laget = tidspunkt(brev.laget);
  return (
    <>
      {smuler}
      <Sidehode
        tittel={t('tittel', { nummer: vedtak.nummer, navn: side.navn })}
        handlinger={<a className="ds-button" data-variant="secondary" href={`/vedtak/${vedtakId}/brev/pdf`} download>{t('lastNed')}</a>}
      />
      <MedPanel
        panel={
          <Sidepanel navn={t('om')} tittel={t('om')}>
            <p className="liten">{t('laget', { dato: laget.dato, klokke: laget.klokke, mal: brev.innhold.mal, sprak: t(brev.innhold.sprak) })}</p>
            <p className="mikro dempet" style={{ overflowWrap: 'anywhere' }}>{t('fingeravtrykk', { sha256: brev.sha256 })}</p>
            <Ubekreftet brev={brev.innhold} t={t as unknown as Brevtekst} />
          </Sidepanel>
        }
      >
        <Brevark brev={brev.innhold} niva={2} />
      </MedPanel>
    </>
  );
}
