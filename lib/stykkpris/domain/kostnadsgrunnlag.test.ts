import { describe, expect, test } from 'vitest';
import { ore } from '#lib/core/ore.ts';
import { beregnKostnadsgrunnlag, sumAv, ubekreftede } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import type { KostnadsgrunnlagInn } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';

const rad = (enhet: string, art: string, belop: number) => ({ enhet, art, ore: ore(belop) });
const INN: KostnadsgrunnlagInn = {
  enheter: ['NORD', 'SOR'],
  regnskap: [rad('NORD', '010', 1000), rad('NORD', '190', 100), rad('NORD', '710', -50), rad('NORD', '600', -7), rad('SOR', '010', 2000), rad('SOR', '700', -30)],
  fastledd: [],
  svar: {},
  egne: [],
};
const av = (inn: Partial<KostnadsgrunnlagInn>) => beregnKostnadsgrunnlag({ ...INN, ...inn });

describe('what the price shall cover', () => {
  test('the expenses less sick-pay refunds, grants, rent and internal sales, per unit', () => {
    const g = av({});
    expect([...g.utgifterOre.values()]).toEqual([1100, 2000]);
    expect([...g.dekkesOre.values()]).toEqual([950, 1970]);
    expect(g.fradrag.map((f) => [f.kode, f.sumOre])).toEqual([['SYKE_OG_FORELDREPENGER', 50], ['TILSKUDD', 30], ['HUSLEIE', 100], ['INTERNT_SALG', 0]]);
  });

  test('each line with an amount waits for the controller’s answer; one that is declined stays in the cost', () => {
    expect(ubekreftede(av({})).map((f) => f.kode)).toEqual(['SYKE_OG_FORELDREPENGER', 'TILSKUDD', 'HUSLEIE']);
    const svart = av({ svar: { HUSLEIE: 'TREKKES_IKKE', TILSKUDD: 'TREKKES', SYKE_OG_FORELDREPENGER: 'TREKKES' } });
    expect(ubekreftede(svart)).toEqual([]);
    expect([...svart.dekkesOre.values()]).toEqual([1050, 1970]);
  });

  test('income that no line takes out is shown, not lost', () => {
    expect([...av({}).andreInntekterOre.values()]).toEqual([7, 0]);
  });

  test('a rent that a fixed part refunds is taken out once, as the fixed part', () => {
    const g = av({ fastledd: [{ kode: 'husleie', navn: 'Husleie', arter: ['190-199'], perEnhet: new Map([['NORD', ore(100)]]) }] });
    expect(g.fradrag.map((f) => f.kode)).toEqual(['SYKE_OG_FORELDREPENGER', 'TILSKUDD', 'INTERNT_SALG', 'FASTLEDD/husleie']);
    expect(g.dekkesOre.get('NORD')).toBe(950);
  });

  test('the controller’s own lines, by unit', () => {
    const g = av({ egne: [{ navn: 'Prosjekt', belop: { SOR: 500 } }] });
    expect(g.dekkesOre.get('SOR')).toBe(1470);
    expect(sumAv(g.dekkesOre)).toBe(2420);
  });
});
