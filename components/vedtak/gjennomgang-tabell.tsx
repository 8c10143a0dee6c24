import { getTranslations } from 'next-intl/server';
import { ForlengKnapp } from '#components/vedtak/gjennomgang-skjemaer.tsx';
import { omfangTekst } from '#components/vedtak/omfang-tekst.ts';
import type { VedtakTekst } from '#components/vedtak/omfang-tekst.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { PeriodeTekst } from '#components/ui/tall.tsx';
import type { Gjennomgang, Gjennomgangsrad } from '#lib/oversikt/gjennomgang-view.ts';

/** What to do with a row, and what it counts. */
async function Neste({ hva, rad }: { hva: Gjennomgang; rad: Gjennomgangsrad }) {
  const t = await getTranslations('gjennomgang');
  switch (hva) {
    case 'UTLOPER':
      return rad.virkningId === null ? null : <ForlengKnapp vedtakId={rad.vedtakId} virkningId={rad.virkningId} navn={t('forlengNavn', { nummer: rad.nummer })} />;
    case 'KORTE':
    case 'REVURDERES':
      return <Lenke href={`/mottakere/${rad.mottakerId}/nytt-vedtak?tjeneste=${rad.tjeneste}`}>{t('nyttVedtak')}</Lenke>;
    case 'SLUTT':
      return <Lenke href={`/gjennomgang/slutt/${rad.mottakerId}`}>{t('avsluttAlt')}</Lenke>;
    case 'UTEN_LEVERT':
      return <Lenke href={`/vedtak/${rad.vedtakId}/avslutt`}>{t('avslutt')}</Lenke>;
    case 'UTEN_VEDTAK':
      return <Lenke href={`/mottakere/${rad.mottakerId}/nytt-vedtak?tjeneste=${rad.tjeneste}`}>{t('nyttVedtak')}</Lenke>;
  }
}

/** Vedtak to look at, the most urgent first, with the step that comes next. */
export async function GjennomgangTabell({ hva, rader, tjenester }: { hva: Gjennomgang; rader: readonly Gjennomgangsrad[]; tjenester: Readonly<Record<string, string>> }) {
  const [t, v] = await Promise.all([getTranslations('gjennomgang'), getTranslations('vedtak')]);
  const teller = hva === 'UTEN_VEDTAK' ? t('besok') : t('dager');
  const merke = (rad: Gjennomgangsrad) => {
    if (hva === 'UTEN_VEDTAK') return t('besokAntall', { antall: rad.antall ?? 0 });
    if (hva === 'SLUTT' || rad.dager === null) return null;
    return t(`telling.${hva}`, { dager: rad.dager });
  };
  return (
    <Tabell
      tittel={t(`faner.${hva}`)}
      festet
      kolonner={[{ tekst: t('mottaker') }, { tekst: t('vedtaket') }, { tekst: t('omfang'), bareBred: true }, { tekst: t('utforer'), bareBred: true }, { tekst: t('gjelder'), bareBred: true }, { tekst: teller }, { tekst: t('neste') }]}
    >
      {rader.map((rad) => {
        const tekst = merke(rad);
        const haster = (hva === 'UTLOPER' && (rad.dager ?? 99) <= 14) || (hva === 'KORTE' && (rad.dager ?? 0) >= 13);
        return (
          <Rad key={rad.vedtakId} kanVelges>
            <th scope="row"><Lenke href={`/mottakere/${rad.mottakerId}`}>{rad.navn}</Lenke></th>
            <td><Lenke href={`/vedtak/${rad.vedtakId}`}>{rad.nummer}</Lenke> <span className="dempet">{tjenester[rad.tjeneste] ?? rad.tjeneste}</span></td>
            <td className="bare-bred">{omfangTekst(v as unknown as VedtakTekst, rad.omfang)}</td>
            <td className="bare-bred">{rad.enhet ?? '–'}</td>
            <td className="bare-bred">{rad.fom === null ? '–' : <PeriodeTekst fom={rad.fom} tom={rad.tom} />}</td>
            <td>{tekst === null ? '–' : <Status type={haster ? 'stopp' : 'varsel'}>{tekst}</Status>}</td>
            <td><Neste hva={hva} rad={rad} /></td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
