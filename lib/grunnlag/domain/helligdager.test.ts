import { expect, test } from 'vitest';
import { helligdager } from './helligdager.ts';

test('the public holidays of 2026 follow Easter, 5 April', () => {
  expect(helligdager(2026)).toEqual([
    '2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2026-12-26',
  ]);
});

test('two holidays on one date are one day: Ascension on 1 May 2008', () => {
  expect(helligdager(2008).filter((d) => d === '2008-05-01')).toHaveLength(1);
});
