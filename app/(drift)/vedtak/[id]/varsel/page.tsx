import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { NyttVarsel } from '#components/vedtak/varsel-skjemaer.tsx';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { Varselkort } from '#components/vedtak/varselkort.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneVarsler } from '#lib/vedtak/varsel-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak.side'))('varsel') };
}

/** The notices about a vedtak: sent, answered, assessed; and a new one. */
export default async function VarselSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('FATT_VEDTAK');
  const vedtakId = parseId((await params).id);
  if (vedtakId === null) notFound();
  const [t, v, sprak] = await Promise.all([getTranslations('forhandsvarsel'), getTranslations('vedtak'), getLocale()]);
  const side = await withKommune(okt, (tx) => apneVarsler(tx, vedtakId));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { vedtak, varsler } = side;
  const apent = varsler.find((en) => !en.brukt && !en.trukket);
  return (
    <>
      <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: vedtak.nummer, href: `/vedtak/${vedtakId}` }, { tekst: v('side.varsel') }]} />
      <Sidehode
        tittel={t('tittel', { nummer: vedtak.nummer })}
        under={t('under', { navn: side.navn, tjeneste: side.tjeneste[tolkSprak(sprak)], omfang: omfangTekst(v as unknown as VedtakTekst, vedtak.omfang) })}
        handlinger={apent?.tilstand === 'VURDERT' ? (
          apent.slag === 'OPPHOR' ? <KnappLenke href={`/vedtak/${vedtakId}/avslutt`}>{t('avslutt')}</KnappLenke> : <KnappLenke href={`/mottakere/${vedtak.mottakerId}/nytt-vedtak?tjeneste=${vedtak.tjeneste}`}>{t('nyttVedtak')}</KnappLenke>
        ) : undefined}
      />
      <MedPanel
        panel={
          <Sidepanel navn={t('hvaSkjer')} tittel={t('hvaSkjer')}>
            <ol className="liten" style={{ listStyle: 'decimal', paddingLeft: '1.3em' }}>{(['steg1', 'steg2', 'steg3', 'steg4'] as const).map((steg) => <li key={steg}>{t(steg)}</li>)}</ol>
          </Sidepanel>
        }
      >
        <Tekster navnerom={['skjema', 'forhandsvarsel']}>
          <div className="stabel-luft">
            {varsler.length === 0 ? <p className="liten dempet">{t('ingen')}</p> : varsler.map((varsel) => <Varselkort key={varsel.id} varsel={varsel} vedtakId={vedtakId} idag={formatDato(side.idag)} />)}
            {apent ? null : varsler.length === 0 ? <NyttVarsel vedtakId={vedtakId} frist={formatDato(side.foreslattFrist)} /> : (
              <Detaljer tittel={t('ny')}><NyttVarsel vedtakId={vedtakId} frist={formatDato(side.foreslattFrist)} /></Detaljer>
            )}
          </div>
        </Tekster>
      </MedPanel>
    </>
  );
}
