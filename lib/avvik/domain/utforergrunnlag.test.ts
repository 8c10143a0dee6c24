import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { delUtforeravvik } from './utforeravvik.ts';
import { type Enhetsgrunnlag, utforertall } from './utforergrunnlag.ts';

/** Last year 1 000 hours at 500 kr and a tenth other; the budget the same, and as much delivered as budgeted. */
const ENHET: Enhetsgrunnlag = {
  id: 'U1',
  budsjettertVolumOre: brok(60_000_000),
  levertVolumOre: brok(60_000_000),
  kostnadsbudsjettOre: 50_000_000,
  inntektOre: ore(50_000_000),
  naa: { lonnOre: 45_000_000, annetOre: 5_000_000, minutter: 54_000 },
  fjor: { lonnOre: 50_000_000, annetOre: 5_555_556, minutter: 60_000 },
};
const del = (e: Enhetsgrunnlag) => {
  const tall = utforertall(e);
  if (!tall) throw new Error('ingen tall');
  return delUtforeravvik(tall);
};

describe('the provider against its own budget', () => {
  test('as budgeted: no efficiency, no rate, nothing over', () => {
    expect(del(ENHET)).toMatchObject({ avvikOre: 0, effektivitetOre: 0, lonnOre: 0, annetOre: 0, prisdekningOre: 0 });
  });
  test('a hundred hours more for the same deliveries is efficiency, at the budgeted rate', () => {
    expect(del({ ...ENHET, naa: { ...ENHET.naa, minutter: 60_000, lonnOre: 50_000_000 } })).toMatchObject({ avvikOre: 5_000_000, effektivitetOre: 5_000_000, lonnOre: 0 });
  });
  test('a dearer hour is rate', () => {
    expect(del({ ...ENHET, naa: { ...ENHET.naa, lonnOre: 46_000_000 } })).toMatchObject({ effektivitetOre: 0, lonnOre: 1_000_000 });
  });
  test('more delivered with the same hours is better than the norm', () => {
    expect(del({ ...ENHET, levertVolumOre: brok(66_000_000) }).effektivitetOre).toBe(-4_500_000);
  });
  test('without last year’s hours or a budget there is nothing to hold it against', () => {
    expect(utforertall({ ...ENHET, fjor: { ...ENHET.fjor, minutter: 0 } })).toBeNull();
    expect(utforertall({ ...ENHET, kostnadsbudsjettOre: 0 })).toBeNull();
  });
});
