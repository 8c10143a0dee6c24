import { expect, test } from 'vitest';
import { arssluttfunn } from '#lib/avvik/arsslutt-view.ts';
import type { Maned } from '#lib/core/maned.ts';

const ar = { erOver: true, til: '2025-12' as Maned, enheter: 2, resultatOre: -500, akkumulertOre: -400, venter: null, avgjort: null, hindringer: [] };

test('a year that runs has a provisional result, to the last settled month', () => {
  expect(arssluttfunn({ ...ar, erOver: false, til: '2026-10' as Maned })).toEqual({ nokkel: 'forelopigUnder', belopOre: 500, til: '2026-10' });
  expect(arssluttfunn({ ...ar, erOver: false, resultatOre: 0 })).toMatchObject({ nokkel: 'forelopigOver' });
});
test('no settled month: nothing to say yet', () => expect(arssluttfunn({ ...ar, til: null })).toEqual({ nokkel: 'tomt' }));
test('what waits is said before what was decided', () => {
  const avgjort = { slag: 'VEDTAK', akkumulertOre: 7 } as const;
  expect(arssluttfunn({ ...ar, avgjort, venter: { slag: 'RETTING', akkumulertOre: 3 } })).toEqual({ nokkel: 'venter', belopOre: 3 });
  expect(arssluttfunn({ ...ar, avgjort, venter: { slag: 'TILBAKEFORING', akkumulertOre: 0 } })).toMatchObject({ nokkel: 'venterTilbakeforing' });
  expect(arssluttfunn({ ...ar, avgjort })).toEqual({ nokkel: 'avgjort', belopOre: 7 });
  expect(arssluttfunn({ ...ar, avgjort: { slag: 'TILBAKEFORING', akkumulertOre: 0 } })).toMatchObject({ nokkel: 'tilbakefort' });
});
test('hindrances are counted, and without them the year is ready', () => {
  expect(arssluttfunn({ ...ar, hindringer: [{ grunn: 'INGEN_REGEL' }] })).toEqual({ nokkel: 'hindret', antall: 1 });
  expect(arssluttfunn(ar)).toEqual({ nokkel: 'klart', belopOre: -400 });
});
