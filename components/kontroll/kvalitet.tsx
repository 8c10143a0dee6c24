import { getTranslations } from 'next-intl/server';
import { Linjeplott } from '#components/plott/linjeplott.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { manedKort, manedOgAr } from '#lib/core/manedsnavn.ts';
import { andeler, type Kvalitetsmaned } from '#lib/utfort-tid/kontroll-view.ts';

const prosent = (promille: number | null): string => (promille === null ? '–' : `${formatDesimal(brok(promille, 10), 1)} %`);

/** The trend as a plot, and the table behind it. */
export async function Kvalitet({ maneder }: { maneder: readonly Kvalitetsmaned[] }) {
  const t = await getTranslations('kontroll.kvalitet');
  const rader = maneder.map((m) => ({ m, a: andeler(m) }));
  const serie = (navn: 'sammeDag' | 'etterpa' | 'rettet' | 'utenPlan') => rader.map(({ a }) => (a[navn] === null ? null : a[navn] / 10));
  return (
    <>
      <Linjeplott
        tittel={t('plott')}
        figurtekst={t('figurtekst')}
        etiketter={rader.map(({ m }) => manedKort(m.maned))}
        serier={[
          { navn: t('etterpa'), verdier: serie('etterpa'), stil: 'total', sluttekst: t('kort.etterpa') },
          { navn: t('rettet'), verdier: serie('rettet'), stil: 'alt', sluttekst: t('kort.rettet') },
          { navn: t('utenPlan'), verdier: serie('utenPlan'), stil: 'ref', sluttekst: t('kort.utenPlan') },
        ]}
        format={(v) => `${formatDesimal(brok(Math.round(v * 10), 10), 1)} %`}
        bredde={900}
        hoyde={260}
      />
      <Tabell
        tittel={t('tabell')}
        kolonner={[
          { tekst: t('maned') }, { tekst: t('besok'), tall: true }, { tekst: t('sammeDag'), tall: true }, { tekst: t('etterpa'), tall: true }, { tekst: t('rettet'), tall: true }, { tekst: t('utenPlan'), tall: true },
          { tekst: t('fraAndre'), tall: true, bareBred: true },
        ]}
      >
        {rader.toReversed().map(({ m, a }) => (
          <Rad key={m.maned} kanVelges>
            <th scope="row">{manedOgAr(m.maned)}</th>
            <TallCelle><Antall antall={m.besok} /></TallCelle>
            <TallCelle>{prosent(a.sammeDag)}</TallCelle>
            <TallCelle>{prosent(a.etterpa)}</TallCelle>
            <TallCelle>{prosent(a.rettet)}</TallCelle>
            <TallCelle>{prosent(a.utenPlan)}</TallCelle>
            <TallCelle bareBred><Antall antall={m.fraAndre} /></TallCelle>
          </Rad>
        ))}
      </Tabell>
    </>
  );
}
