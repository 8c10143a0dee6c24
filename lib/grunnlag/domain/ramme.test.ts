import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { beregnRamme, fordelPot } from '#lib/grunnlag/domain/ramme.ts';

describe('frame budgets', () => {
  test('a pot is shared by weighted criteria', () => {
    const kriterier = [
      { kode: '80+', vekt: brokFraDesimal('0.6'), verdier: new Map([['U1', brok(1)], ['U2', brok(3)]]) },
      { kode: 'areal', vekt: brokFraDesimal('0.4'), verdier: new Map([['U1', brok(1)]]) },
    ];
    const ut = beregnRamme({ metode: 'KRITERIER', potOre: ore(1000), kriterier, enheter: ['U2', 'U1'] });
    expect(ut).toEqual({ rammer: [{ enhet: 'U1', ore: 550 }, { enhet: 'U2', ore: 450 }], sumOre: 1000 });
  });

  test('the last øre goes to the largest remainder, and at a tie to the first name', () => {
    const tredel = brok(1, 3);
    const andeler = new Map([['b', tredel], ['c', tredel], ['a', tredel]]);
    expect(fordelPot(ore(101), andeler).map((r) => r.ore)).toEqual([34, 34, 33]);
  });

  test('a pot is divided without losing an øre, whatever its sign', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), (pot, vekter) => {
        const sum = vekter.reduce((s, v) => s + v, 1);
        const andeler = new Map(vekter.map((v, i) => [`U${i}`, brok(i === 0 ? v + 1 : v, sum)]));
        const deler = fordelPot(ore(pot), andeler);
        expect(deler.reduce((s, d) => s + d.ore, 0)).toBe(pot);
      }),
    );
  });

  test('last year’s frame grows, takes its share of the deviation, and is adjusted', () => {
    const enhet = {
      id: 'U1',
      fjoraretOre: ore(1001),
      avvikOre: ore(-101),
      andelAvvik: brokFraDesimal('0.5'),
      justeringOre: ore(7),
    };
    const ut = beregnRamme({ metode: 'INKREMENTELL', kostnadsvekst: brokFraDesimal('0.03'), enheter: [enhet] });
    // 1001 × 1.03 − 50.5 = 980.53
    expect(ut.rammer).toEqual([{ enhet: 'U1', ore: 988 }]);
  });
});
