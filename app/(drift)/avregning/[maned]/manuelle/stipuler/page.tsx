import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { StipulertSkjema } from '#components/kalender/stipulert-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, medFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { foreslattVolum, hentStipuleringsvalg } from '#lib/avregning/stipulert-service.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { parseId, type EnhetId } from '#lib/core/id.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ maned: string }>;
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kalender.stipulert'))('tittel') };
}

function Valgliste({ tittel, valg }: { tittel: string; valg: { href: string; tekst: string; under?: string }[] }) {
  return (
    <Felt tittel={tittel}>
      <ul className="oppg liten">
        {valg.map((v) => (
          <li key={v.href}>
            <Lenke href={v.href}>{v.tekst}</Lenke> {v.under ? <span className="dempet">{v.under}</span> : null}
          </li>
        ))}
      </ul>
    </Felt>
  );
}

export default async function StipulerSide({ params, searchParams }: Props) {
  const okt = await krevOkt('FORESLA_STIPULERT');
  const [felt, sok] = await Promise.all([params, searchParams]);
  const maned = parseManed(felt.maned);
  if (!maned) notFound();
  const [t, felles, sprak] = await Promise.all([getTranslations('kalender.stipulert'), getTranslations('avregning'), getLocale()]);
  const enhetId = parseId<EnhetId>(ettFelt(sok, 'enhet') ?? '');
  const valg = await lesKommune(okt, (tx) => hentStipuleringsvalg(tx, maned, enhetId, tolkSprak(sprak)));
  const enhet = valg.enheter.find((e) => e.id === enhetId);
  const komponent = valg.komponenter.find((k) => k.verdi === ettFelt(sok, 'ledd'));
  const [, ordning = ''] = komponent?.verdi.split('-') ?? [];
  const forslag = komponent && enhet ? await foreslattVolum(okt, { enhetId: enhet.id, ordningId: Number(ordning), komponent: komponent.verdi.split('-').slice(2).join('-'), gjelderManed: maned }) : null;
  const sti = `/avregning/${maned}/manuelle/stipuler`;
  const tittel = komponent && enhet ? t('funn', { enhet: enhet.navn, ledd: komponent.navn, maned: manedOgAr(maned) }) : enhet ? t('velgLedd', { enhet: enhet.navn }) : t('velgEnhet', { maned: manedOgAr(maned) });
  return (
    <>
      <Smuler sti={[{ tekst: felles('tittel'), href: '/avregning' }, { tekst: stor(manedOgAr(maned)), href: `/avregning/${maned}` }, { tekst: t('manuelle'), href: `/avregning/${maned}/manuelle` }, { tekst: t('tittel') }]} />
      <Sidehode tittel={tittel} under={t('under')} />
      {komponent && enhet ? (
        <>
          <p className="liten">{forslag ? t(`forslag.${forslag.grunnlag}`, { volum: formatDesimal(forslag.volum, 4) }) : t('forslag.INGEN')}</p>
          <Tekster navnerom={['skjema', 'kalender']}>
            <StipulertSkjema maned={maned} maal={komponent.verdi} forslag={{ grunnlag: forslag?.grunnlag ?? 'ANNET', volum: forslag ? formatDesimal(forslag.volum, 4) : '' }} />
          </Tekster>
        </>
      ) : enhet ? (
        <Valgliste tittel={t('ledd')} valg={valg.komponenter.map((k) => ({ href: medFelt(sti, sok, { enhet: String(enhet.id), ledd: k.verdi }), tekst: k.navn, under: k.ordning }))} />
      ) : valg.enheter.length === 0 ? (
        <TomTilstand tekst={t('ingen', { maned: manedOgAr(maned) })} />
      ) : (
        <Valgliste tittel={t('enhet')} valg={valg.enheter.map((e) => ({ href: medFelt(sti, sok, { enhet: String(e.id) }), tekst: e.navn }))} />
      )}
    </>
  );
}
