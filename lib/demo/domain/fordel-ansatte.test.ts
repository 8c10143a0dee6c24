import { describe, expect, test } from 'vitest';
import { fordelAnsatte } from './fordel-ansatte.ts';
import type { BesokRad } from './tabeller.ts';

function besok(id: number, start: string, minutter: number): BesokRad {
  return { id, enhet_id: 2, dato: '2026-11-09', start: `2026-11-09T${start}:00+01:00`, minutter, kilde: 'FELT', registrert: '', registrert_av: 1, ansatt_id: 1 } as unknown as BesokRad;
}
const stab = new Map([[2, [11, 12, 13, 14]]]);

describe('the demo’s day is given to people who can be there', () => {
  test('nobody is two places at once', () => {
    const dag = Array.from({ length: 12 }, (_, i) => besok(i, `08:${String((i * 7) % 60).padStart(2, '0')}`, 20));
    fordelAnsatte(dag, stab);
    const perAnsatt = Map.groupBy(dag, (rad) => rad.ansatt_id);
    expect(perAnsatt.size).toBe(4);
    for (const egne of perAnsatt.values()) {
      const sortert = egne.map((rad) => Date.parse(String(rad.start)) / 60_000).toSorted((a, b) => a - b);
      const tette = sortert.filter((start, i) => i > 0 && start < (sortert[i - 1] ?? 0) + 20);
      expect(tette).toEqual([]);
    }
  });

  test('a quiet day has no overlap at all, and who registered is who was there', () => {
    const dag = [besok(1, '08:00', 30), besok(2, '08:10', 30), besok(3, '09:00', 15)];
    fordelAnsatte(dag, stab);
    expect(new Set(dag.slice(0, 2).map((rad) => rad.ansatt_id)).size).toBe(2);
    for (const rad of dag) expect(rad.registrert_av).toBe(rad.ansatt_id);
  });
});
