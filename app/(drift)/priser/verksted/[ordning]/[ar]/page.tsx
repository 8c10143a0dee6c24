import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { verkstedAdresse } from '#components/stykkpris/adresser.ts';
import { Stegene } from '#components/stykkpris/stegene.tsx';
import { Verkstedknapper, VerkstedSkjema } from '#components/stykkpris/verksted-skjema.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { parseId, type OrdningId } from '#lib/core/id.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { FORSLAGSSLAG } from '#lib/stykkpris/domain/prisvalg.ts';
import { hentForslagsverksted } from '#lib/stykkpris/prisforslag-service.ts';
import { skjemastart } from '#lib/stykkpris/skjemastart-view.ts';
import { hovedpris } from '#lib/stykkpris/verksted-view.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesStabilt } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ ordning: string; ar: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('stykkpris.verksted');
  return { title: t('sidetittel', { ar: (await params).ar }) };
}

async function overskrift(bilde: Verkstedbilde): Promise<string> {
  const t = await getTranslations('stykkpris.verksted');
  const pris = hovedpris(bilde);
  const felles = { ordning: bilde.ordning.navn, ar: bilde.ar };
  if (!pris) return t('funnIngen', felles);
  const hva = bilde.komponenter.find((k) => k.kode === pris.komponent)?.navn ?? pris.komponent;
  if (pris.gjeldendeOre === null) return t('funnNy', { ...felles, hva, til: belopTekst(pris.ore) });
  return t(pris.gjeldendeOre === pris.ore ? 'funnUendret' : 'funn', { ...felles, hva, fra: belopTekst(pris.gjeldendeOre), til: belopTekst(pris.ore) });
}

export default async function Verkstedside({ params, searchParams }: Props) {
  const okt = await krevOkt('FORESLA_PRIS');
  const felt = await params;
  const ordningId = parseId<OrdningId>(felt.ordning);
  const ar = /^20\d\d$/.test(felt.ar) ? Number(felt.ar) : null;
  const onsket = ettFelt(await searchParams, 'slag') ?? 'FORELOPIG';
  const slag = FORSLAGSSLAG.find((s) => s === onsket);
  if (ordningId === null || ar === null || !slag) notFound();
  const t = await getTranslations('stykkpris.verksted');
  const sprak = tolkSprak(await getLocale());
  const svar = await lesStabilt(okt, (tx) => hentForslagsverksted(tx, { ordningId, ar, slag }, sprak));
  if (!svar) notFound();
  const { forslag, bilde } = svar;
  if (forslag?.status === 'SENDT') redirect(`/priser/forslag/${forslag.id}`);
  const utkast = forslag?.status === 'UTKAST' ? forslag : null;
  const { valg } = bilde;
  return (
    <Tekster navnerom={['skjema', 'stykkpris']}>
      {/* The first save makes the draft: the form must stay, with what is being typed and where the focus is. */}
      <VerkstedSkjema key={`${ordningId}/${ar}/${slag}`} start={skjemastart(bilde, utkast?.versjon ?? 0)}>
        <Smuler sti={[{ tekst: t('priser'), href: '/priser' }, { tekst: t('smule', { ordning: bilde.ordning.navn, ar }) }]} />
        <Sidehode
          tittel={await overskrift(bilde)}
          under={t('under', { fom: manedOgAr(valg.grunnlagFom), tom: manedOgAr(valg.grunnlagTom), versjon: utkast?.versjon ?? 0, hvem: utkast?.endretAvNavn ?? '' })}
          handlinger={<Verkstedknapper />}
        />
        <Utvalg navn={t('slag')} valg={FORSLAGSSLAG.map((s) => ({ tekst: t(`slagvalg.${s}`), href: verkstedAdresse(ordningId, ar, s), her: s === slag }))} />
        {forslag?.status === 'AVVIST' ? (
          <Varsel farge="warning" tittel={t('avvist')}>
            {forslag.grunn}
          </Varsel>
        ) : null}
        {forslag?.status === 'GODKJENT' ? <Varsel farge="info">{t('alleredeGodkjent')}</Varsel> : null}
        <Stegene bilde={bilde} redigerbar idag={iDag()} />
        {utkast ? (
          <p className="liten dempet">
            {t('kontroll')}{' '}
            {bilde.grunnlag.grupper.map((g) => (
              <a key={g.gruppe} className="ds-link" href={`/priser/forslag/${utkast.id}/kontroll?gruppe=${encodeURIComponent(g.gruppe)}`} download>
                {g.gruppe.toLowerCase()}
              </a>
            ))}
          </p>
        ) : null}
      </VerkstedSkjema>
    </Tekster>
  );
}
