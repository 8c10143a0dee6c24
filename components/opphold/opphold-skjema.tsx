'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import { fravarHandling, leggInnHandling, meldLedigHandling, nyPlassHandling, skrivUtHandling, tilbakeHandling, uteAvBrukHandling } from '#lib/utfort-tid/actions-opphold.ts';
import { FRAVARSARSAKER, PLASSTYPER, UTGRUNNER } from '#lib/utfort-tid/domain/opphold.ts';
import { fravarSkjema, leggInnSkjema, meldLedigSkjema, nyPlassSkjema, skrivUtSkjema, tilbakeSkjema, uteAvBrukSkjema } from '#lib/utfort-tid/opphold-schema.ts';

/** Somebody moves in; `iDag` is dd.mm.åååå. */
export function InnSkjema({ plassId, valg, forslag, iDag }: { plassId: number; valg: Valg[]; forslag: string; iDag: string }) {
  const t = useTranslations('opphold.inn');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={leggInnSkjema} handling={leggInnHandling} standardverdier={{ plassId, oppdragId: forslag, inn: iDag }} etterpa={refresh}>
      <VelgFelt navn="oppdragId" etikett={t('hvem')} valg={valg} />
      <DatoFelt navn="inn" etikett={t('dag')} hjelp={t('dagHjelp')} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Somebody leaves for good. */
export function UtSkjema({ plassId, oppholdId, iDag }: { plassId: number; oppholdId: number; iDag: string }) {
  const [t, grunn] = [useTranslations('opphold.ut'), useTranslations('opphold.utgrunn')];
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={skrivUtSkjema} handling={skrivUtHandling} standardverdier={{ plassId, oppholdId, ut: iDag, grunn: '' as 'DOD', meldLedig: true }} etterpa={refresh}>
      <DatoFelt navn="ut" etikett={t('dag')} hjelp={t('dagHjelp')} />
      <VelgFelt navn="grunn" etikett={t('grunn')} valg={UTGRUNNER.map((g) => ({ verdi: g, tekst: grunn(g) }))} />
      <AvkryssFelt navn="meldLedig" etikett={t('meldLedig')} />
      <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Somebody is away, and the place is held. */
export function FravarSkjema({ plassId, oppholdId, iDag }: { plassId: number; oppholdId: number; iDag: string }) {
  const [t, arsak] = [useTranslations('opphold.fravar'), useTranslations('opphold.arsakvalg')];
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={fravarSkjema} handling={fravarHandling} standardverdier={{ plassId, oppholdId, dro: iDag, tilbake: '', arsak: 'SYKEHUS' }} etterpa={refresh}>
      <VelgFelt navn="arsak" etikett={t('arsak')} tomt={false} valg={FRAVARSARSAKER.map((a) => ({ verdi: a, tekst: arsak(a) }))} />
      <DatoFelt navn="dro" etikett={t('dro')} hjelp={t('droHjelp')} />
      <DatoFelt navn="tilbake" etikett={t('tilbake')} hjelp={t('tilbakeHjelp')} valgfri />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** One who was away is back. */
export function TilbakeSkjema({ plassId, fravarId, iDag }: { plassId: number; fravarId: number; iDag: string }) {
  const t = useTranslations('opphold.tilbake');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={tilbakeSkjema} handling={tilbakeHandling} standardverdier={{ plassId, fravarId, tilbake: iDag }} etterpa={refresh}>
      <DatoFelt navn="tilbake" etikett={t('dag')} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** The place is free from a day. */
export function LedigSkjema({ plassId, iDag, primar }: { plassId: number; iDag: string; primar: boolean }) {
  const t = useTranslations('opphold.ledig');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={meldLedigSkjema} handling={meldLedigHandling} standardverdier={{ plassId, ledigFra: iDag }} etterpa={refresh}>
      <DatoFelt navn="ledigFra" etikett={t('fra')} hjelp={t('fraHjelp')} />
      <SendKnapp variant={primar ? 'primary' : 'secondary'}>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** The last day that a place is used. */
export function UteAvBrukSkjema({ plassId, iDag }: { plassId: number; iDag: string }) {
  const t = useTranslations('opphold.uteAvBruk');
  const { refresh } = useRouter();
  return (
    <Skjema className="smalt" schema={uteAvBrukSkjema} handling={uteAvBrukHandling} standardverdier={{ plassId, tom: iDag }} etterpa={refresh}>
      <DatoFelt navn="tom" etikett={t('tom')} />
      <SendKnapp variant="secondary">{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** A place that the unit has got. */
export function NyPlassSkjema({ enheter, iDag }: { enheter: Valg[]; iDag: string }) {
  const [t, type] = [useTranslations('opphold.ny'), useTranslations('opphold.plasstype')];
  const { push, refresh } = useRouter();
  return (
    <Skjema
      className="smalt"
      schema={nyPlassSkjema}
      handling={nyPlassHandling}
      standardverdier={{ enhetId: enheter.length === 1 ? (enheter[0]?.verdi ?? '') : '', kode: '', plasstype: 'LANGTID', fom: iDag }}
      etterpa={({ plassId }) => {
        push(`/opphold/${plassId}`);
        refresh();
      }}
    >
      {enheter.length === 1 ? null : <VelgFelt navn="enhetId" etikett={t('enhet')} valg={enheter} />}
      <TekstFelt navn="kode" etikett={t('kode')} hjelp={t('kodeHjelp')} bredde="kort" />
      <VelgFelt navn="plasstype" etikett={t('type')} tomt={false} valg={PLASSTYPER.map((p) => ({ verdi: p, tekst: type(p) }))} />
      <DatoFelt navn="fom" etikett={t('fom')} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}
