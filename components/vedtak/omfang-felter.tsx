'use client';

import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { MinutterFelt, TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { bandnavn, omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import type { SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';
import { formatHeltall } from '#lib/core/format.ts';
import { lestOmfang } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { Tidsband, Utfylt, VedtakIKraft } from '#lib/vedtak/nytt-vedtak-view.ts';

const NIVAER = ['1', '2', '3', '4', '5', '6', '7'];
const PLASSTYPER = ['LANGTID', 'KORTTID', 'FORSTERKET', 'DAG'];

/** How much, in the unit of the service; beside it what the recipient has today. */
export function OmfangFelter({ erstatter, tidsband, nivaer, kontrakt }: { /** the contract signed, and where it is negotiated */ kontrakt: Kontraktvalg; erstatter: VedtakIKraft | null; tidsband: readonly Tidsband[]; /** what the municipality says each level is */ nivaer?: Readonly<Record<string, string>> | undefined }) {
  const t = useTranslations('vedtak');
  const { control } = useFormContext<Utfylt>();
  const utfylt = useWatch({ control }) as Utfylt;
  const omfang = lestOmfang(utfylt);
  const perBesok = omfang?.type === 'TIMER' && omfang.besok > 0 ? Math.round(omfang.minutter / omfang.besok) : null;
  return (
    <div>
      <Felter volumenhet={utfylt.volumenhet} nivaer={nivaer} kontrakt={kontrakt} />
      <p className="mikro dempet" style={{ marginTop: 4 }}>
        {perBesok === null ? null : `${t('nytt.perBesok', { minutter: formatHeltall(perBesok) })} `}
        {erstatter === null ? null : t('nytt.foer', { omfang: omfangTekst(t as unknown as VedtakTekst, erstatter.omfang) })}
      </p>
      {utfylt.volumenhet === 'TIMER' && tidsband.length > 0 ? <DelFelter tidsband={tidsband} /> : null}
    </div>
  );
}

/** How much of the whole lies in each time band; an empty row is no part. */
function DelFelter({ tidsband }: { tidsband: readonly Tidsband[] }) {
  const t = useTranslations('vedtak.nytt');
  return (
    <fieldset className="stabel" style={{ marginTop: 16 }}>
      <legend>{t('deler')}</legend>
      <p className="hjelp">{t('delerHjelp')}</p>
      {tidsband.map((b) => {
        const navn = bandnavn(b.kode);
        const tid = b.fra === null ? navn : `${navn} ${b.fra.replace(':', '.')}–${b.til?.replace(':', '.')}`;
        return (
          <div className="rekke" key={b.kode}>
            <TekstFelt navn={`delTimer.${b.kode}`} etikett={t('delTimer', { band: tid })} bredde="kort" hoyrestilt valgfri />
            <TallFelt navn={`delBesok.${b.kode}`} etikett={t('delBesok', { band: navn })} valgfri />
          </div>
        );
      })}
    </fieldset>
  );
}

type Kontraktvalg = { readonly signert: SignertKontrakt | null; readonly nyHref: string };

/** The amount comes from the contract, and cannot be typed. */
function KontraktFelt({ kontrakt: { signert, nyHref } }: { kontrakt: Kontraktvalg }) {
  const t = useTranslations('vedtak.nytt');
  return (
    <>
      <TekstFelt navn="manedsbelop" etikett={t('manedsbelop')} hjelp={t('kontraktHjelp')} bredde="middels" hoyrestilt skrivebeskyttet />
      <p className="liten" style={{ margin: 0 }}>
        {signert === null ? `${t('ingenKontrakt')} ` : null}
        <Lenke href={signert === null ? nyHref : `/vedtak/kontrakter/${signert.forhandlingId}`}>{signert === null ? t('startForhandling') : t('seKontrakten')}</Lenke>
      </p>
      {signert === null ? null : <ul className="liten">{signert.poster.map((p) => <li key={`${p.hva}/${p.ofte}`}>{p.hva}: {p.ofte}</li>)}</ul>}
    </>
  );
}

function Felter({ volumenhet, nivaer, kontrakt }: { kontrakt: Kontraktvalg; volumenhet: string; nivaer?: Readonly<Record<string, string>> | undefined }) {
  const t = useTranslations('vedtak');
  const perUker = <TallFelt navn="perUker" etikett={t('nytt.perUker')} hjelp={t('nytt.perUkerHjelp')} />;
  switch (volumenhet) {
    case 'TIMER':
      return (
        <div className="rekke">
          <MinutterFelt navn="timer" etikett={t('nytt.timer')} hjelp={t('nytt.timerHjelp')} />
          <TallFelt navn="besok" etikett={t('nytt.besok')} hjelp={t('nytt.besokHjelp')} valgfri />
          {perUker}
        </div>
      );
    case 'ANTALL':
      return (
        <div className="rekke">
          <TallFelt navn="antall" etikett={t('nytt.antall')} hjelp={t('nytt.besokHjelp')} />
          {perUker}
        </div>
      );
    case 'NIVA':
      return <VelgFelt navn="niva" etikett={t('nytt.niva')} {...(nivaer ? {} : { bredde: 'kort' as const })} valg={NIVAER.map((verdi) => ({ verdi, tekst: nivaer?.[verdi] ? `${verdi}: ${nivaer[verdi]}` : verdi }))} />;
    case 'PLASS':
      return <VelgFelt navn="plasstype" etikett={t('nytt.plasstype')} bredde="middels" valg={PLASSTYPER.map((verdi) => ({ verdi, tekst: t(`plasstype.${verdi}`) }))} />;
    case 'KONTRAKT':
      return <KontraktFelt kontrakt={kontrakt} />;
    default:
      return null;
  }
}
