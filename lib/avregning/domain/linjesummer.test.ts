import { expect, test } from 'vitest';
import { brok, tilDesimal } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Linje } from './avregning-inn.ts';
import { summerLinjer } from './linjesummer.ts';

const maned = '2025-03' as Maned;
const linje = (vedtak: string | null, volum: number, belop: number): { linje: Linje; ordningId: number } => ({
  ordningId: 4,
  linje: { ordning: '4#2', enhet: '1', komponent: 'time', vedtak, gjelderManed: maned, bokfortManed: maned, volum: brok(volum, 10_000), prisOre: ore(1), belopOre: ore(belop) },
});

test('lines are summed by scheme, unit, component, service and months, and a vedtak is counted once', () => {
  const summer = summerLinjer([linje('7', 5000, 10), linje('8', 2500, 20), linje('7', 1, 1), linje('9', 10_000, 5), linje(null, 10_000, 3)], new Map([['7', 'A'], ['8', 'A'], ['9', 'B']]));
  expect(summer.map((s) => [s.ordningId, s.tjeneste, s.antallVedtak, tilDesimal(s.volum), s.belopOre])).toEqual([
    [4, 'A', 2, '0.7501', 31],
    [4, 'B', 1, '1.0000', 5],
    [4, null, 0, '1.0000', 3],
  ]);
});
