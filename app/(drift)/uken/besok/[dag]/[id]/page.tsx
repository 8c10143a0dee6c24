import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { BesokHistorikk } from '#components/utfort-tid/besok-historikk.tsx';
import { FlyttSkjema, LeggBortSkjema, RettSkjema } from '#components/utfort-tid/besok-skjemaer.tsx';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { HandlingKnapp, Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { merknadTekst } from '#components/utfort-tid/merknad-tekst.ts';
import { Detaljer, Fakta, Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { parseDato } from '#lib/core/dato.ts';
import { formatDato, formatPeriode } from '#lib/core/format.ts';
import { manedFor } from '#lib/core/maned.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { angreHandling, kvitterHandling } from '#lib/utfort-tid/actions.ts';
import { visBesok } from '#lib/utfort-tid/besok-service.ts';
import { ukenummer } from '#lib/utfort-tid/domain/uke.ts';
import type { Besokside } from '#lib/utfort-tid/utfort-tid-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('utfort-tid'))('besok.rett') };
}

export default async function BesokSide({ params }: { params: Promise<{ dag: string; id: string }> }) {
  const okt = await krevOkt('RETT_BESOK');
  const { dag, id } = await params;
  const dato = parseDato(dag);
  if (dato === null || !/^[1-9]\d{0,15}$/.test(id)) notFound();
  const side = await withKommune(okt, (tx) => visBesok(tx, dato, Number(id)));
  if (side === null) notFound();
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  const { besok } = side;
  const navn = mottakerTekst(felles, besok);
  const dagen = dagTekst(t as never, besok.dato);
  const utenfor = besok.merknad === 'UTENFOR';
  const ukeHref = `/uken?uke=${side.uke}`;
  return (
    <Tekster navnerom={['skjema', 'utfort-tid']}>
      <div className="uke-side">
      <Smuler sti={[{ tekst: t('uken.tittel'), href: '/uken' }, { tekst: t('uken.uke', { uke: ukenummer(side.uke) }), href: ukeHref }, { tekst: `${dagen} ${besok.kl}` }]} />
      <Sidehode
        tittel={utenfor ? t('besok.utenforFunn', { navn }) : t('besok.funn', { navn, min: besok.minutter, dag: dagen, kl: besok.kl })}
        under={t('besok.under', { vedtak: besok.vedtakNummer, ansatt: besok.ansatt ?? t('besok.ukjentAnsatt') })}
        handlinger={<Kvittering side={side} />}
      />
      {side.last ? <Varsel farge="warning">{t('uken.last', { frist: formatDato(side.frist) })}</Varsel> : null}
      {side.manedLukket ? <Varsel>{t('uken.lukket', { maned: stor(manedOgAr(manedFor(besok.dato))) })}</Varsel> : null}
      <Meldingslinje />
      <Fakta
        fakta={[
          { navn: t('besok.tid'), verdi: `${dagen} ${besok.kl}` },
          { navn: t('besok.registrert'), verdi: t('min', { antall: besok.minutter }) },
          { navn: t('besok.planlagt'), verdi: besok.planlagtMinutter === null ? '–' : t('min', { antall: besok.planlagtMinutter }) },
          { navn: t('besok.slag'), verdi: t(`kategori.${besok.kategori}`) },
          { navn: t('besok.status'), verdi: <Status type={utenfor ? 'stopp' : besok.kvittert ? 'ok' : 'venter'}>{t(besok.kvittert ? 'besok.kvittert' : 'besok.ikkeKvittert')}</Status> },
          { navn: t('uken.kolonne.merknad'), verdi: merknadTekst(t as never, besok) || '–' },
        ]}
      />
      {side.last ? null : <Skjemaer side={side} tilbake={ukeHref} />}
      <Felt tittel={t('besok.historikk')}>
        <BesokHistorikk versjoner={side.versjoner} />
      </Felt>
      </div>
    </Tekster>
  );
}

async function Kvittering({ side }: { side: Besokside }) {
  const t = await getTranslations('utfort-tid');
  const { besok } = side;
  const sett = { dag: besok.dato as string, besokId: besok.id, versjon: besok.versjon };
  if (besok.merknad === 'UTENFOR' || side.last) return null;
  if (!besok.kvittert) {
    return (
      <HandlingKnapp handling={kvitterHandling} data={sett} kvittering={t('uken.godtattNa')} variant="primary">
        {t('besok.godkjenn')}
      </HandlingKnapp>
    );
  }
  return side.manedLukket ? null : (
    <HandlingKnapp handling={angreHandling} data={sett} kvittering={t('uken.angretNa')}>
      {t('besok.angre')}
    </HandlingKnapp>
  );
}

async function Skjemaer({ side, tilbake }: { side: Besokside; tilbake: string }) {
  const [t, sprak] = await Promise.all([getTranslations('utfort-tid'), getLocale()]);
  const { besok } = side;
  const dato = formatDato(besok.dato);
  const valg = side.flyttTil.map((f) => ({ verdi: String(f.oppdragId), tekst: `${f.vedtakNummer}, ${sprak === 'nn' ? f.tjenesteNn : f.tjenesteNb}, ${formatPeriode(f.fom, f.tom)}` }));
  const bort = <LeggBortSkjema besok={besok} tilbake={tilbake} />;
  const rett = <RettSkjema besok={besok} tilbake={tilbake} datoTekst={dato} />;
  if (besok.merknad !== 'UTENFOR') {
    return (
      <div className="rad">
        <Felt tittel={t('besok.rett')} className="s7">
          {rett}
        </Felt>
        <Felt tittel={t('besok.bort')} className="s5">
          {bort}
        </Felt>
      </div>
    );
  }
  return (
    <div className="stabel-luft">
      <Varsel farge="warning">{t('besok.toVeier')}</Varsel>
      <div className="rad">
        <Felt tittel={t('besok.flytt')} className="s6">
          {valg.length > 0 ? <FlyttSkjema besok={besok} tilbake={tilbake} valg={valg} datoTekst={dato} /> : <p className="liten ro">{t('besok.ingenFlytt')}</p>}
        </Felt>
        <Felt tittel={t('besok.bort')} className="s6">
          {bort}
        </Felt>
      </div>
      <Detaljer tittel={t('besok.rett')}>{rett}</Detaljer>
    </div>
  );
}
