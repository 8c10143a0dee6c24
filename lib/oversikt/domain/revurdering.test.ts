import { expect, test } from 'vitest';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import { strengere } from './revurdering.ts';

const SYV_TIMER: Omfang = { type: 'TIMER', minutter: 420, besok: 7, perUker: 1, deler: [{ tidsband: 'natt', minutter: 60, besok: 2 }] };

test('ti prosent strengere er ti prosent færre minutter, delene for seg, og like mange besøk', () => {
  expect(strengere(SYV_TIMER, 100)).toEqual({ ...SYV_TIMER, minutter: 378, deler: [{ tidsband: 'natt', minutter: 54, besok: 2 }] });
  expect(strengere({ type: 'ANTALL', antall: 5, perUker: 1 }, 200)).toEqual({ type: 'ANTALL', antall: 4, perUker: 1 });
});
test('ingen mister det siste minuttet, og en plass blir ikke mindre', () => {
  expect(strengere({ ...SYV_TIMER, minutter: 1, deler: [] }, 900)).toMatchObject({ minutter: 1 });
  const plass: Omfang = { type: 'PLASS', plasstype: 'LANGTID' };
  expect(strengere(plass, 500)).toBe(plass);
});
