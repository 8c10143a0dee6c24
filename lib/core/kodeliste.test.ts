import { expect, test } from 'vitest';
import { kodeErIListe } from '#lib/core/kodeliste.ts';

test('an art is in a list when it is named or lies in a range of its own length', () => {
  const liste = ['190', '010-099'];
  expect(['190', '010', '055', '099'].every((k) => kodeErIListe(k, liste))).toBe(true);
  expect(['191', '100', '05', '0550', ''].some((k) => kodeErIListe(k, liste))).toBe(false);
});
