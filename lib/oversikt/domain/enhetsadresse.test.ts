import { expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { enhetsadresse } from '#lib/oversikt/domain/enhetsadresse.ts';

test('a unit leads to a page that the role may open, or nowhere', () => {
  const til = (rolle: Parameters<typeof enhetsadresse>[0], enhet: number | null = 2) => enhetsadresse(rolle, enhet, '2026-10' as Maned);
  expect(til('controller')).toBe('/avregning/2026-10/enhet/2');
  expect(til('bestillerleder')).toBe('/avregning/2026-10/enhet/2');
  expect(til('radmann')).toBe('/maneden?enhet=2&maned=2026-10');
  expect(til('politiker')).toBeNull();
  expect(til('controller', null)).toBeNull();
});
