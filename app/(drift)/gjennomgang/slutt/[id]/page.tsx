import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { PeriodeTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { SluttSkjema } from '#components/vedtak/gjennomgang-skjemaer.tsx';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneSlutt } from '#lib/vedtak/gjennomgang-service.ts';
import { hentTjenestenavn } from '#lib/vedtak/vedtaksregler-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gjennomgang'))('avsluttAlt') };
}

/** Everything a recipient has, and one form that ends it. */
export default async function SluttSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('FATT_VEDTAK');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const [t, v, sprak] = await Promise.all([getTranslations('gjennomgang'), getTranslations('vedtak'), getLocale()]);
  const [side, tjenester] = await withKommune(okt, async (tx) => [await apneSlutt(tx, mottakerId), await hentTjenestenavn(tx, tolkSprak(sprak))] as const);
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/gjennomgang' }, { tekst: side.navn, href: `/mottakere/${mottakerId}` }, { tekst: t('avsluttAlt') }]} />
      <Sidehode tittel={t('slutt.tittel', { navn: side.navn, antall: side.vedtak.length })} under={t('slutt.under')} />
      <Felt tittel={t('slutt.hva')}>
        {side.vedtak.length === 0 ? <p className="liten dempet">{t('slutt.ingen')}</p> : (
          <Tabell tittel={t('slutt.hva')} kolonner={[{ tekst: t('vedtaket') }, { tekst: t('tjeneste') }, { tekst: t('omfang'), bareBred: true }, { tekst: t('gjelder') }]}>
            {side.vedtak.map((en) => (
              <Rad key={en.id}>
                <th scope="row"><Lenke href={`/vedtak/${en.id}`}>{en.nummer}</Lenke></th>
                <td>{tjenester[en.tjeneste] ?? en.tjeneste}</td>
                <td className="bare-bred">{omfangTekst(v as unknown as VedtakTekst, en.omfang)}</td>
                <td><PeriodeTekst fom={en.fom} tom={en.tom} /></td>
              </Rad>
            ))}
          </Tabell>
        )}
      </Felt>
      <Tekster navnerom={['skjema', 'gjennomgang']}>
        <SluttSkjema mottakerId={Number(mottakerId)} versjon={side.versjon} idag={formatDato(side.idag)} />
      </Tekster>
    </>
  );
}
