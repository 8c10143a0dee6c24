import { getTranslations } from 'next-intl/server';
import { intervallTekst } from '#components/prognose/prognose-funn.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { stor } from '#lib/core/manedsnavn.ts';
import type { Prognoserad, PrognoseView } from '#lib/oversikt/prognose-view.ts';

/** The year per service group; small groups stand together with a word on why. */
export async function Gruppetabell({ bilde }: { bilde: PrognoseView }) {
  const t = await getTranslations('prognose');
  const navn = (kode: string): string => (t.has(`gruppe.${kode}`) ? t(`gruppe.${kode}`) : stor(kode));
  const kolonner = [
    { tekst: t('kolonne.gruppe') },
    ...[t('kolonne.avvik'), t('kolonne.aret'), t('kolonne.intervall'), t('kolonne.ramme'), t('kolonne.hittil')].map((tekst) => ({ tekst, tall: true })),
  ];
  return (
    <Tabell
      tittel={t('gruppene')}
      kolonner={kolonner}
      sum={
        <SumRad>
          <th scope="row">{t('sum')}</th>
          <Tall rad={bilde.sum} harBudsjett={bilde.harBudsjett} />
        </SumRad>
      }
    >
      {bilde.grupper.map((rad) => (
        <Rad key={rad.grupper.join('+')}>
          <th scope="row">
            {rad.grupper.length === 1 ? <Lenke href={`/avvik?maned=${bilde.naa}&periode=hittil&hvor=g${encodeURIComponent(rad.grupper[0] ?? '')}`}>{rad.grupper.map(navn).join(', ')}</Lenke> : rad.grupper.map(navn).join(', ')}
            {rad.grupper.length > 1 ? <span className="mikro dempet blokk">{t('samlet')}</span> : null}
          </th>
          <Tall rad={rad} harBudsjett={bilde.harBudsjett} />
        </Rad>
      ))}
    </Tabell>
  );
}

function Tall({ rad, harBudsjett }: { rad: Prognoserad; harBudsjett: boolean }) {
  return (
    <>
      <TallCelle sterk>
        <Belop ore={harBudsjett ? rad.avvik.ore : null} form="mill" fortegn />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.aret.ore} form="mill" />
      </TallCelle>
      <TallCelle dempet>{intervallTekst(rad.aret)}</TallCelle>
      <TallCelle>
        <Belop ore={harBudsjett ? rad.budsjettOre : null} form="mill" />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.hittilOre} form="mill" />
      </TallCelle>
    </>
  );
}
