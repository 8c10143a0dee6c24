import { getTranslations } from 'next-intl/server';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Manedsvisning, Tallrad } from '#lib/avregning/maneden-view.ts';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import { forrige, type Maned } from '#lib/core/maned.ts';

const trekk = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a - b);

function Celler({ rad }: { rad: Tallrad }) {
  return (
    <>
      <TallCelle sterk>
        <Belop ore={rad.naOre} />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.forrigeOre} />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.budsjettOre} />
      </TallCelle>
      <TallCelle>
        <Belop ore={trekk(rad.naOre, rad.budsjettOre)} fortegn />
      </TallCelle>
    </>
  );
}

/** Income, cost and result of a unit's month beside last month and the budget. */
export async function Manedstall({ maned, bilde }: { maned: Maned; bilde: Manedsvisning }) {
  const t = await getTranslations('avregning.maneden');
  const { inntekt, kostnad } = bilde;
  const resultat: Tallrad = {
    naOre: trekk(inntekt.naOre, kostnad.naOre),
    forrigeOre: trekk(inntekt.forrigeOre, kostnad.forrigeOre),
    budsjettOre: trekk(inntekt.budsjettOre, kostnad.budsjettOre),
  };
  const kolonner = [
    { tekst: '', navn: t('tabell') },
    { tekst: t(bilde.avregnet ? 'bare' : 'hittilHode'), tall: true },
    { tekst: `${stor(manedsnavn(forrige(maned)))}, kr`, tall: true },
    { tekst: t('budsjett'), tall: true },
    { tekst: t('avvik'), tall: true },
  ];
  return (
    <Tabell tittel={t('tabell')} kolonner={kolonner}>
      <Rad>
        <th scope="row">{t('inntekt')}</th>
        <Celler rad={inntekt} />
      </Rad>
      <Rad>
        <th scope="row">
          {t('kostnad')} {kostnad.naOre === null ? <span className="mikro dempet">{t('kostnadUkjent')}</span> : null}
        </th>
        <Celler rad={kostnad} />
      </Rad>
      <SumRad>
        <th scope="row">{t('resultat')}</th>
        <Celler rad={resultat} />
      </SumRad>
    </Tabell>
  );
}
