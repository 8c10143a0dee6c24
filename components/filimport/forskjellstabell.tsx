import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Maltall } from '#components/filimport/maltall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { parseManed } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Forskjellsbilde } from '#lib/grunnlag/domain/filimport/importbilde.ts';
import type { Delnavn, Maleenhet } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

/** Before, after and the difference, per part (unit or recipient) and month; what changes stands first. */
export async function Forskjellstabell({ forskjell, enhet, del }: { forskjell: Forskjellsbilde; enhet: Maleenhet; del: Delnavn }) {
  const t = await getTranslations('filimport.forskjell');
  const e = t(`enhet.${enhet}`);
  const kolonner = [{ tekst: t('enhetsnavn', { del }) }, { tekst: t('maned') }, { tekst: t('for', { e }), tall: true }, { tekst: t('etter', { e }), tall: true }, { tekst: t('forskjell', { e }), tall: true }];
  const maned = (periode: string): string => {
    const m = parseManed(periode);
    return m ? manedOgAr(m) : periode;
  };
  return (
    <>
      <Tabell
        tittel={t('tabell', { del })}
        kolonner={kolonner}
        sum={
          <tr>
            <th scope="row">{t('sum')}</th>
            <td />
            <TallCelle>
              <Maltall verdi={forskjell.for} enhet={enhet} />
            </TallCelle>
            <TallCelle>
              <Maltall verdi={forskjell.etter} enhet={enhet} />
            </TallCelle>
            <TallCelle>
              <Maltall verdi={forskjell.forskjell} enhet={enhet} fortegn />
            </TallCelle>
          </tr>
        }
      >
        {forskjell.linjer.map((l) => (
          <Rad key={`${l.serie} ${l.periode} ${l.navn}`}>
            <th scope="row">{l.serie === '' ? l.navn : t('versjon', { navn: l.navn, versjon: l.serie })}</th>
            <td className="nb">{maned(l.periode)}</td>
            <TallCelle>
              <Maltall verdi={l.for} enhet={enhet} />
            </TallCelle>
            <TallCelle>{l.etter === null ? <span className="status" data-s="varsel">{t('borte')}</span> : <Maltall verdi={l.etter} enhet={enhet} />}</TallCelle>
            <TallCelle sterk={l.forskjell !== 0}>
              <Maltall verdi={l.forskjell} enhet={enhet} fortegn />
            </TallCelle>
          </Rad>
        ))}
      </Tabell>
      {forskjell.antall > forskjell.linjer.length ? <p className="liten dempet">{t('flere', { vist: formatHeltall(forskjell.linjer.length), antall: formatHeltall(forskjell.antall) })}</p> : null}
    </>
  );
}
