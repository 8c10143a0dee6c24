import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { Brevark } from '#components/vedtak/brevark.tsx';
import { Ubekreftet } from '#components/vedtak/brev-sjekkliste.tsx';
import type { Brevtekst } from '#components/vedtak/brev-sjekkliste.tsx';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneSaksbrev } from '#lib/vedtak/saksbrev-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak.brev'))('navn') };
}

/** A notice, an end or an answer to an appeal as it was sent: the same words as the PDF. */
export default async function SaksbrevSide({ params }: { params: Promise<{ id: string; brevId: string }> }) {
  const okt = await krevOkt('SE_MOTTAKER');
  const { id, brevId } = await params;
  const [vedtakId, saksbrevId] = [parseId(id), parseId(brevId)];
  if (vedtakId === null || saksbrevId === null) notFound();
  const [t, v] = await Promise.all([getTranslations('vedtak.brev'), getTranslations('vedtak')]);
  const side = await withKommune(okt, (tx) => apneSaksbrev(tx, saksbrevId));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { brev } = side;
  if (Number(brev.vedtakId) !== Number(vedtakId)) notFound();
  const laget = tidspunkt(brev.laget);
  return (
    <>
      <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: brev.nummer ?? '–', href: `/vedtak/${vedtakId}` }, { tekst: t('navn') }]} />
      <Sidehode tittel={t('tittel', { nummer: brev.nummer ?? '–', navn: side.navn })} handlinger={<a className="ds-button" data-variant="secondary" href={`/vedtak/${vedtakId}/brev/${saksbrevId}/pdf`} download>{t('lastNed')}</a>} />
      <MedPanel
        panel={
          <Sidepanel navn={t('om')} tittel={t('om')}>
            <p className="liten">{t('lagetEgen', { dato: laget.dato, klokke: laget.klokke, mal: brev.innhold.mal, sprak: t(brev.innhold.sprak) })}</p>
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
