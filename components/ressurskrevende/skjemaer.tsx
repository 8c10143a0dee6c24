'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Skjema } from '#components/form/skjema.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { BelopFelt, MinutterFelt, TallFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { AvkryssFelt, RadioFelt, type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import * as handling from '#lib/toppfinansiering/actions.ts';
import * as skjema from '#lib/toppfinansiering/toppfinansiering-schema.ts';

export type Parameterstart = { readonly tilskuddsar: number; readonly innslagspunktOre: string; readonly kompensasjonsgrad: string; readonly puFradragOre: string; readonly aldersgrense: string; readonly kostraFunksjoner: string; readonly lonnsarter: string; readonly kilde: string } & Readonly<Record<'egenandelPerInnbyggerOre' | 'trinn2FraOre' | 'trinn2Grad' | 'tilleggMaksInnbyggere' | 'tilleggTerskelOre' | 'tilleggGrad', string>>;

/** The circular of a grant year, begun with what is known. */
export function ParameterSkjema({ start }: { start: Parameterstart }) {
  const t = useTranslations('ressurskrevende.parameter');
  const { refresh } = useRouter();
  return (
    <Skjema schema={skjema.parameterSkjema} className="max-w-[42rem]" handling={handling.registrerParametreHandling} standardverdier={start} etterpa={refresh}>
      <BelopFelt navn="innslagspunktOre" etikett={t('innslagspunkt')} />
      <TekstFelt navn="kompensasjonsgrad" etikett={t('gradFelt')} bredde="kort" inputMode="decimal" hoyrestilt />
      <BelopFelt navn="puFradragOre" etikett={t('pu')} />
      <TallFelt navn="aldersgrense" etikett={t('alder')} valgfri />
      <TekstFelt navn="kostraFunksjoner" etikett={t('funksjoner')} hjelp={t('listeHjelp')} />
      <TekstFelt navn="lonnsarter" etikett={t('arter')} hjelp={t('listeHjelp')} bredde="middels" />
      <BelopFelt navn="egenandelPerInnbyggerOre" etikett={t('egenandel')} hjelp={t('egenandelHjelp')} valgfri />
      <BelopFelt navn="trinn2FraOre" etikett={t('trinn2Fra')} valgfri />
      <TekstFelt navn="trinn2Grad" etikett={t('trinn2Grad')} bredde="kort" inputMode="decimal" hoyrestilt valgfri />
      <TallFelt navn="tilleggMaksInnbyggere" etikett={t('tilleggMaks')} hjelp={t('tilleggHjelp')} valgfri />
      <BelopFelt navn="tilleggTerskelOre" etikett={t('tilleggTerskel')} valgfri />
      <TekstFelt navn="tilleggGrad" etikett={t('tilleggGrad')} bredde="kort" inputMode="decimal" hoyrestilt valgfri />
      <TekstomradeFelt navn="kilde" etikett={t('kilde')} hjelp={t('kildeHjelp')} linjer={2} />
      <Bunnlinje merknad={t('annen')}>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** One button that approves, confirms or ends one thing. */
export function EnKnapp({ hva, id, children }: { hva: 'parametre' | 'delingstall' | 'felles' | 'krav' | 'tilgang'; id: number; children: ReactNode }) {
  const { refresh } = useRouter();
  const felles = { schema: skjema.idSkjema, standardverdier: { id: String(id) }, etterpa: refresh };
  const knapp = <SendKnapp variant={hva === 'krav' ? 'primary' : 'secondary'}>{children}</SendKnapp>;
  switch (hva) {
    case 'parametre':
      return <Skjema {...felles} handling={handling.bekreftParametreHandling}>{knapp}</Skjema>;
    case 'delingstall':
      return <Skjema {...felles} handling={handling.godkjennDelingstallHandling}>{knapp}</Skjema>;
    case 'felles':
      return <Skjema {...felles} handling={handling.godkjennFellesHandling}>{knapp}</Skjema>;
    case 'krav':
      return <Skjema {...felles} handling={handling.godkjennKravHandling}>{knapp}</Skjema>;
    case 'tilgang':
      return <Skjema {...felles} handling={handling.fjernTilgangHandling}>{knapp}</Skjema>;
  }
}

export function Trekk({ slag, id }: { slag: 'ressurspost' | 'ressursfradrag' | 'fellesressurs'; id: number }) {
  const t = useTranslations('ressurskrevende.felt');
  const { refresh } = useRouter();
  return (
    <Skjema schema={skjema.trekkSkjema} handling={handling.trekkRadHandling} standardverdier={{ slag, id: String(id) }} etterpa={refresh}>
      <SendKnapp variant="secondary">{t('trekk')}</SendKnapp>
    </Skjema>
  );
}

export function TilgangSkjema({ kontoer }: { kontoer: Valg[] }) {
  const t = useTranslations('ressurskrevende.tilgang');
  const { refresh } = useRouter();
  return (
    <Skjema schema={skjema.tilgangSkjema} className="max-w-[42rem]" handling={handling.giTilgangHandling} standardverdier={{ kontoId: '', grunn: '' }} etterpa={refresh}>
      <VelgFelt navn="kontoId" etikett={t('konto')} valg={kontoer} bredde="middels" />
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={2} />
      <Bunnlinje>
        <SendKnapp>{t('gi')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

function Bilag() {
  const t = useTranslations('ressurskrevende.felt');
  return <TekstomradeFelt navn="bilag" etikett={t('bilag')} hjelp={t('bilagHjelp')} linjer={2} />;
}

export function DelingstallSkjema({ ar, enheter }: { ar: number; enheter: Valg[] }) {
  const t = useTranslations('ressurskrevende');
  const { refresh } = useRouter();
  return (
    <Skjema schema={skjema.delingstallSkjema} className="max-w-[42rem]" handling={handling.foreslaDelingstallHandling} standardverdier={{ ar, enhetId: '', fravarMinutter: '', sykelonnOre: '', andelInnen16: '', bilag: '' }} etterpa={refresh}>
      <VelgFelt navn="enhetId" etikett={t('felt.enhet')} valg={enheter} bredde="middels" />
      <MinutterFelt navn="fravarMinutter" etikett={t('delingstall.fravarFelt')} />
      <BelopFelt navn="sykelonnOre" etikett={t('delingstall.sykelonn')} hjelp={t('delingstall.sykelonnHjelp')} valgfri />
      <TekstFelt navn="andelInnen16" etikett={t('delingstall.andelInnen16')} bredde="kort" inputMode="decimal" hoyrestilt valgfri />
      <Bilag />
      <Bunnlinje merknad={t('felt.annenGodkjenner')}>
        <SendKnapp variant="secondary">{t('delingstall.foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function FellesSkjema({ ar, enheter, funksjoner }: { ar: number; enheter: Valg[]; funksjoner: Valg[] }) {
  const t = useTranslations('ressurskrevende');
  const { refresh } = useRouter();
  const start = { ar, enhetId: '', navn: '', funksjon: funksjoner[0]?.verdi ?? '', minutter: '', andeler: '', nokkel: '', bilag: '' };
  return (
    <Skjema schema={skjema.fellesSkjema} className="max-w-[42rem]" handling={handling.foreslaFellesHandling} standardverdier={start} etterpa={refresh}>
      <TekstFelt navn="navn" etikett={t('felles.navn')} bredde="middels" />
      <VelgFelt navn="enhetId" etikett={t('felt.enhet')} valg={enheter} bredde="middels" />
      <VelgFelt navn="funksjon" etikett={t('felt.funksjon')} valg={funksjoner} tomt={false} bredde="kort" />
      <MinutterFelt navn="minutter" etikett={t('felles.timer')} />
      <TekstomradeFelt navn="andeler" etikett={t('felles.andeler')} hjelp={t('felles.andelerHjelp')} linjer={4} />
      <TekstFelt navn="nokkel" etikett={t('felles.nokkel')} />
      <Bilag />
      <Bunnlinje merknad={t('felt.annenGodkjenner')}>
        <SendKnapp variant="secondary">{t('felles.foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function PostSkjema({ ar, mottakerId, funksjoner, vedtak }: { ar: number; mottakerId: number; funksjoner: Valg[]; vedtak: Valg[] }) {
  const t = useTranslations('ressurskrevende');
  const { refresh } = useRouter();
  const start = { ar, mottakerId, tekst: '', funksjon: funksjoner[0]?.verdi ?? '', art: '', belopOre: '', lonnsandel: '', vedtakId: '', bilag: '', anslag: false };
  return (
    <Skjema schema={skjema.postSkjema} className="max-w-[42rem]" handling={handling.registrerPostHandling} standardverdier={start} etterpa={refresh}>
      <TekstFelt navn="tekst" etikett={t('felt.tekst')} bredde="middels" />
      <VelgFelt navn="funksjon" etikett={t('felt.funksjon')} valg={funksjoner} tomt={false} bredde="kort" />
      <TekstFelt navn="art" etikett={t('felt.art')} bredde="kort" inputMode="numeric" />
      <BelopFelt navn="belopOre" etikett={t('felt.belop')} />
      <TekstFelt navn="lonnsandel" etikett={t('felt.lonnsandel')} hjelp={t('felt.lonnsandelHjelp')} bredde="kort" inputMode="decimal" hoyrestilt valgfri />
      <VelgFelt navn="vedtakId" etikett={t('felt.vedtak')} valg={vedtak} tomt={t('felt.utenVedtak')} bredde="middels" valgfri />
      <Bilag />
      <AvkryssFelt navn="anslag" etikett={t('felt.anslag')} hjelp={t('felt.anslagHjelp')} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('mottaker.forPost')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function FradragSkjema({ ar, mottakerId }: { ar: number; mottakerId: number }) {
  const t = useTranslations('ressurskrevende');
  const { refresh } = useRouter();
  const typer = skjema.FRADRAGSTYPER.map((type) => ({ verdi: type, tekst: t(`fradragstype.${type}`) }));
  return (
    <Skjema schema={skjema.fradragSkjema} className="max-w-[42rem]" handling={handling.registrerFradragHandling} standardverdier={{ ar, mottakerId, type: 'VERTSKOMMUNE', belopOre: '', bilag: '' }} etterpa={refresh}>
      <VelgFelt navn="type" etikett={t('felt.type')} valg={typer} tomt={false} bredde="middels" />
      <BelopFelt navn="belopOre" etikett={t('felt.belop')} />
      <Bilag />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('mottaker.forFradrag')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function PuSkjema({ ar, mottakerId, pu }: { ar: number; mottakerId: number; pu: boolean | null }) {
  const t = useTranslations('ressurskrevende');
  const { refresh } = useRouter();
  return (
    <Skjema schema={skjema.puSkjema} className="max-w-[42rem]" handling={handling.settPuHandling} standardverdier={{ ar, mottakerId, registrertPu: (pu === null ? '' : pu ? 'JA' : 'NEI') as 'JA' }} etterpa={refresh}>
      <RadioFelt navn="registrertPu" etikett={t('mottaker.puSporsmal', { ar: String(ar) })} valg={[{ verdi: 'JA', tekst: t('ja') }, { verdi: 'NEI', tekst: t('nei') }]} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('mottaker.puLagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function KravSkjema({ ar }: { ar: number }) {
  const t = useTranslations('ressurskrevende.krav');
  const { push } = useRouter();
  return (
    <Skjema schema={skjema.kravSkjema} className="max-w-[42rem]" handling={handling.lagKravHandling} standardverdier={{ ar, merknad: '' }} etterpa={({ id }) => push(`/ressurskrevende/krav/${id}`)}>
      <TekstomradeFelt navn="merknad" etikett={t('merknad')} hjelp={t('merknadHjelp')} linjer={2} />
      <Bunnlinje merknad={t('lagOm')}>
        <SendKnapp>{t('lag')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

export function ForkastSkjema({ id }: { id: number }) {
  const t = useTranslations('ressurskrevende');
  const { refresh } = useRouter();
  return (
    <Skjema schema={skjema.forkastSkjema} className="max-w-[42rem]" handling={handling.forkastKravHandling} standardverdier={{ id: String(id), grunn: '' }} etterpa={refresh}>
      <TekstomradeFelt navn="grunn" etikett={t('felt.grunn')} linjer={2} />
      <Bunnlinje>
        <SendKnapp variant="secondary">{t('krav.forkast')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
