import { getTranslations } from 'next-intl/server';
import { maltekst } from '#components/filimport/maltall.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { formatTimer } from '#lib/core/format.ts';
import { manedKort, manedOgAr } from '#lib/core/manedsnavn.ts';
import { type Maned, manedensAr } from '#lib/core/maned.ts';
import { erTimer, type Holdt, type Slag } from '#lib/grunnlag/regnskap-view.ts';

/** Thousands of kroner, or whole hours: thirteen columns are read side by side. */
function kort(sum: number, slag: Slag): string {
  return erTimer(slag) ? formatTimer(sum, 0) : belopTekst(Math.round(sum / 1000), 'hele');
}

function etikett(m: Maned): string {
  return `${manedKort(m)} ${String(manedensAr(m)).slice(2)}`;
}

/** What is held per unit and month; the units with gaps first. Every figure opens its rows. */
export async function Holdttabell({ holdt }: { holdt: Holdt }) {
  const t = await getTranslations('regnskap');
  const { slag, maneder } = holdt;
  const enhet = erTimer(slag) ? 'minutter' : 'ore';
  return (
    <Tabell
      tittel={t('holdt.tabell', { slag: t(`slag.${slag}`), enhet: t(`holdt.enhet.${enhet}`) })}
      visTittel
      tettere
      festet
      bred
      kolonner={[{ tekst: t('holdt.enhetsnavn') }, ...maneder.map((m) => ({ tekst: etikett(m), tall: true }))]}
      sum={
        <tr>
          <th scope="row">{t('holdt.sum')}</th>
          {holdt.summer.map((sum, i) => (
            <TallCelle key={maneder[i]}>{sum === null ? <span className="dempet">–</span> : kort(sum, slag)}</TallCelle>
          ))}
        </tr>
      }
    >
      {holdt.rader.map((r) => (
        <Rad key={r.enhetId} kanVelges>
          <th scope="row">{r.navn}</th>
          {r.celler.map((c) => (
            <TallCelle key={c.maned}>
              {c.sum !== null ? (
                <Lenke href={`/regnskap/enhet/${r.enhetId}/${c.maned}?slag=${slag}`} navn={`${r.navn}, ${manedOgAr(c.maned)}: ${maltekst(c.sum, enhet)}`}>
                  {kort(c.sum, slag)}
                </Lenke>
              ) : c.mangler ? (
                <span className="status" data-s="mangler">
                  {t('holdt.mangler')}
                </span>
              ) : (
                <span className="dempet">–</span>
              )}
            </TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}
