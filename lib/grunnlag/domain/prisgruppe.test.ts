import { expect, test } from 'vitest';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

test('a price group reads as words', () => {
  expect(['KOMMUNAL', 'PRIVAT', 'SMÅ_ENHETER', '–'].map(prisgruppenavn)).toEqual(['kommunal', 'privat', 'små enheter', '–']);
});
