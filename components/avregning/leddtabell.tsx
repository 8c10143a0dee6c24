import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Leddvisning } from '#lib/avregning/avregning-view.ts';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import type { Maned } from '#lib/core/maned.ts';

/** A unit's components; the chosen one is tinted. */
export async function Leddtabell({ maned, enhetId, bilde }: { maned: Maned; enhetId: number; bilde: Leddvisning }) {
  const t = await getTranslations('avregning');
  const kolonner = [
    { tekst: t('enhet.komponent') },
    { tekst: t('enheter.kr', { maned: stor(manedsnavn(maned)) }), tall: true },
    { tekst: t('enheter.rettelser'), tall: true },
    { tekst: t('enheter.bokfort'), tall: true },
  ];
  return (
    <Tabell tittel={t('enhet.leddene')} kolonner={kolonner}>
      {bilde.ledd.map((l) => {
        const apen = bilde.apent?.ordningId === l.ordningId && bilde.apent.komponent === l.komponent;
        return (
          <Rad key={`${l.ordningId} ${l.komponent}`} apen={apen}>
            <th scope="row">
              <Lenke href={`/avregning/${maned}/enhet/${enhetId}?${new URLSearchParams({ ordning: String(l.ordningId), komponent: l.komponent })}`}>
                {l.navn ?? t('enhet.manuell', { nr: l.komponent.split('/')[1] ?? '' })}
              </Lenke>{' '}
              <span className="dempet">{l.ordning}</span>
            </th>
            <TallCelle>
              <Belop ore={l.belopOre} />
            </TallCelle>
            <TallCelle dempet={l.rettelserOre === 0}>
              <Belop ore={l.rettelserOre} fortegn />
            </TallCelle>
            <TallCelle sterk>
              <Belop ore={l.belopOre + l.rettelserOre} />
            </TallCelle>
          </Rad>
        );
      })}
    </Tabell>
  );
}
