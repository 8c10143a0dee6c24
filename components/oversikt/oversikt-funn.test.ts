import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';
import { oversiktFunn } from './oversikt-funn.ts';

function bilde(manedAvvik: number, aretAvvik: number, harBudsjett = true): Oversikt {
  const tall = (avvikOre: number) => ({ budsjettOre: ore(0), faktiskOre: ore(250_000_000), avvikOre: ore(avvikOre), volumOre: ore(avvikOre), miksOre: ore(0), prisOre: ore(0) });
  return { maned: maned('2026-10'), maneder: [], ar: 2026, manedenstall: tall(manedAvvik), hittil: tall(aretAvvik), kumulativt: [], enheter: [], harBudsjett };
}

describe('the heading says the finding', () => {
  test('a month and a year above the frame', () => {
    expect(oversiktFunn(bilde(120_000_000, 1_030_000_000))).toMatchObject({ nokkel: 'over', verdier: { maned: 'Oktober 2026', belop: '1,2\u00a0mill.\u00a0kr', hittil: '10,3\u00a0mill.\u00a0kr' } });
  });
  test('a month above in a year below is not called a bad year', () => {
    expect(oversiktFunn(bilde(120_000_000, -30_000_000)).nokkel).toBe('overMenUnder');
    expect(oversiktFunn(bilde(-120_000_000, 30_000_000)).nokkel).toBe('underMenOver');
  });
  test('the largest part in the direction of the deviation is named', () => {
    expect(oversiktFunn(bilde(1, 900_000_000)).ingress?.nokkel).toBe('volumOpp');
    expect(oversiktFunn(bilde(1, -900_000_000)).ingress?.nokkel).toBe('volumNed');
  });
  test('without a budget there is no deviation to speak of', () => {
    expect(oversiktFunn(bilde(120_000_000, 0, false))).toMatchObject({ nokkel: 'utenBudsjett', ingress: null });
  });
});
