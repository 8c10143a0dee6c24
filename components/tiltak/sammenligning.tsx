import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { tiltakstekst } from '#components/tiltak/scenarioer.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop, Timer } from '#components/ui/tall.tsx';
import { formatDato } from '#lib/core/format.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import type { Tiltakstall } from '#lib/oversikt/domain/tiltakstall.ts';
import type { Scenario } from '#lib/oversikt/tiltak-view.ts';

const RADER = ['arsluttOre', 'tolvOre', 'tildelingOre', 'prisOre'] as const;

/** Scenarios in columns: what they are, what they meant when saved, what they mean now, and the difference. */
export async function Sammenligning({ scenarioer, naaGapOre }: { scenarioer: readonly Scenario[]; naaGapOre: number }) {
  const t = await getTranslations('tiltak.sammenlign');
  const tekst = await tiltakstekst();
  const kr = (ore: number): ReactNode => <Belop ore={ore} form="hele" fortegn />;
  const celler = (velg: (s: Scenario) => ReactNode, sterk = false): ReactNode => scenarioer.map((s) => <TallCelle key={s.id} sterk={sterk}>{velg(s)}</TallCelle>);
  const av = (tall: Tiltakstall | null, vis: (x: Tiltakstall) => ReactNode): ReactNode => (tall === null ? t('skjult') : vis(tall));
  const forskjell = (s: Scenario): ReactNode => (s.da && s.naa ? kr(s.naa.tolvOre - s.da.tolvOre) : t('skjult'));
  // Months of one scenario may begin later than another's.
  const maneder = [...new Set(scenarioer.flatMap((s) => s.naa?.maneder.map((m) => m.maned) ?? []))].toSorted();
  return (
    <Tabell tittel={t('tittel')} bred kolonner={[{ tekst: t('hva') }, ...scenarioer.map((s) => ({ tekst: s.navn, tall: true }))]}>
      <Rad><th scope="row">{t('tiltak')}</th>{scenarioer.map((s) => <td key={s.id} className="tall" style={{ whiteSpace: 'normal', minWidth: '11rem' }}>{tekst(s.valg)}</td>)}</Rad>
      <Rad><th scope="row">{t('mottakere')}</th>{celler((s) => av(s.naa, (x) => <Antall antall={x.mottakere} />))}</Rad>
      <Rad><th scope="row">{t('timer')}</th>{celler((s) => av(s.naa, (x) => <Timer min={x.minutterPerUke} desimaler={0} />))}</Rad>
      {RADER.map((felt) => <Rad key={felt}><th scope="row">{t(felt)}</th>{celler((s) => av(s.naa, (x) => kr(x[felt])), felt === 'tolvOre')}</Rad>)}
      <Rad><th scope="row">{t('igjen')}</th>{celler((s) => av(s.naa, (x) => kr(naaGapOre + x.arsluttOre)))}</Rad>
      <Rad><th scope="row">{t('lagret')}</th>{celler((s) => formatDato(s.lagret))}</Rad>
      <Rad><th scope="row">{t('da')}</th>{celler((s) => av(s.da, (x) => kr(x.tolvOre)))}</Rad>
      <Rad><th scope="row">{t('forskjell')}</th>{celler(forskjell)}</Rad>
      <Rad><th scope="row">{t('gapDa')}</th>{celler((s) => kr(s.gapOre))}</Rad>
      <Rad><th scope="row">{t('gapForskjell')}</th>{celler((s) => kr(naaGapOre - s.gapOre))}</Rad>
      {maneder.map((m) => (
        <Rad key={m}><th scope="row">{stor(manedOgAr(m))}</th>{celler((s) => av(s.naa, (x) => { const d = x.maneder.find((y) => y.maned === m); return d === undefined ? '–' : kr(d.ore); }))}</Rad>
      ))}
    </Tabell>
  );
}
