import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { HenvendelseSkjema } from '#components/sak/henvendelse-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Filterfelt, FilterTekst } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { hentMottakere } from '#lib/oversikt/mottakerliste-service.ts';
import { lesMottakerfilter } from '#lib/oversikt/mottakerliste-view.ts';
import { hentHenvendelsesskjema } from '#lib/sak/innboks-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

const TREFF = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('innboks.registrer'))('tittel') };
}

export default async function NyHenvendelseSide({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const okt = await krevOkt('BEHANDLE_HENVENDELSE');
  const felt = await searchParams;
  const [t, i, locale] = await Promise.all([getTranslations('innboks.registrer'), getTranslations('innboks'), getLocale()]);
  const sprak = tolkSprak(locale);
  const valgt = ettFelt(felt, 'mottaker');
  const mottakerId = valgt === undefined ? null : parseId(valgt);
  const sok = (ettFelt(felt, 'sok') ?? '').trim();
  const skjema = mottakerId === null ? null : await lesKommune(okt, (tx) => hentHenvendelsesskjema(tx, mottakerId, sprak));
  if (valgt !== undefined && skjema === null) notFound();
  const funnet = skjema !== null || sok === '' ? [] : (await lesKommune(okt, (tx) => hentMottakere(tx, lesMottakerfilter({ sok }, { sorter: 'navn', retning: 'stigende', side: 1 }), sprak))).rader;
  const treff = funnet.slice(0, TREFF);
  return (
    <>
      <Smuler sti={[{ tekst: i('navn'), href: '/innboks' }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('tittel')} under={skjema === null ? t('finn') : t('for', { navn: skjema.navn, dato: formatDato(skjema.fodselsdato) })} />
      {skjema === null || mottakerId === null ? (
        <>
          <Filterfelt sti="/innboks/ny">
            <FilterTekst navn="sok" etikett={t('sok')} verdi={sok} />
          </Filterfelt>
          <ul className="oppg">
            {treff.map((m) => (
              <li key={m.id}>
                <Lenke href={`/innboks/ny?mottaker=${m.id}`}>{`${m.etternavn}, ${m.fornavn}`}</Lenke>
                <span className="mikro dempet">{formatDato(m.fodselsdato)}</span>
              </li>
            ))}
          </ul>
          {funnet.length > TREFF ? <p>{t('flere', { antall: TREFF })}</p> : null}
          {sok !== '' && treff.length === 0 ? <p>{t('ingen')} <Lenke href="/mottakere/ny">{t('nyMottaker')}</Lenke></p> : null}
        </>
      ) : (
        <Tekster navnerom={['skjema', 'innboks']}>
          <HenvendelseSkjema mottakerId={mottakerId} tjenester={skjema.tjenester} idag={formatDato(iDag())} />
        </Tekster>
      )}
    </>
  );
}
