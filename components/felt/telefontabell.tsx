import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { parseDato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { merkSettHandling } from '#lib/utfort-tid/actions-felt.ts';
import { TILLATT_AVVIK_SEKUNDER } from '#lib/utfort-tid/domain/felt-klokke.ts';
import type { Forkastet, Telefonmelding } from '#lib/utfort-tid/felt-view.ts';

/** Visits that a phone said something about. */
export async function Telefontabell({ meldinger }: { meldinger: readonly Telefonmelding[] }) {
  const [t, felles] = await Promise.all([getTranslations('felt-leder'), getTranslations('felles')]);
  const sagt = (m: Telefonmelding, flagg: string): string => {
    if (flagg !== 'KLOKKE') return t(`telefon.${flagg}`, { navn: (flagg === 'SAMME_ANSATT' ? m.ansatt : m.samtidigAnsatt) ?? t('telefon.ukjent') });
    if (Math.abs(m.klokkeavvik) <= TILLATT_AVVIK_SEKUNDER) return t('telefon.KLOKKEskrudd');
    return t('telefon.KLOKKE', { min: Math.round(Math.abs(m.klokkeavvik) / 60), retning: m.klokkeavvik > 0 ? 'foran' : 'bak', tid: m.telefonKl ?? t('telefon.ukjent') });
  };
  return (
    <Tabell tittel={t('telefon.tittel')} kolonner={[{ tekst: t('telefon.kol.besok') }, { tekst: t('telefon.kol.hva') }, { tekst: t('telefon.kol.ansatt'), bareBred: true }, { tekst: '', navn: t('telefon.kol.handling') }]}>
      {meldinger.map((m) => {
        const navn = mottakerTekst(felles, m);
        return (
          <Rad key={m.klientId}>
            <th scope="row">
              <Lenke href={`/uken/besok/${m.dato}/${m.besokId}`}>{navn}</Lenke>
              <br />
              <span className="dempet">{t('telefon.besok', { dato: formatDato(m.dato), kl: m.kl, min: m.minutter })}</span>
            </th>
            <td className="merknad">{m.flagg.map((f) => sagt(m, f)).join(' ')}</td>
            <td className="bare-bred">{m.ansatt ?? t('telefon.ukjent')}</td>
            <td className="tall">
              <HandlingKnapp handling={merkSettHandling} data={{ klientId: m.klientId }} kvittering={t('telefon.kvittering')} tett navn={t('telefon.settNavn', { navn, dato: formatDato(m.dato), kl: m.kl })}>
                {t('telefon.sett')}
              </HandlingKnapp>
            </td>
          </Rad>
        );
      })}
    </Tabell>
  );
}

/** What was thrown away, why it had been refused, and why it was thrown. */
export async function ForkastetTabell({ forkastet }: { forkastet: readonly Forkastet[] }) {
  const t = await getTranslations('felt-leder');
  return (
    <Tabell tittel={t('telefon.forkastet')} kolonner={[{ tekst: t('telefon.fk.dato') }, { tekst: t('telefon.fk.hvem') }, { tekst: t('telefon.fk.min'), tall: true }, { tekst: t('telefon.fk.ansatt'), bareBred: true }, { tekst: t('telefon.fk.avslag') }, { tekst: t('telefon.fk.grunn') }]}>
      {forkastet.map((f) => {
        const dato = parseDato(f.dato);
        return (
          <Rad key={f.klientId}>
            <td>{dato === null ? f.dato : <DatoTekst dato={dato} />}</td>
            <th scope="row">{f.navn}</th>
            <TallCelle>{f.minutter}</TallCelle>
            <td className="bare-bred">{f.ansatt ?? t('telefon.ukjent')}</td>
            <td className="merknad">{f.avslag}</td>
            <td className="merknad">{f.grunn}</td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
