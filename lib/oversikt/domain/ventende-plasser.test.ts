import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { bareSummen, ventelistetall } from './ventende-plasser.ts';

const liste = (langtid: number, forsterket: number) =>
  ventelistetall([{ plasstype: 'LANGTID', antall: langtid, dognOre: brok(300_000) }, { plasstype: 'FORSTERKET', antall: forsterket, dognOre: null }], 10);

describe('what the waiting list would cost', () => {
  test('four for ten nights at 3 000 kr are 120 000 kr, and one without a price is counted, not priced', () => {
    expect(liste(4, 1)).toMatchObject({ antall: 5, ore: 12_000_000, utenPris: 1, typer: [{ ore: 12_000_000 }, { ore: null }] });
  });
  test('each kind is rounded once', () => {
    expect(ventelistetall([{ plasstype: 'LANGTID', antall: 1, dognOre: brok(1, 3) }, { plasstype: 'KORTTID', antall: 1, dognOre: brok(1, 2) }], 1).ore).toBe(1);
  });
  test('nobody waits', () => {
    expect(bareSummen(ventelistetall([], 10))).toEqual({ antall: 0, ore: 0, utenPris: 0, typer: [] });
  });
});

describe('to one who sees sums only', () => {
  test('four are few: nothing', () => expect(bareSummen(liste(4, 0))).toBeNull());
  test('six are shown without their kinds', () => expect(bareSummen(liste(6, 0))).toEqual({ antall: 6, ore: 18_000_000, utenPris: 0, typer: [] }));
  test('where only four of six have a price, how many wait is shown, and no kroner', () => expect(bareSummen(liste(4, 2))).toEqual({ antall: 6, ore: 0, utenPris: 6, typer: [] }));
});
