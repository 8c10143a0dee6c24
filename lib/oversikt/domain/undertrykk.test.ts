import { expect, test } from 'vitest';
import { undertrykk } from './undertrykk.ts';

test.each([
  [[10, 20], [false, false]],
  [[4, 20, 9], [true, false, true]],
  [[4, 3, 9], [true, true, false]],
  [[0, 12], [false, false]],
  [[2], [true]],
])('%j → %j', (antall, skjult) => expect(undertrykk(antall)).toEqual(skjult));
