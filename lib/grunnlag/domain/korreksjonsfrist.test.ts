import { expect, test } from 'vitest';
import type { Dato } from '#lib/core/dato.ts';
import { fristdagFor, fristdagForAr, STANDARDFRIST, tolkKorreksjonsfrist } from '#lib/grunnlag/domain/korreksjonsfrist.ts';

test('a year is closed by the setting of its last day, whichever day one asks', () => {
  expect(fristdagForAr(2026)).toBe('2026-12-31');
  for (const dag of ['2027-01-01', '2027-01-31', '2027-12-31']) expect(fristdagFor(dag as Dato)).toBe(fristdagForAr(2026));
});

test('a setting that cannot be read is the default: through January', () => {
  for (const verdi of [null, 1, 'ja', {}, { manederEtterArsslutt: -1 }, { manederEtterArsslutt: 13 }, { manederEtterArsslutt: 1.5 }]) expect(tolkKorreksjonsfrist(verdi)).toBe(STANDARDFRIST);
  expect(tolkKorreksjonsfrist({ manederEtterArsslutt: 0 })).toEqual({ manederEtterArsslutt: 0 });
  expect(tolkKorreksjonsfrist({ manederEtterArsslutt: 12 })).toEqual({ manederEtterArsslutt: 12 });
});
