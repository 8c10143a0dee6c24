import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { avviksfunn, periodeverdier } from './avvik-funn.ts';

const sum = (volum: number, miks: number, pris: number) => ({ budsjettOre: ore(0), faktiskOre: ore(500_000_000), avvikOre: ore(volum + miks + pris), volumOre: ore(volum), miksOre: ore(miks), prisOre: ore(pris) });

describe('what the board says first', () => {
  test('over, and the part that pulls most upwards', () => {
    expect(avviksfunn({ sum: sum(300_000_000, -500_000_000, 400_000_000), harBudsjett: true })).toMatchObject({ nokkel: 'over', arsak: 'prisOpp' });
  });
  test('under, and the part that pulls most downwards, without a sign', () => {
    const funn = avviksfunn({ sum: sum(-300_000_000, 100_000_000, 0), harBudsjett: true });
    expect(funn).toMatchObject({ nokkel: 'under', arsak: 'volumNed' });
    expect(funn.belop).toMatch(/^2,0/);
  });
  test('without a budget there is a cost and no deviation', () => {
    expect(avviksfunn({ sum: sum(1, 0, 0), harBudsjett: false }).nokkel).toBe('utenBudsjett');
  });
  test('a tertial of one month is that month', () => {
    const utvalg = { maned: maned('2026-09'), periode: 'tertial', enhetId: null, gruppe: null } as const;
    expect(periodeverdier({ fra: maned('2026-09'), utvalg }).nokkel).toBe('maned');
    expect(periodeverdier({ fra: maned('2026-09'), utvalg: { ...utvalg, maned: maned('2026-10') } })).toMatchObject({ nokkel: 'tertial', verdier: { fra: 'September', til: 'oktober', ar: '2026' } });
  });
});
