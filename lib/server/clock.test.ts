import { expect, test } from 'vitest';
import { iDag } from '#lib/server/clock.ts';

test('the day is Norway’s, also when the machine’s is another', () => {
  expect(iDag(new Date('2026-06-30T21:59:59Z'))).toBe('2026-06-30');
  expect(iDag(new Date('2026-06-30T22:00:00Z'))).toBe('2026-07-01');
  expect(iDag(new Date('2026-12-31T22:59:59Z'))).toBe('2026-12-31');
  expect(iDag(new Date('2026-12-31T23:00:00Z'))).toBe('2027-01-01');
});
