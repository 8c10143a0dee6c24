import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { parseManed } from '#lib/core/maned.ts';
import { manedKort } from '#lib/core/manedsnavn.ts';
import { bruddstart, type Fossebar, fossefallSvg, linjeSvg } from '#lib/server/pdf/rapportplott.ts';
import { finnCelle, finnSeksjon, type Rapportinnhold, type Seksjon, somTall } from './domain/rapport.ts';
import type { Ord } from './domain/rapporttekst.ts';

/** A plot of the printed report: what it says, for one who does not see it, what stands below it, and the drawing. */
export type Arkplott = { readonly tekst: string; readonly under: string; readonly svg: string };

const mill = (ore: number): string => formatDesimal(brok(ore, 100_000_000), 1);
function endring(ore: number): string {
  const tekst = mill(ore);
  return ore > 0 && /[1-9]/.test(tekst) ? `+${tekst}` : tekst;
}

function lopende(seksjon: Seksjon, ord: Ord): Arkplott[] {
  const punkter = seksjon.rader.map((r) => {
    const maned = parseManed(r.nokkel);
    return { navn: maned ? manedKort(maned) : r.nokkel, verdi: somTall(r.celler[0] ?? null) };
  });
  const siste = punkter.at(-1)?.verdi ?? null;
  if (punkter.length < 2 || siste === null) return [];
  return [{ tekst: `${ord('side.plottAvvik')}: ${endring(siste)}`, under: `${ord('seksjon.kumulativt')}. ${ord('side.plottAvvikUnder')}`, svg: linjeSvg(punkter, endring(siste)) }];
}

function fossefall(seksjon: Seksjon, ord: Ord): Arkplott[] {
  const nokkel = seksjon.rader[0]?.nokkel ?? '';
  const tall = (kolonne: string): number | null => somTall(finnCelle(seksjon, nokkel, kolonne));
  const [ramme, kostnad, volum, miks, pris] = [tall('ramme'), tall('kostnad'), tall('volum'), tall('miks'), tall('pris')];
  if (ramme === null || kostnad === null || volum === null || miks === null || pris === null) return [];
  const under = ord(`rad.${seksjon.kode}.${nokkel}`).toLowerCase();
  const barer: readonly Fossebar[] = [
    { navn: ord('side.ramme'), under, slag: 'NIVA', verdi: ramme, tekst: mill(ramme) },
    ...([['volum', volum], ['miks', miks], ['pris', pris]] as const).map(([navn, ore]) => ({ navn: ord(`side.${navn}`), under: '', slag: 'ENDRING' as const, verdi: ore, tekst: endring(ore) })),
    { navn: ord('side.kostnad'), under, slag: 'NIVA', verdi: kostnad, tekst: mill(kostnad) },
  ];
  const start = bruddstart(barer);
  const tekst = ord('side.plottFoss', { ramme: mill(ramme), kostnad: mill(kostnad), volum: endring(volum), miks: endring(miks), pris: endring(pris) });
  return [{ tekst, under: [ord('side.plottFossUnder'), ...(start === null ? [] : [ord('side.plottAkse', { start: mill(start) })])].join(' '), svg: fossefallSvg(barer) }];
}

/** The plots of a frozen report, of the same tables as the page's: the year's running deviation, and from the frame to what was settled. */
export function rapportplott(i: Pick<Rapportinnhold, 'seksjoner'>, ord: Ord): Arkplott[] {
  const [sum, over] = [finnSeksjon(i.seksjoner, 'hittil') ?? finnSeksjon(i.seksjoner, 'perioden'), finnSeksjon(i.seksjoner, 'kumulativt')];
  return [...(over ? lopende(over, ord) : []), ...(sum ? fossefall(sum, ord) : [])];
}
