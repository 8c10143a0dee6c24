import { describe, expect, test } from 'vitest';
import { lesVarselgrense, styringsvarsler } from './styringsvarsler.ts';

const rad = (slag: 'ARET' | 'GRUPPE' | 'ENHET', navn: string, budsjettOre: number, avvikOre: number) => ({ slag, navn: [navn], budsjettOre, avvikOre });

describe('warnings of the frame', () => {
  test('from the threshold and up, the whole year first, then the largest', () => {
    const ut = styringsvarsler([rad('ENHET', 'Nord', 1_000, 20), rad('GRUPPE', 'sykehjem', 10_000, 150), rad('ARET', '', 100_000, 1_000), rad('ENHET', 'Sør', 1_000, 9)], 10);
    expect(ut.map((v) => [v.slag, v.navn[0], v.promille])).toEqual([['ARET', '', 10], ['GRUPPE', 'sykehjem', 15], ['ENHET', 'Nord', 20]]);
  });
  test('under the frame, just below the threshold and without a frame are no warnings', () => {
    expect(styringsvarsler([rad('ENHET', 'a', 1_000, -500), rad('ENHET', 'b', 100_000, 999), rad('ENHET', 'c', 0, 10)], 10)).toEqual([]);
  });
  test('at zero every overrun is a warning, and what cannot be read is the standard', () => {
    expect(styringsvarsler([rad('ENHET', 'a', 1_000, 1)], 0)).toHaveLength(1);
    expect([lesVarselgrense({ promille: 25 }), lesVarselgrense({ promille: 0 }), lesVarselgrense(null), lesVarselgrense({ promille: 'x' })]).toEqual([25, 0, 10, 10]);
  });
});
