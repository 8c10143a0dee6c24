import { avrundTilTall, brok, brokFraDesimal, ganger, pluss, tilDesimal } from '#lib/core/brok.ts';
import { tilCsv } from '#lib/core/csv.ts';
import { type Maned, neste } from '#lib/core/maned.ts';

/** What the ledger holds for a vedtak at the unit. `volum` is decimal text. */
export type Fakturagrunnlag = { readonly nummer: string; readonly tjeneste: string; readonly komponent: string; readonly volum: string; readonly prisOre: number };

const HODE = ['orgnr', 'fakturanummer', 'fakturadato', 'ordrereferanse', 'periode', 'vare', 'enhet', 'antall', 'pris', 'beløp'];

/** The private unit's invoice of a month: as the ledger has it, but for a few hours too many, a price too high and an order nobody knows. */
export function byggFaktura(orgnr: string, maned: Maned, grunnlag: readonly Fakturagrunnlag[]): string {
  const timer = grunnlag.filter((g) => g.komponent === 'time');
  const [forMange, forDyr, ukjent] = [timer[3], timer[8], timer[14]];
  const linjer = grunnlag.map((g) => {
    const erTimer = g.komponent === 'time';
    const antall = brokFraDesimal(tilDesimal(pluss(brokFraDesimal(g.volum), g === forMange ? brok(3, 2) : brok(0)), 2));
    const prisOre = g.prisOre + (g === forDyr ? 1000 : 0);
    const belop = avrundTilTall(ganger(antall, brok(prisOre)));
    const ordre = g === ukjent ? g.nummer.replace(/\d{4}$/, '9999') : g.nummer;
    return [orgnr, `FO-${maned}`, `${neste(maned)}-05`, ordre, maned, `${g.tjeneste}/${g.komponent}`, erTimer ? 'timer' : 'antall', tilDesimal(antall, 2).replace('.', ','), { ore: prisOre }, { ore: belop }];
  });
  return tilCsv([HODE, ...linjer]);
}
