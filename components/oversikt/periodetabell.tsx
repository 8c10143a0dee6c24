import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';

/** The month and the year so far, split the same way, so that one can be read against the other. */
export async function Periodetabell({ bilde }: { bilde: Oversikt }) {
  const t = await getTranslations('oversikt');
  const rader = [
    { navn: stor(manedOgAr(bilde.maned)), periode: 'maned', tall: bilde.manedenstall },
    { navn: t('rad.hittil'), periode: 'hittil', tall: bilde.hittil },
  ];
  const kolonner = [{ tekst: '' , navn: t('velgManed') }, ...[t('kolonne.ramme'), t('kolonne.faktisk'), t('volum'), t('miks'), t('pris'), t('avvik')].map((tekst) => ({ tekst, tall: true }))];
  return (
    <Tabell tittel={t('manedenOgAret')} kolonner={kolonner}>
      {rader.map(({ navn, periode, tall }) => (
        <Rad key={navn}>
          <th scope="row"><Lenke href={`/avvik?maned=${bilde.maned}&periode=${periode}`}>{navn}</Lenke></th>
          <TallCelle>
            <Belop ore={tall.budsjettOre} form="mill" />
          </TallCelle>
          <TallCelle>
            <Belop ore={tall.faktiskOre} form="mill" />
          </TallCelle>
          {[tall.volumOre, tall.miksOre, tall.prisOre].map((belop, i) => (
            <TallCelle key={kolonner[i + 3]?.tekst}>
              <Belop ore={belop} form="mill" fortegn />
            </TallCelle>
          ))}
          <TallCelle sterk>
            <Belop ore={tall.avvikOre} form="mill" fortegn />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
