import { getTranslations } from 'next-intl/server';
import { ForkastScenario } from '#components/tiltak/lagre-scenario.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDato, formatProsent } from '#lib/core/format.ts';
import type { Tiltak } from '#lib/oversikt/domain/tiltak.ts';
import type { Scenariorad } from '#lib/oversikt/tiltak-view.ts';

/** A measure in words: "5 % strengere, 10 mottakere færre, fra 01.12.2026 over 3 md." */
export async function tiltakstekst(): Promise<(valg: Tiltak) => string> {
  const t = await getTranslations('tiltak.ord');
  return ({ promille, mottakere, prisPromille, fra, overManeder }) =>
    [
      ...(promille > 0 ? [t('strengere', { prosent: formatProsent(brok(promille, 1000)) })] : []),
      ...(mottakere < 0 ? [t('faerre', { antall: -mottakere })] : mottakere > 0 ? [t('flere', { antall: mottakere })] : []),
      ...(prisPromille > 0 ? [t('pris', { prosent: formatProsent(brok(prisPromille, 1000)) })] : []),
      t('fra', { dato: formatDato(fra), maneder: overManeder }),
    ].join(', ');
}

/** The saved scenarios; two to four are chosen and set side by side. */
export async function Scenarioer({ rader }: { rader: readonly Scenariorad[] }) {
  const t = await getTranslations('tiltak.scenario');
  const tekst = await tiltakstekst();
  if (rader.length === 0) return <p className="liten dempet">{t('ingen')}</p>;
  return (
    <>
      <form action="/tiltak/sammenlign" id="sammenlign" />
      <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('velg') }, { tekst: t('navn') }, { tekst: t('tiltak') }, { tekst: t('lagret'), tall: true }, { tekst: '', navn: t('handling') }]}>
        {rader.map((s) => (
          <Rad key={s.id}>
            <td><input type="checkbox" form="sammenlign" name="s" value={s.id} className="ds-input" aria-label={t('velgNavn', { navn: s.navn })} /></td>
            <th scope="row">{s.navn}</th>
            <td>{tekst(s.valg)}</td>
            <TallCelle>{formatDato(s.lagret)}</TallCelle>
            <td><Tekster navnerom={['skjema', 'tiltak']}><ForkastScenario id={s.id} navn={s.navn} /></Tekster></td>
          </Rad>
        ))}
      </Tabell>
      <p><Knapp type="submit" form="sammenlign" variant="secondary">{t('sammenlign')}</Knapp></p>
    </>
  );
}
