import { expect, test } from 'vitest';
import { tilDesimal } from '#lib/core/brok.ts';
import { kildetabeller, type Kilderad } from '#lib/toppfinansiering/domain/kildetabeller.ts';
import { TABELL_4_1, MILL } from '#lib/toppfinansiering/domain/kilde-tall.ts';
import { delVekst, vekstOver } from '#lib/toppfinansiering/domain/vekst.ts';
import { ore } from '#lib/core/ore.ts';

const tabeller = kildetabeller();
const rader = (nummer: string): readonly Kilderad[] => tabeller.find((t) => t.nummer === nummer)?.rader ?? [];
const ulike = (nummer: string) => rader(nummer).flatMap((r) => (r.dom === 'LIK' ? [] : [[r.ledd, tilDesimal(r.vart, r.desimaler), tilDesimal(r.trykt, r.desimaler), r.dom]]));

test('the two misprints are named, and nothing else is called one', () => {
  const trykkfeil = tabeller.flatMap((t) => t.rader.filter((r) => r.dom === 'TRYKKFEIL').map((r) => [t.nummer, r.ledd, r.verdier['modell']]));
  expect(trykkfeil).toEqual([['5.2', 'ekstraTilskudd', '3'], ['5.3', 'ekstraNetto', '1']]);
});

test('tables 5.4 and 5.5 are the printed ones', () => {
  expect([rader('5.4').length, ulike('5.4'), rader('5.5').length, ulike('5.5')]).toEqual([4, [], 4, []]);
});

test('table 6.4 is within 0.03 %, 6.5 but for the last digit of two rows', () => {
  for (const r of rader('6.4')) expect(Math.abs(Number(tilDesimal(r.vart)) / Number(tilDesimal(r.trykt)) - 1)).toBeLessThan(0.0003);
  expect(ulike('6.5')).toEqual([['vedGrad', '8054908', '8054907', 'AVRUNDING'], ['vedGrad', '7607413', '7607412', 'AVRUNDING']]);
});

test('table 6.3 follows only roughly, section 6.6 to the thousand but for the first', () => {
  expect(rader('6.3').map((r) => tilDesimal(r.vart, 1))).toEqual(['84.3', '77.4', '80.8', '74.3', '74.4']);
  expect(rader('6.6').map((r) => [tilDesimal(r.vart, 0), r.dom])).toEqual([['1045714', 'FORENKLET'], ['1190588', 'AVRUNDING'], ['1308402', 'AVRUNDING']]);
});

test('the source’s mean of yearly growth is 20.6 %, its compound growth 19.8 %', () => {
  expect(rader('4.1').filter((r) => /vekst/i.test(r.ledd)).map((r) => [r.ledd, tilDesimal(r.vart, 1)])).toContainEqual(['vekst_tilskudd', '20.6']);
  expect(ulike('4.1')).toContainEqual(['sammensattVekst', '19.8', '20.6', 'FORENKLET']);
});

test('growth is number and cost per recipient, with nothing left over', () => {
  const ar = TABELL_4_1.map((a) => ({ ar: a.ar, mottakere: a.mottakere, belopOre: ore(a.tilskudd * MILL) }));
  const { perAr, samlet } = vekstOver(ar);
  expect(perAr).toHaveLength(7);
  expect(samlet).toMatchObject({ endringOre: 5142 * MILL, flere: 2985 });
  expect((samlet?.antallOre ?? 0) + (samlet?.prisOre ?? 0)).toBe(5142 * MILL);
  // two recipients more at last year's 100 each; the rest is that each of the twelve costs more
  expect(delVekst({ ar: 1, mottakere: 10, belopOre: ore(1000) }, { ar: 2, mottakere: 12, belopOre: ore(1500) })).toMatchObject({ antallOre: 200, prisOre: 300, flere: 2 });
});
