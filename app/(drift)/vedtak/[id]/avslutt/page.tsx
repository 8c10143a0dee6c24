import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { OpphorSkjema } from '#components/vedtak/opphor-skjema.tsx';
import { formatDato, formatPeriode } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { hentVedtaksside } from '#lib/oversikt/vedtaksside-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apentVarselFor } from '#lib/vedtak/varsel-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('vedtak.side'))('avslutt') };
}

export default async function AvsluttVedtakSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('FATT_VEDTAK');
  const vedtakId = parseId((await params).id);
  if (vedtakId === null) notFound();
  const [t, v, sprak] = await Promise.all([getTranslations('vedtak.opphor'), getTranslations('vedtak'), getLocale()]);
  const [side, varsel] = await withKommune(okt, async (tx) => [await hentVedtaksside(tx, vedtakId, tolkSprak(sprak)), await apentVarselFor(tx, vedtakId)] as const);
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { gjeldende, vedtak, tjeneste, omfang } = side;
  if (!side.kanOpphore || gjeldende === null) notFound();
  const tekst = v as unknown as VedtakTekst;
  return (
    <>
      <Smuler sti={[{ tekst: v('vedtak'), href: '/vedtak' }, { tekst: vedtak.nummer, href: `/vedtak/${vedtakId}` }, { tekst: t('send') }]} />
      <Sidehode
        tittel={t('tittel', { nummer: vedtak.nummer })}
        under={t('under', { tjeneste, omfang: omfangTekst(tekst, omfang), periode: formatPeriode(gjeldende.fom, gjeldende.tom) })}
        handlinger={<KnappLenke variant="secondary" href={`/vedtak/${vedtakId}/varsel`}>{v('side.varsel')}</KnappLenke>}
      />
      <Tekster navnerom={['skjema', 'vedtak']}>
        <OpphorSkjema vedtakId={vedtakId} virkningId={gjeldende.id} varsel={varsel === null ? v('varseltilstand.INGEN') : v(`varseltilstand.${varsel.tilstand as 'BESVART'}`, { frist: formatDato(varsel.frist) })} />
      </Tekster>
    </>
  );
}
