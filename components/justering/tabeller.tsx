import { getTranslations } from 'next-intl/server';
import { hvaTekst } from '#components/justering/hva.ts';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Status } from '#components/ui/status.tsx';
import { Tabell } from '#components/ui/tabell.tsx';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { formatDato, formatPeriode } from '#lib/core/format.ts';
import { kapasitetLostHandling } from '#lib/oppdrag/actions-justering.ts';
import type { Justeringsrad, Kapasitetsrad, Pauserad } from '#lib/oppdrag/justering-view.ts';

/** Adjustments with their answer. */
export async function Justeringstabell({ rader, tittel }: { rader: readonly Justeringsrad[]; tittel: string }) {
  const [t, felles] = await Promise.all([getTranslations('justering'), getTranslations('felles')]);
  return (
    <Tabell tittel={tittel} kolonner={[{ tekst: t('kolonne.mottaker') }, { tekst: t('kolonne.hva') }, { tekst: t('kolonne.gjelder') }, { tekst: t('kolonne.enhet'), bareBred: true }, { tekst: t('kolonne.grunn'), bareBred: true }, { tekst: t('kolonne.svar') }]}>
      {rader.map((j) => (
        <tr key={j.id}>
          <th scope="row">{mottakerTekst(felles, j)}</th>
          <td>{hvaTekst(t as never, j)}</td>
          <td>{formatPeriode(j.fom, j.tom)}</td>
          <td className="bare-bred">{j.enhet}</td>
          <td className="bare-bred">{j.grunn}</td>
          <td>
            {j.avslattFra !== null ? (
              <Status type="av">{j.avslagGrunn === null ? t('avslattUten', { dato: formatDato(j.avslattFra) }) : t('avslatt', { dato: formatDato(j.avslattFra), grunn: j.avslagGrunn })}</Status>
            ) : j.godkjent && j.svar !== null ? (
              <Status type="ok">{t('godkjent', { dato: formatDato(j.svar), navn: j.svarAv ?? felles('ord.ukjent') })}</Status>
            ) : (
              <Status type="venter">{t('venterSvar')}</Status>
            )}
          </td>
        </tr>
      ))}
    </Tabell>
  );
}

/** What units cannot take on yet, the earliest day first; the unit says when it is solved. */
export async function Kapasitetstabell({ rader, kanLose }: { rader: readonly Kapasitetsrad[]; kanLose: boolean }) {
  const [t, felles] = await Promise.all([getTranslations('justering'), getTranslations('felles')]);
  return (
    <Tabell tittel={t('kapasitet')} kolonner={[{ tekst: t('kolonne.mottaker') }, { tekst: t('kolonne.enhet'), bareBred: true }, { tekst: t('kolonne.grunn') }, { tekst: t('kolonne.tidligst') }, { tekst: t('kolonne.meldt'), bareBred: true }, ...(kanLose ? [{ tekst: '', navn: t('kolonne.handling') }] : [])]}>
      {rader.map((c) => (
        <tr key={c.id}>
          <th scope="row">{mottakerTekst(felles, c)}</th>
          <td className="bare-bred">{c.enhet}</td>
          <td>{c.grunn}</td>
          <td className="tab">{formatDato(c.tidligst)}</td>
          <td className="bare-bred liten">{t('meldtAv', { dato: formatDato(c.meldt), navn: c.meldtAv ?? felles('ord.ukjent') })}</td>
          {kanLose ? (
            <td className="tall">
              <HandlingKnapp handling={kapasitetLostHandling} data={{ id: c.id }} kvittering={t('lostNa')} variant="lenke" navn={t('lostNavn', { navn: mottakerTekst(felles, c) })}>
                {t('lost')}
              </HandlingKnapp>
            </td>
          ) : null}
        </tr>
      ))}
    </Tabell>
  );
}

export async function Pausetabell({ rader }: { rader: readonly Pauserad[] }) {
  const [t, felles] = await Promise.all([getTranslations('justering'), getTranslations('felles')]);
  return (
    <Tabell tittel={t('pauser')} kolonner={[{ tekst: t('kolonne.mottaker') }, { tekst: t('kolonne.vedtak'), bareBred: true }, { tekst: t('kolonne.arsak') }, { tekst: t('kolonne.gjelder') }]}>
      {rader.map((p) => (
        <tr key={p.id}>
          <th scope="row">{mottakerTekst(felles, p)}</th>
          <td className="bare-bred dempet">{p.vedtakNummer}</td>
          <td>{t(`arsak.${p.arsak}` as never)}</td>
          <td>{formatPeriode(p.fom, p.tom)}</td>
        </tr>
      ))}
    </Tabell>
  );
}
