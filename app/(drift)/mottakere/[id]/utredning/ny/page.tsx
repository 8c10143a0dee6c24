import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { Handlingsknapp } from '#components/sak/handlingsknapp.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { UtredningSkjema } from '#components/sak/utredning-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { forkastUtredningUtkastHandling } from '#lib/sak/actions-utredning.ts';
import { apneUtredningsskjema } from '#lib/sak/utredning-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('utredning.skjema'))('tittel') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

type Handling = (sendt: Record<string, unknown>) => ReturnType<typeof forkastUtredningUtkastHandling>;

export default async function NyUtredningSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SKRIV_UTREDNING');
  const [{ id }, felt] = await Promise.all([params, searchParams]);
  const mottakerId = parseId(id);
  if (mottakerId === null) notFound();
  const [t, u, s, sprak] = await Promise.all([getTranslations('utredning.skjema'), getTranslations('utredning'), getTranslations('sak'), getLocale()]);
  const [retterId, henvendelseId] = [parseId<never>(ettFelt(felt, 'retter') ?? ''), parseId<never>(ettFelt(felt, 'henvendelse') ?? '')];
  const side = await withKommune(okt, (tx) => apneUtredningsskjema(tx, mottakerId, retterId, tolkSprak(sprak)));
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const { skjema, person } = side;
  if (retterId !== null && skjema.retter === null) notFound();
  const sti = `/mottakere/${mottakerId}`;
  const navn = `${person.fornavn} ${person.etternavn}`;
  const utkast = skjema.utkastEndret === null ? null : tidspunkt(skjema.utkastEndret);
  return (
    <>
      <Smuler sti={[{ tekst: s('mottakere'), href: '/mottakere' }, { tekst: navn, href: sti }, { tekst: u('tittel'), href: `${sti}/utredning` }, { tekst: t('tittel') }]} />
      <Sidehode
        tittel={skjema.retter === null ? t('tittel') : t('rettTittel', { dato: formatDato(skjema.retter.dato) })}
        under={skjema.retter !== null ? `${navn} · ${t('rettOm')}` : utkast === null ? navn : `${navn} · ${t('utkastFra', { dato: utkast.dato, klokke: utkast.klokke })}`}
      />
      {skjema.sett.bekreftet ? null : <Varsel farge="warning">{u('ikkeBekreftet')}</Varsel>}
      <Tekster navnerom={['skjema', 'utredning']}>
        <UtredningSkjema
          mottakerId={mottakerId}
          henvendelseId={henvendelseId}
          retterId={skjema.retter?.id ?? null}
          sisteId={skjema.sisteId}
          sett={skjema.sett}
          utfylt={skjema.utfylt}
          forrige={skjema.forrige?.skarer ?? null}
          tjenester={skjema.tjenester}
        />
        {utkast === null ? null : <Handlingsknapp handling={forkastUtredningUtkastHandling as Handling} data={{ mottakerId }}>{t('forkast')}</Handlingsknapp>}
      </Tekster>
    </>
  );
}
