'use client';

import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { PeriodeFelt } from '#components/form/datofelter.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { Kostnadspanel } from '#components/vedtak/kostnadspanel.tsx';
import { ReduksjonFelt } from '#components/vedtak/reduksjon-felt.tsx';
import { OmfangFelter } from '#components/vedtak/omfang-felter.tsx';
import { feltForTjeneste } from '#components/vedtak/felt-for-tjeneste.ts';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { kanErstattes, konsekvens, standardForhold } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { NyttVedtakView, Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';

/** Choosing another service fills in what follows; a vedtak that is no longer in force cannot stay chosen as replaced. */
function useTjenestevalg(view: NyttVedtakView, fom: Dato): void {
  const { subscribe, getValues, setValue } = useFormContext<Utfylt>();
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name, values }) => {
          if (name !== 'tjeneste') return;
          for (const [felt, verdi] of Object.entries(feltForTjeneste(view, values.tjeneste))) setValue(felt as keyof Utfylt, verdi as never);
        },
      }),
    [subscribe, setValue, view],
  );
  useEffect(() => {
    const { tjeneste, forhold } = getValues();
    const finnes = forhold === 'TILLEGG' || kanErstattes(view, tjeneste, fom).some((v) => String(v.id) === forhold);
    if (!finnes && tjeneste) setValue('forhold', standardForhold(view, tjeneste));
  }, [view, fom, getValues, setValue]);
}

function ForholdFelt({ view, tjeneste, fom }: { view: NyttVedtakView; tjeneste: string; fom: Dato }) {
  const t = useTranslations('vedtak');
  const samme = kanErstattes(view, tjeneste, fom);
  if (samme.length === 0) return null;
  const nytt = samme.every((v) => v.tillegg) ? [{ verdi: 'NY', tekst: t('nytt.forholdNytt'), om: t('nytt.forholdNyttOm') }] : [];
  const erstatt = samme.map((v) => ({
    verdi: String(v.id),
    tekst: t('nytt.forholdErstatter', { nummer: v.nummer }),
    om: t('nytt.forholdErstatterOm', { omfang: omfangTekst(t as unknown as VedtakTekst, v.omfang), fom: formatDato(v.fom) }),
  }));
  return <RadioFelt navn="forhold" etikett={t('nytt.forhold')} valg={[...nytt, ...erstatt, { verdi: 'TILLEGG', tekst: t('nytt.forholdTillegg'), om: t('nytt.forholdTilleggOm') }]} />;
}

/** The recipient's right to choose, where it is offered. */
function Brukervalgmerknad({ view, tjeneste }: { view: NyttVedtakView; tjeneste: string }) {
  const t = useTranslations('vedtak.nytt');
  const valg = view.brukervalg?.[tjeneste];
  if (!valg) return null;
  const standard = view.tjenester.find((en) => en.kode === tjeneste)?.enheter.find((e) => e.id === valg.standardEnhetId)?.navn;
  return <p className="mikro dempet">{standard ? t('brukervalg', { standard, dager: valg.byttefristDager }) : t('brukervalgUten', { dager: valg.byttefristDager })}</p>;
}

function UtforerFelt({ view, tjeneste }: { view: NyttVedtakView; tjeneste: string }) {
  const t = useTranslations('vedtak.nytt');
  const enheter = view.tjenester.find((en) => en.kode === tjeneste)?.enheter ?? [];
  const dagens = new Set(view.gjeldende.filter((v) => v.tjeneste === tjeneste).map((v) => v.enhetId));
  if (enheter.length === 0) return null;
  const om = (id: number, eierform: string) => (dagens.has(id) ? t('dagensUtforer') : t(eierform as 'KOMMUNAL'));
  if (enheter.length > 6) return <VelgFelt navn="enhet" etikett={t('utforer')} valg={enheter.map((e) => ({ verdi: String(e.id), tekst: `${e.navn} (${om(e.id, e.eierform)})` }))} />;
  return <RadioFelt navn="enhet" etikett={t('utforer')} valg={enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn, om: om(e.id, e.eierform) }))} />;
}

/** The form's fields to the left, what follows from them to the right. */
export function NyttVedtakFelter({ view, brev }: { view: NyttVedtakView; brev: ReactNode }) {
  const t = useTranslations('vedtak');
  const { control } = useFormContext<Utfylt>();
  const utfylt = useWatch({ control }) as Utfylt;
  const folger = konsekvens(view, utfylt);
  const fom = folger.fom ?? view.idag;
  useTjenestevalg(view, fom);
  const avslag = utfylt.utfall === 'AVSLAG';
  const tjeneste = view.tjenester.find((en) => en.kode === utfylt.tjeneste);
  return (
    <div className="med-panel">
      <div className="stabel-luft">
        <div className="rekke">
          <VelgFelt navn="tjeneste" etikett={t('nytt.tjeneste')} valg={view.tjenester.map((en) => ({ verdi: en.kode, tekst: en.navn }))} />
          <VelgFelt navn="utfall" etikett={t('nytt.utfall')} tomt={false} valg={['INNVILGET', 'DELVIS', 'AVSLAG'].map((verdi) => ({ verdi, tekst: t(`utfall.${verdi}`) }))} />
        </div>
        {avslag || !tjeneste ? null : (
          <>
            <ForholdFelt view={view} tjeneste={utfylt.tjeneste} fom={fom} />
            <OmfangFelter erstatter={folger.erstatter} tidsband={tjeneste.tidsband} nivaer={view.nivaer?.[tjeneste.kode]} kontrakt={{ signert: view.kontrakter?.[tjeneste.kode] ?? null, nyHref: `/vedtak/kontrakter/ny?mottaker=${view.mottaker.id}&tjeneste=${tjeneste.kode}` }} />
            <UtforerFelt view={view} tjeneste={utfylt.tjeneste} />
            <Brukervalgmerknad view={view} tjeneste={utfylt.tjeneste} />
          </>
        )}
        <PeriodeFelt navn="periode" etikett={t('nytt.periode')} />
        {avslag || !tjeneste ? null : <AvkryssFelt navn="kort" etikett={t('nytt.kort')} hjelp={t('nytt.kortHjelp')} />}
        {folger.reduksjon || utfylt.reduksjonsgrunn ? <ReduksjonFelt erstatter={folger.erstatter} /> : null}
        <TekstomradeFelt navn="begrunnelse" etikett={t('nytt.begrunnelse')} hjelp={t('nytt.begrunnelseHjelp')} linjer={6} />
        {tjeneste ? <p className="mikro dempet">{t('nytt.hjemmel', { hjemmel: tjeneste.hjemmel })}</p> : null}
      </div>
      <div className="stabel-luft">
        <Kostnadspanel konsekvens={folger} avslag={avslag} forhold={utfylt.forhold} view={view} utfylt={utfylt} />
        {brev}
      </div>
    </div>
  );
}
