import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Manedsvisning } from '#lib/avregning/maneden-view.ts';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { manedsnavn } from '#lib/core/manedsnavn.ts';
import { forrige, type Maned } from '#lib/core/maned.ts';

/** How the income came about, component by component, summing to the øre. */
export async function Inntektstabell({ maned, enhetId, bilde, valgt, medVedtak }: { maned: Maned; enhetId: number; bilde: Manedsvisning; valgt: string | null; medVedtak: boolean }) {
  const t = await getTranslations('avregning');
  const kolonner = [
    { tekst: t('maneden.slik') },
    { tekst: t('enhet.volum'), tall: true, bareBred: true },
    { tekst: t('enhet.belop'), tall: true },
    { tekst: t('maneden.mot', { maned: manedsnavn(forrige(maned)) }), tall: true },
    { tekst: t('maneden.budsjett'), tall: true, bareBred: true },
  ];
  const sum = (
    <tr>
      <th scope="row">{t('maneden.inntekt')}</th>
      <td className="bare-bred" />
      <TallCelle>
        <Belop ore={bilde.inntekt.naOre} />
      </TallCelle>
      <TallCelle>
        <Belop ore={bilde.inntekt.naOre - bilde.inntekt.forrigeOre} fortegn />
      </TallCelle>
      <td className="tall bare-bred">
        <Belop ore={bilde.inntekt.budsjettOre} />
      </td>
    </tr>
  );
  return (
    <Tabell tittel={t('maneden.slik')} kolonner={kolonner} sum={sum}>
      {bilde.ledd.map((l) => {
        // What only last month has is opened there.
        const der = l.belopOre === 0 && l.volum === '0' && l.forrigeOre !== 0 ? forrige(maned) : maned;
        const href = `/maneden?${new URLSearchParams({ enhet: String(enhetId), komponent: l.komponent, maned: der, ordning: String(l.ordningId) })}#vedtakene`;
        return (
          <Rad key={`${l.ordningId} ${l.komponent}`} apen={valgt === `${l.ordningId} ${l.komponent}`}>
            <th scope="row">{medVedtak ? <Lenke href={href}>{l.navn}</Lenke> : l.navn}</th>
            <td className="tall bare-bred">{formatDesimal(brokFraDesimal(l.volum), 2)}</td>
            <TallCelle sterk>
              <Belop ore={l.belopOre} />
            </TallCelle>
            <TallCelle>
              <Belop ore={l.belopOre - l.forrigeOre} fortegn />
            </TallCelle>
            <td className="tall bare-bred">
              <Belop ore={l.budsjettOre} />
            </td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
