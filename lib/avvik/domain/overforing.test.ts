import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { beregnOverforing, overfor } from '#lib/avvik/domain/overforing.ts';

const regel = (overskudd: string, underskudd: string, tak: string | null = null) => ({
  andelOverskudd: brokFraDesimal(overskudd),
  andelUnderskudd: brokFraDesimal(underskudd),
  takAndelAvBudsjett: tak === null ? null : brokFraDesimal(tak),
});
const enhet = (resultat: number, budsjett = 0) => ({
  id: 'U1',
  inntektOre: ore(1_000_000 + resultat),
  kostnadOre: ore(1_000_000),
  budsjettOre: ore(budsjett),
});

describe('carry-over', () => {
  test('Kristiansand: the unit keeps 90 % of a surplus and carries all of a deficit', () => {
    expect(overfor(regel('0.9', '1'), enhet(1000), null)).toMatchObject({ overforesOre: 900, kommunenDekkerOre: -100 });
    expect(overfor(regel('0.9', '1'), enhet(-1000), null)).toMatchObject({ overforesOre: -1000, kommunenDekkerOre: 0 });
  });

  test('the rådmann’s dispensation limits the deficit that is carried', () => {
    const svar = overfor(regel('0.9', '1'), enhet(-1000), ore(300));
    expect(svar).toMatchObject({ overforesOre: -300, kommunenDekkerOre: 700 });
    expect(overfor(regel('0.9', '1'), enhet(1000), ore(0))).toMatchObject({ overforesOre: 900 });
  });

  test('Drammen: no more than 2 % of the budget, either way', () => {
    expect(overfor(regel('1', '1', '0.02'), enhet(1000, 20_000), null)).toMatchObject({ overforesOre: 400 });
    expect(overfor(regel('1', '1', '0.02'), enhet(-1000, 20_000), null)).toMatchObject({ overforesOre: -400 });
  });

  test('no øre is lost: what is carried is the result and what the municipality covers', () => {
    const belop = fc.integer({ min: -1e11, max: 1e11 });
    const andel = fc.integer({ min: 0, max: 1000 }).map((n) => brok(n, 1000));
    fc.assert(
      fc.property(fc.array(belop, { maxLength: 8 }), andel, andel, fc.option(andel), fc.option(belop), (r, a, b, tak, d) => {
        const ut = beregnOverforing({
          regel: { andelOverskudd: a, andelUnderskudd: b, takAndelAvBudsjett: tak },
          enheter: r.map((resultat, i) => ({ ...enhet(resultat, 5_000_000), id: `U${i}` })),
          dispensasjoner: d === null ? [] : [{ enhet: 'U0', maksUnderskuddOre: ore(Math.abs(d)) }],
        });
        for (const e of [...ut.enheter, ut.sum]) expect(e.resultatOre + e.kommunenDekkerOre).toBe(e.overforesOre);
        expect(ut.sum.resultatOre).toBe(r.reduce((sum, n) => sum + n, 0));
      }),
    );
  });
});
