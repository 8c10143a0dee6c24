import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, brokFraDesimal, sammenlign, sumBrok, tilDesimal } from '#lib/core/brok.ts';
import { budsjettFraHistorikk, budsjettmangler, budsjettsum, demografifaktor, fordelPaManeder, type Historikkmaned, manedsbelop, sesongprofil } from './budsjettutkast.ts';

const gruppe = (navn: string, foer: number, etter: number, andel: number, behov = 0) => ({ navn, for: foer, etter, andelProsent: brok(andel), behovProsent: brok(behov) });
const aret = (ar: number, volum: (n: number) => number, pris = 60_000): Historikkmaned[] =>
  Array.from({ length: 12 }, (_, i) => ({ ar, nummer: i + 1, volum: brok(volum(i + 1)), belopOre: volum(i + 1) * pris }));
const tolv = <T>(v: T): T[] => Array.from({ length: 12 }, () => v);

describe('growth by age and need', () => {
  test('each age group counts with its share of the use: 60 % used by a group that grows a tenth is 6 % more', () => {
    expect(tilDesimal(demografifaktor([gruppe('0–79', 10_000, 10_000, 40), gruppe('80+', 500, 550, 60)]) ?? brok(0))).toBe('1.0600');
  });
  test('better health takes it down again', () => {
    expect(tilDesimal(demografifaktor([gruppe('80+', 500, 550, 100, -10)]) ?? brok(0))).toBe('0.9900');
  });
  test('shares that do not make a whole, and a group without inhabitants, have no factor', () => {
    expect(demografifaktor([gruppe('80+', 500, 550, 90)])).toBeNull();
    expect(demografifaktor([gruppe('80+', 0, 550, 100)])).toBeNull();
  });
});

describe('the season', () => {
  test('is each calendar month’s share of the years seen', () => {
    const profil = sesongprofil([...aret(2024, (n) => (n === 7 ? 50 : 100)), ...aret(2025, (n) => (n === 7 ? 50 : 100))]);
    expect(sammenlign(profil[6] ?? brok(0), brok(50, 1150))).toBe(0);
    expect(sammenlign(sumBrok(profil), brok(1))).toBe(0);
  });
  test('is even where a calendar month has never been seen', () => {
    expect(sesongprofil(aret(2025, () => 100).slice(0, 9)).every((a) => sammenlign(a, brok(1, 12)) === 0)).toBe(true);
  });
  test('never loses any of the year’s volume', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 12, maxLength: 12 }), (volum, vekter) => {
        const sum = vekter.reduce((a, b) => a + b, 0);
        const ut = fordelPaManeder(brok(volum, 10_000), vekter.map((v) => brok(v, sum)));
        expect(sammenlign(sumBrok(ut.map(brokFraDesimal)), brok(volum, 10_000))).toBe(0);
      }),
    );
  });
});

describe('a budget from what was delivered', () => {
  const linje = (maneder: Historikkmaned[]) => [{ ordningId: 1, komponent: 'time', enhetId: 2, maneder }];
  test('the year before, two per cent more, at the last price with price growth', () => {
    const [b] = budsjettFraHistorikk(linje(aret(2025, () => 100)), brok(102, 100), brok(3));
    expect(b?.volum).toEqual(tolv('102.0000'));
    expect(b?.prisOre).toEqual(tolv(61_800));
  });
  test('a line that started in the autumn is taken for a whole year', () => {
    const [b] = budsjettFraHistorikk(linje(aret(2025, () => 100).slice(8)), brok(1), brok(0));
    expect(sumBrok((b?.volum ?? []).map(brokFraDesimal))).toEqual(brok(1200));
  });
  test('a line with nothing in the last twelve months is gone', () => {
    expect(budsjettFraHistorikk([...linje(aret(2023, () => 100)), { ordningId: 1, komponent: 'besok', enhetId: 2, maneder: aret(2025, () => 1) }], brok(1), brok(0)).map((l) => l.komponent)).toEqual(['besok']);
  });
});

describe('sums', () => {
  const to = ['0.5', '0.5'].map((v, i) => ({ ordningId: 1, komponent: 'time', enhetId: i, volum: tolv(v), prisOre: tolv(1) }));
  test('one rounding per component and month: two halves of an øre are one øre, not two', () => {
    expect(manedsbelop(to)).toEqual(tolv(1));
    expect(budsjettsum({ linjer: to, enheter: [{ enhetId: 1, ore: tolv(5) }], poster: [{ post: 'EGENBETALING', ore: tolv(-2) }] })).toEqual({ bestillerOre: 12, enheterOre: 60, posterOre: -24 });
  });
  test('a volume without a price is a fault, never a price of nothing', () => {
    expect(budsjettmangler({ linjer: [{ ordningId: 1, komponent: 'time', enhetId: 1, volum: tolv('1'), prisOre: [...tolv(1).slice(1), 0] }], enheter: [], poster: [] })).toEqual(['PRIS_MANGLER']);
    expect(budsjettmangler({ linjer: [], enheter: [], poster: [] })).toEqual(['TOMT']);
    expect(budsjettmangler({ linjer: to, enheter: [], poster: [] })).toEqual([]);
  });
});
