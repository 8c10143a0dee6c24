import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { leddskjerming, skjermetOverPerioder, type Plassert } from './avviksskjerming.ts';

const celle = (rad: string, kolonne: string, antall: number, ore = 1000 * antall) => ({ rad, kolonne, ore, antall, storsteOre: antall === 0 ? 0 : Math.ceil(ore / antall) });
const STORE = [celle('Nord', 'NY', 20), celle('Nord', 'OKT', 30), celle('Sør', 'NY', 21), celle('Sør', 'OKT', 31), celle('Øst', 'NY', 22), celle('Øst', 'OKT', 32)];

const skjermetOversikt = (celler: readonly Plassert[]) => skjermetOverPerioder([celler]);

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

describe('units by component', () => {
  const tall = (enhetId: number, komponent: string) => ({ maned: maned('2026-01'), ordningId: 1, komponent, enhetId, budsjettVolum: brok(1), budsjettPrisOre: ore(1), faktiskVolum: brok(1), faktiskBelopOre: ore(1), antallVedtak: 9 });
  const bak = (enhetId: number, komponent: string, mottakere: number, storsteOre = 100) => ({ enhetId, komponent, mottakere, belopOre: mottakere * 100, storsteOre });
  test('a unit that one recipient dominates is hidden, and one more with it', () => {
    const vises = leddskjerming([1, 2, 3].map((e) => tall(e, 'time')), [[bak(1, 'time', 30), bak(2, 'time', 40), bak(3, 'time', 20, 1_900)]]);
    expect(vises('3', '1/time')).toBe(false);
    expect([1, 2].filter((e) => !vises(String(e), '1/time'))).toEqual([1]);
    expect(vises(null, '1/time') && vises(null, null)).toBe(true);
  });
  test('what nobody stands behind is not hidden', () => {
    expect(leddskjerming([tall(1, 'ramme/natt')], [[]])('1', '1/ramme/natt')).toBe(true);
  });
  test('few in one month is hidden in all of them, and in their sum', () => {
    const vises = leddskjerming([1, 2, 3].map((e) => tall(e, 'time')), [[bak(1, 'time', 30), bak(2, 'time', 40), bak(3, 'time', 20)], [bak(1, 'time', 30), bak(2, 'time', 40), bak(3, 'time', 4)]]);
    expect(vises('3', '1/time')).toBe(false);
  });
});
