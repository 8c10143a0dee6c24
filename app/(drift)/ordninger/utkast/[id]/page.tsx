import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { Avslutningsbilde, Kontroll } from '#components/ordning/utkast-kontroll.tsx';
import { Utkaststeg } from '#components/ordning/utkast-steg.tsx';
import { Faner } from '#components/skall/faner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { hentUtkast } from '#lib/grunnlag/ordning-service.ts';
import { STEG, stegadresse, tolkSteg } from '#lib/grunnlag/ordning-view.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ steg?: string; nr?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ordning'))('utkast.tittel') };
}

function tolkNr(nr: string | undefined): number | 'ny' | null {
  if (nr === 'ny') return 'ny';
  return nr !== undefined && /^\d{1,3}$/.test(nr) ? Number(nr) : null;
}

export default async function UtkastSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_ORDNINGER');
  const id = parseId((await params).id);
  const sokefelt = await searchParams;
  const sprak = tolkSprak(await getLocale());
  const view = id === null ? null : await lesKommune(okt, (tx) => hentUtkast(tx, id, sprak));
  if (!view) notFound();
  const t = await getTranslations('ordning');
  const { utkast } = view;
  const rettigheter = {
    rediger: utkast.status === 'UTKAST' && harTilgang(okt, 'REDIGER_ORDNING'),
    trekk: utkast.status === 'FORESLATT' && harTilgang(okt, 'REDIGER_ORDNING'),
    godkjenn: utkast.status === 'FORESLATT' && harTilgang(okt, 'GODKJENN_ORDNING'),
  };
  const smuler = [{ tekst: t('tittel'), href: '/ordninger' }];
  if (view.slag === 'AVSLUTT') {
    return (
      <>
        <Smuler sti={[...smuler, { tekst: view.navn }]} />
        <Sidehode tittel={t(`utkast.avslutning.${utkast.status}`, { navn: view.navn, maned: manedOgAr(view.utkast.innhold.tom) })} />
        <Avslutningsbilde utkast={view.utkast} godkjenning={view.godkjenning} rettigheter={rettigheter} />
      </>
    );
  }
  const u = view.utkast.innhold;
  const steg = rettigheter.rediger ? tolkSteg(sokefelt.steg) : 'kontroll';
  const navn = u.navn === '' ? t('liste.utenNavn') : u.navn;
  const antall = { om: 0, enheter: 0, ledd: 0, fastledd: 0, band: 0, kontroll: 0, ...Object.fromEntries([...Map.groupBy(view.feil, (f) => f.sted.steg)].map(([s, liste]) => [s, liste.length])) };
  return (
    <>
      <Smuler sti={[...smuler, { tekst: navn }]} />
      <Sidehode
        tittel={t(`utkast.funn.${utkast.status}`, { navn, antall: view.feil.length })}
        under={t('utkast.lagret', { fra: u.fom === null ? '–' : manedOgAr(u.fom), dato: formatDato(datoVed(utkast.endret.getTime())), hvem: utkast.endretAv ?? '' })}
      />
      {utkast.tilbakeGrunn && utkast.status === 'UTKAST' ? <Varsel farge="warning" tittel={t('utkast.sendtTilbake')}>{utkast.tilbakeGrunn}</Varsel> : null}
      {rettigheter.rediger ? (
        <Faner navn={t('utkast.steg')} faner={STEG.map((s) => ({ tekst: antall[s] === 0 ? t(`steg.${s}`) : t('utkast.stegMedFeil', { steg: t(`steg.${s}`), antall: antall[s] }), href: stegadresse(utkast.id, { steg: s }), her: s === steg }))} />
      ) : null}
      <div className="stabel-luft">
        {steg === 'kontroll' ? (
          <Kontroll view={{ ...view, utkast: view.utkast }} rettigheter={rettigheter} sprak={sprak} />
        ) : (
          <Utkaststeg utkast={view.utkast} om={view.om} erstattbare={view.erstattbare} steg={steg} nr={tolkNr(sokefelt.nr)} sprak={sprak} />
        )}
      </div>
    </>
  );
}
