import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Brevliste, KostnadTabell, OppdragTabell, Virkninger } from '#components/vedtak/vedtak-deler.tsx';
import { VedtakFakta } from '#components/vedtak/vedtak-hode.tsx';
import { parseId } from '#lib/core/id.ts';
import { hentVedtaksside } from '#lib/oversikt/vedtaksside-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak'))('vedtak') };
}

export default async function VedtakSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_VEDTAK');
  const vedtakId = parseId((await params).id);
  if (vedtakId === null) notFound();
  const [t, v, sprak] = await Promise.all([getTranslations('vedtak.side'), getTranslations('vedtak'), getLocale()]);
  const side = await withKommune(okt, (tx) => hentVedtaksside(tx, vedtakId, tolkSprak(sprak)));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { vedtak, tjeneste, tilstand } = side;
  const kanOpphore = side.kanOpphore && harTilgang(okt, 'FATT_VEDTAK');
  return (
    <>
      <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: vedtak.nummer }]} />
      <Sidehode
        tittel={t('tittel', { nummer: vedtak.nummer, tjeneste: tjeneste.toLowerCase(), tilstand: v(`tilstand.${tilstand}`) })}
        handlinger={
          <>
            {vedtak.navn !== null && !vedtak.kort && harTilgang(okt, 'SE_MOTTAKER') ? <KnappLenke variant="secondary" href={`/vedtak/${vedtakId}/brev`}>{v('brev.se')}</KnappLenke> : null}
            {kanOpphore ? <KnappLenke variant="tertiary" href={`/vedtak/${vedtakId}/varsel`}>{t('varsel')}</KnappLenke> : null}
            {vedtak.navn !== null && harTilgang(okt, 'BEHANDLE_KLAGE') ? <KnappLenke variant="tertiary" href={`/klager/ny?vedtak=${vedtakId}`}>{t('klag')}</KnappLenke> : null}
            {kanOpphore ? <KnappLenke variant="secondary" href={`/vedtak/${vedtakId}/avslutt`}>{t('avslutt')}</KnappLenke> : null}
          </>
        }
      />
      <VedtakFakta side={side} />
      <div className="rad" style={{ marginTop: 12 }}>
        <div className="s7 stabel-luft">
          <Felt tittel={t('begrunnelse')}>
            {vedtak.begrunnelse === null ? <p className="liten dempet">{t('begrunnelseSkjult', { pseudonym: vedtak.pseudonym })}</p> : <p className="ro" style={{ whiteSpace: 'pre-line' }}>{vedtak.begrunnelse}</p>}
            {vedtak.reduksjonsgrunn === null ? null : <p className="ro liten"><span className="sterk">{t('reduksjonsgrunn')}:</span> {vedtak.reduksjonsgrunn}</p>}
          </Felt>
          <KostnadTabell kostnad={side.kostnad} vedtakId={vedtakId} kanSpore={harTilgang(okt, 'SPOR_BELOP')} />
        </div>
        <div className="s5 stabel-luft">
          <Brevliste brev={side.brev} vedtakId={vedtakId} />
          <Virkninger virkninger={side.virkninger} />
          <OppdragTabell oppdrag={side.oppdrag} />
        </div>
      </div>
    </>
  );
}
