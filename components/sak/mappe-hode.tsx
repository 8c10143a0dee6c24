import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Fakta } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Merke } from '#components/ui/status.tsx';
import { formatDato } from '#lib/core/format.ts';
import type { PersonMedAlder, Saksforhold } from '#lib/sak/sak-view.ts';

/** Protection stands before anything else about the person. */
async function Vern({ person }: { person: PersonMedAlder }) {
  const t = await getTranslations('sak.gradering');
  if (!person.skjermet && person.gradering === 'UGRADERT') return null;
  return (
    <>
      {person.gradering === 'UGRADERT' ? null : <Merke farge="danger">{t(person.gradering)}</Merke>}
      {person.egenAnsatt ? <Merke farge="warning">{t('egenAnsatt')}</Merke> : null} {t('om')}
    </>
  );
}

interface Props {
  person: PersonMedAlder;
  /** Buttons; left out where the page has none. */
  handlinger?: ReactNode;
  /** The page below the record, for the path. */
  under?: string;
}

/** Path, name, age and protection: the top of every page of a record. */
export async function MappeHode({ person, handlinger, under }: Props) {
  const t = await getTranslations('sak');
  const navn = `${person.fornavn} ${person.etternavn}`;
  const sti = [{ tekst: t('mottakere'), href: '/mottakere' }, under ? { tekst: navn, href: `/mottakere/${person.id}` } : { tekst: navn }];
  return (
    <>
      <Smuler sti={under ? [...sti, { tekst: under }] : sti} />
      <Sidehode
        tittel={
          <>
            {navn} <span className="dempet" style={{ fontWeight: 400 }}>{t('hode.alder', { alder: person.alder })}</span>
          </>
        }
        under={
          <>
            <Vern person={person} />
            {person.avsluttet === null ? null : <p>{t('hode.avsluttet', { dato: formatDato(person.avsluttet) })}</p>}
          </>
        }
        handlinger={handlinger}
      />
    </>
  );
}

/** Opens without script; what is hidden is not for shoulders. */
function Skjult({ tekst, knapp }: { tekst: string; knapp: string }) {
  return (
    <details className="detaljer" style={{ display: 'inline-block' }}>
      <summary>{knapp}</summary>
      <span className="tab">{tekst}</span>
    </details>
  );
}

/** The row of facts under the heading: number, contacts, need, language, caseworker. */
export async function MappeFakta({ person, forhold }: { person: PersonMedAlder; forhold: Saksforhold }) {
  const [t, b] = await Promise.all([getTranslations('sak.hode'), getTranslations('sak.behov')]);
  const [naa, foer] = forhold.behov;
  const kontakter = forhold.kontakter.map((kontakt) => ({
    navn: t(kontakt.rolle),
    verdi: (
      <>
        {[kontakt.navn, kontakt.omfang].filter(Boolean).join(', ')}
        {kontakt.tom === null ? null : `, ${t('til', { dato: formatDato(kontakt.tom) })}`}
        {kontakt.telefon === null ? null : <span className="dempet tab"> {kontakt.telefon}</span>}
      </>
    ),
    nokkel: kontakt.id,
  }));
  const perRolle = [...Map.groupBy(kontakter, (k) => k.navn)].map(([navn, alle]) => ({ navn, verdi: alle.map((k) => <div key={k.nokkel}>{k.verdi}</div>) }));
  return (
    <Fakta
      fakta={[
        { navn: t('fodselsnummer'), verdi: <><span className="tab">{person.fodselsnummer.slice(0, 6)} •••••</span> <Skjult tekst={person.fodselsnummer} knapp={t('visNummer')} /></> },
        ...perRolle,
        ...(kontakter.length === 0 ? [{ navn: t('PARORENDE'), verdi: <span className="dempet">{t('ingen')}</span> }] : []),
        ...(person.adresse === null ? [] : [{ navn: t('adresse'), verdi: person.gradering === 'UGRADERT' ? person.adresse : <Skjult tekst={person.adresse} knapp={t('visAdresse')} /> }]),
        { navn: t('sprak'), verdi: t(person.sprak === 'nn' ? 'nn' : 'nb') },
        ...(naa ? [{ navn: t('behov'), verdi: <>{t('behovVed', { gruppe: b(naa.hjelpebehov), dato: formatDato(naa.dato) })} {foer && foer.hjelpebehov !== naa.hjelpebehov ? <span className="dempet">{t('behovFra', { gruppe: b(foer.hjelpebehov) })}</span> : null}</> }] : []),
        { navn: t('saksbehandler'), verdi: person.saksbehandler ?? '–' },
        { navn: t('pseudonym'), verdi: person.pseudonym },
      ]}
    />
  );
}

/** The one primary button of the record. */
export async function NyttVedtakKnapp({ mottakerId }: { mottakerId: number }) {
  const t = await getTranslations('sak.hode');
  return (
    <KnappLenke href={`/mottakere/${mottakerId}/nytt-vedtak`} hurtigtast="n">
      {t('nyttVedtak')}
    </KnappLenke>
  );
}
