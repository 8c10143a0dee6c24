import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { HenvendelseFakta, HenvendelseGjor, HenvendelseSvar } from '#components/sak/henvendelse-side.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { parseId } from '#lib/core/id.ts';
import { apneHenvendelse } from '#lib/sak/innboks-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innboks'))('navn') };
}

export default async function HenvendelseSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_INNBOKS');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const [t, locale] = await Promise.all([getTranslations('innboks'), getLocale()]);
  const sprak = tolkSprak(locale);
  const side = await withKommune(okt, (tx) => apneHenvendelse(tx, id, sprak));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { h, tjenestenavn } = side;
  return (
    <>
      <Smuler sti={[{ tekst: t('navn'), href: '/innboks' }, { tekst: h.navn }]} />
      <Sidehode tittel={`${h.navn}: ${t('en.tittel', { type: h.type, fra: h.fra.toLowerCase() }).toLowerCase()}`} handlinger={<Lenke href={`/mottakere/${h.mottakerId}`}>{t('en.mappe')}</Lenke>} />
      <div className="rad">
        <div className="s7 stabel-luft">
          <HenvendelseFakta h={h} tjenestenavn={tjenestenavn} />
          <HenvendelseSvar h={h} svar={side.svar} vedtak={side.vedtak} tjenestenavn={tjenestenavn} />
        </div>
        <div className="s5">
          <Tekster navnerom={['skjema', 'innboks']}>
            <HenvendelseGjor h={h} tjenestenavn={tjenestenavn} kontoId={okt.kontoId} kanFordele={harTilgang(okt, 'TILDEL_HENVENDELSE')} sprak={sprak} saksbehandlere={side.saksbehandlere} />
          </Tekster>
        </div>
      </div>
    </>
  );
}
