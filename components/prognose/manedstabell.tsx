import { getTranslations } from 'next-intl/server';
import { intervallTekst } from '#components/prognose/prognose-funn.ts';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import type { PrognoseView } from '#lib/oversikt/prognose-view.ts';

/** The months per service group: what was posted, and ahead what is expected with its interval. */
export async function Manedstabell({ bilde }: { bilde: PrognoseView }) {
  const t = await getTranslations('prognose');
  const navn = (kode: string): string => (t.has(`gruppe.${kode}`) ? t(`gruppe.${kode}`) : stor(kode));
  const rader = [...bilde.grupper, bilde.sum];
  const kolonner = [{ tekst: t('kolonne.maned') }, ...rader.map((rad) => ({ tekst: rad.grupper.map(navn).join(', ') || t('sum'), tall: true }))];
  return (
    <Tabell tittel={t('perManed')} kolonner={kolonner} tettere>
      {bilde.sum.maneder.map(({ maned, prognose }, i) => (
        <Rad key={maned}>
          <th scope="row">
            {stor(manedsnavn(maned))}
            {prognose ? <span className="mikro dempet"> {t('ventet')}</span> : null}
          </th>
          {rader.map((rad) => {
            const celle = rad.maneder[i];
            return (
              <TallCelle key={rad.grupper.join('+')} sterk={rad.grupper.length === 0}>
                <Belop ore={celle?.faktiskOre ?? celle?.prognose?.ore ?? null} form="mill" />
                {celle?.prognose ? <span className="mikro dempet nb"> ({intervallTekst(celle.prognose)})</span> : null}
              </TallCelle>
            );
          })}
        </Rad>
      ))}
    </Tabell>
  );
}
