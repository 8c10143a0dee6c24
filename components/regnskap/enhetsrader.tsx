import { getTranslations } from 'next-intl/server';
import { Maltall } from '#components/filimport/maltall.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatDato, formatDesimal, formatHeltall } from '#lib/core/format.ts';
import { parseDato } from '#lib/core/dato.ts';
import { type Enhetsmaned, erTimer, type Slag, type Vistrad } from '#lib/grunnlag/regnskap-view.ts';

const KOLONNER: Readonly<Record<Slag, readonly ('a' | 'b' | 'volum' | 'pris' | 'verdi' | 'kilde')[]>> = {
  REGNSKAP: ['a', 'b', 'verdi', 'kilde'],
  TIMEVERK: ['a', 'verdi', 'kilde'],
  SYKEFRAVAR: ['a', 'verdi', 'kilde'],
  BUDSJETT: ['a', 'b', 'volum', 'pris', 'verdi', 'kilde'],
  ENHETSBUDSJETT: ['b', 'verdi'],
};

async function Kilde({ rad }: { rad: Vistrad }) {
  const t = await getTranslations('regnskap.enhet');
  const vedtatt = parseDato(rad.kilde);
  if (vedtatt) return t('vedtatt', { dato: formatDato(vedtatt) });
  if (rad.importId === null) return t(rad.kilde === 'DEMO' ? 'demo' : 'annen', { kilde: rad.kilde });
  return <Lenke href={`/regnskap/import/${rad.importId}`}>{t('fraFil', { rad: formatHeltall(rad.filrad ?? 0) })}</Lenke>;
}

/** A unit's rows of a month, each with the file and row it came from. */
export async function Enhetsrader({ bilde }: { bilde: Enhetsmaned }) {
  const t = await getTranslations('regnskap');
  const { slag } = bilde;
  const vis = KOLONNER[slag];
  const enhet = erTimer(slag) ? 'minutter' : 'ore';
  const tall = new Set(['volum', 'pris', 'verdi']);
  const tekst = (navn: 'a' | 'b', verdi: string): string => (navn === 'a' && erTimer(slag) ? t(slag === 'TIMEVERK' ? `timetype.${verdi}` : `fravarsperiode.${verdi}`) : verdi);
  return (
    <Tabell tittel={t('enhet.tabell')} kolonner={vis.map((k) => ({ tekst: t(`enhet.kolonne.${slag}.${k}`), tall: tall.has(k) }))}>
      {bilde.rader.map((rad, i) => (
        <Rad key={`${rad.a} ${rad.b} ${rad.importId ?? ''} ${i}`}>
          {vis.map((k) => {
            if (k === 'a' || k === 'b') return k === vis[0] ? <th scope="row" key={k}>{tekst(k, rad[k])}</th> : <td key={k}>{rad[k]}</td>;
            if (k === 'kilde') return <td key={k}><Kilde rad={rad} /></td>;
            if (k === 'volum') return <TallCelle key={k}>{rad.volum === null ? '–' : formatDesimal(brokFraDesimal(rad.volum), 2)}</TallCelle>;
            if (k === 'pris') return <TallCelle key={k}><Belop ore={rad.prisOre} /></TallCelle>;
            return <TallCelle key={k}><Maltall verdi={rad.verdi} enhet={enhet} /></TallCelle>;
          })}
        </Rad>
      ))}
    </Tabell>
  );
}
