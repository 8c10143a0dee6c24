import { describe, expect, test } from 'vitest';
import { skjermetOversikt } from './avviksskjerming.ts';

const celle = (rad: string, kolonne: string, antall: number, ore = 1000 * antall) => ({ rad, kolonne, ore, antall, storsteOre: antall === 0 ? 0 : Math.ceil(ore / antall) });
const STORE = [celle('Nord', 'NY', 20), celle('Nord', 'OKT', 30), celle('Sør', 'NY', 21), celle('Sør', 'OKT', 31), celle('Øst', 'NY', 22), celle('Øst', 'OKT', 32)];

describe('what the rådmann sees of units and causes', () => {
  test('all of it where many stand behind everything', () => {
    const vises = skjermetOversikt(STORE);
    expect(['Nord', 'Sør', 'Øst'].every((r) => vises(r, 'NY') && vises(r, null))).toBe(true);
  });
  test('one new recipient at a unit is hidden, with others beside and below, and the municipality’s sum stands', () => {
    const vises = skjermetOversikt([...STORE, celle('Vest', 'NY', 1), celle('Vest', 'OKT', 40)]);
    expect(vises('Vest', 'NY')).toBe(false);
    expect(vises('Vest', 'OKT') && vises('Vest', null)).toBe(false);
    expect(['Nord', 'Sør', 'Øst'].filter((r) => !vises(r, 'NY'))).toHaveLength(1);
    expect(vises(null, 'NY')).toBe(true);
  });
  test('a unit of two recipients has no figures, and neither has the one it could be found by', () => {
    const vises = skjermetOversikt([...STORE, celle('Vest', 'NY', 2), celle('Vest', 'OKT', 2)]);
    expect([vises('Vest', null), vises('Vest', 'NY'), vises('Vest', 'OKT')]).toEqual([false, false, false]);
    expect(vises(null, null)).toBe(true);
    expect(['Nord', 'Sør', 'Øst'].some((r) => !vises(r, null))).toBe(true);
  });
});
