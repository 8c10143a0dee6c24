import { getTranslations } from 'next-intl/server';
import { tiltakstekst } from '#components/tiltak/scenarioer.tsx';
import { sammenligningsrader } from '#components/tiltak/sammenligning-rader.ts';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import type { Scenario } from '#lib/oversikt/tiltak-view.ts';

/** Scenarios in columns: what they are, what they mean now, what they meant when saved, and the difference. */
export async function Sammenligning({ scenarioer, naaGapOre }: { scenarioer: readonly Scenario[]; naaGapOre: number }) {
  const t = await getTranslations('tiltak.sammenlign');
  const rader = sammenligningsrader(scenarioer, naaGapOre, await tiltakstekst());
  return (
    <Tabell tittel={t('tittel')} bred kolonner={[{ tekst: t('hva') }, ...scenarioer.map((s) => ({ tekst: s.navn, tall: true }))]}>
      {rader.map(({ nokkel, navn, celler }) => (
        <Rad key={nokkel ?? navn}>
          <th scope="row">{nokkel === null ? navn : t(nokkel)}</th>
          {celler.map((celle, i) =>
            nokkel === 'tiltak' ? (
              <td key={scenarioer[i]?.id} className="tall" style={{ whiteSpace: 'normal', minWidth: '11rem' }}>{celle}</td>
            ) : (
              <TallCelle key={scenarioer[i]?.id} sterk={nokkel === 'tolvOre'} dempet={celle === null}>{celle === null ? t('skjult') : <span className="belop">{celle}</span>}</TallCelle>
            ),
          )}
        </Rad>
      ))}
    </Tabell>
  );
}
