import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal, NULL_BROK, tilDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { beregnPrisbane } from '#lib/stykkpris/domain/prisbane.ts';
import type { PrisbaneInn } from '#lib/stykkpris/domain/prisbane.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';

const ENHETER = [
  { id: 'NORD', kostnadOre: ore(60_000_00), vektetVolum: brok(100) },
  { id: 'SYD', kostnadOre: ore(120_000_00), vektetVolum: brok(200) },
];
const bane = (endringer: readonly string[], valg: Partial<PrisbaneInn> = {}) =>
  beregnPrisbane({
    forsteAr: 2027, antallAr: endringer.length, startprisOre: ore(600_00), kostnadsvekst: NULL_BROK, effektivitetskrav: NULL_BROK, enheter: ENHETER,
    endring: (_, nr) => brokFraDesimal(endringer[nr] ?? '0'), ...valg,
  });

describe('the price path over the years', () => {
  test('Kristiansand (ECON 4.3): units save in year 1, so the price falls in year 2; they overspend in year 2, so it rises in year 3', () => {
    const priser = bane(['-0.10', '0.15', '0']).map((b) => b.selvregulerendeOre);
    expect(priser).toEqual([600_00, 540_00, 621_00]);
  });

  test('a gain and a loss last one year under the self-regulating price', () => {
    const resultat = bane(['-0.02', '0.03', '0', '0']).map((b) => tilDesimal(b.resultatSelvregulerende, 0));
    expect(resultat).toEqual(['1200', '-1764', '0', '0']);
  });

  test('under the indexed price the saving stays with the units', () => {
    const resultat = bane(['-0.02', '0', '0']).map((b) => tilDesimal(b.resultatKostnadsvekst, 0));
    expect(resultat).toEqual(['1200', '1200', '1200']);
  });

  test('the figures of the drawing: 662,67 kr a unit, price 668, growth 3,4 %, −2 % and then +3 %', () => {
    const b = bane(['-0.02', '0.03', '0', '0', '0'], {
      startprisOre: ore(668_00), kostnadsvekst: brokFraDesimal('0.034'), enheter: [{ id: 'ALLE', kostnadOre: ore(103_541_100_00), vektetVolum: brokFraDesimal('156247.6') }],
    });
    expect(b.map((l) => l.selvregulerendeOre)).toEqual([685_20, 694_33, 739_48, 764_62, 790_62]);
    expect(b.map((l) => l.kostnadsvekstOre)[0]).toBe(690_71);
    expect(b.map((l) => tilDesimal(l.resultatSelvregulerende, 0)).slice(0, 2)).toEqual(['1370', '-2083']);
    expect(tilDesimal(b[0]?.resultatKostnadsvekst ?? NULL_BROK, 0)).toBe('1921');
  });

  test('when one unit saves, it gains for a year, and the others lose the year after', () => {
    const b = bane(['-0.10', '0'], { endring: (enhet, nr) => (enhet === 'NORD' && nr === 0 ? brokFraDesimal('-0.10') : NULL_BROK) });
    expect(b[0]?.perEnhet).toEqual([{ enhet: 'NORD', selvregulerendeOre: 6_000_00, kostnadsvekstOre: 6_000_00 }, { enhet: 'SYD', selvregulerendeOre: 0, kostnadsvekstOre: 0 }]);
    expect(b[1]?.perEnhet.map((e) => e.selvregulerendeOre)).toEqual([4_000_00, -4_000_00]);
    expect(b[1]?.perEnhet.map((e) => e.kostnadsvekstOre)).toEqual([6_000_00, 0]);
  });

  test('the first year is the core’s own price, also with an efficiency demand', () => {
    const faktor = { kostnadsvekst: brokFraDesimal('0.034'), effektivitetskrav: brokFraDesimal('0.01') };
    const kjerne = beregnStykkpris({
      ar: 2027, regel: { type: 'SELVREGULERENDE', ...faktor, kvantil: NULL_BROK }, komponenter: [{ kode: 'time', vekt: brok(1), gjeldendeOre: ore(600_00) }],
      enheter: ENHETER.map((e) => ({ id: e.id, kostnadOre: e.kostnadOre, volum: new Map([['time', e.vektetVolum]]) })),
    });
    expect(kjerne.ok && kjerne.verdi.priser[0]?.ore).toBe(bane(['0'], faktor)[0]?.selvregulerendeOre);
  });

  test('without volume there is no path', () => {
    expect(bane(['0'], { enheter: [] })).toEqual([]);
  });
});
