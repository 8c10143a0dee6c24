import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Oversikt } from '#lib/oversikt/oversikt-view.ts';
import { kursfunn, oversiktFunn } from './oversikt-funn.ts';

function bilde(manedAvvik: number, aretAvvik: number, harBudsjett = true): Oversikt {
  const tall = (avvikOre: number) => ({ budsjettOre: ore(0), faktiskOre: ore(250_000_000), avvikOre: ore(avvikOre), volumOre: ore(avvikOre), miksOre: ore(0), prisOre: ore(0) });
  return { maned: maned('2026-10'), maneder: [], ar: 2026, manedenstall: tall(manedAvvik), hittil: tall(aretAvvik), kumulativt: [], enheter: [], utforerOre: null, harBudsjett };
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

describe('are we on course', () => {
  const kurs = (ore: number, lavOre: number, hoyOre: number, harBudsjett = true) => {
    const tall = { ore, lavOre, hoyOre };
    return kursfunn({ ar: 2026, harBudsjett, sum: { grupper: [], hittilOre: 0, budsjettOre: 0, aret: tall, avvik: tall, maneder: [] } });
  };
  test('no and yes only when the whole interval is on that side', () => {
    expect(kurs(790_000_000, 710_000_000, 880_000_000)).toEqual({ nokkel: 'over', verdier: { ar: '2026', belop: '7,9\u00a0mill.\u00a0kr' } });
    expect(kurs(-790_000_000, -880_000_000, -1)?.nokkel).toBe('under');
  });
  test('an interval that holds the frame is said to be uncertain, on the side of the figure', () => {
    expect(kurs(50_000_000, -10_000_000, 110_000_000)?.nokkel).toBe('uvisstOver');
    expect(kurs(-50_000_000, -110_000_000, 0)?.nokkel).toBe('uvisstUnder');
    expect(kurs(0, -1, 1)?.nokkel).toBe('uvisst');
  });
  test('without a budget the month speaks', () => {
    expect(kurs(1, 1, 1, false)).toBeNull();
  });
});
