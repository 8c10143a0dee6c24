import { expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { alternativer, overGrensen, prisFor, tomtSkjema } from '#lib/vedtak/nytt-vedtak-view.ts';
import type { NyttVedtakView, Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';

const time = (ore: number | null) => [{ ordningId: 1, kode: 'time', navn: 'Time', volumkilde: 'VEDTATT_TID', tidsband: null, plasstyper: [], ore, oreVedNiva: {} }];
const enhet = (id: number, navn: string) => ({ id, navn, eierform: 'KOMMUNAL' });
const view: NyttVedtakView = {
  idag: dato('2026-11-22'),
  mottaker: { id: 1, navn: 'Solveig Haugland', alder: 84, versjon: 1 },
  tjenester: [{ kode: 'HJEMMESYKEPLEIE', navn: 'Hjemmesykepleie', volumenhet: 'TIMER', hjemmel: 'hol § 3-2', enheter: [enhet(2, 'Nord'), enhet(3, 'Sør'), enhet(4, 'Uten pris')], tidsband: [] }],
  gjeldende: [],
  priser: { '2/HJEMMESYKEPLEIE': time(66_800), '3/HJEMMESYKEPLEIE': time(60_000), '4/HJEMMESYKEPLEIE': time(null) },
  grenseOre: 20_000_000,
};
const timer = (minutter: number) => ({ type: 'TIMER', minutter, besok: 0, perUker: 1, deler: [] }) as const;
const over = (minutter: number, enhetId = 2) => overGrensen(view, prisFor(view, 'HJEMMESYKEPLEIE', enhetId, timer(minutter)));

test('over grensen er over, og en pris som mangler, er ikke under', () => {
  // 5 hours a week at 668 kr are 174 157 kr a year, 6 hours 208 989 kr
  expect([over(300), over(360), over(60, 4)]).toEqual([false, true, true]);
  expect(overGrensen({ ...view, grenseOre: null }, prisFor(view, 'HJEMMESYKEPLEIE', 2, timer(6000)))).toBe(false);
});

test('alternativene er litt mindre og litt mer her, og det samme hos de andre som har pris', () => {
  const u: Utfylt = { ...tomtSkjema('22.11.2026'), tjeneste: 'HJEMMESYKEPLEIE', volumenhet: 'TIMER', timer: '5', enhet: '2' };
  expect(alternativer(view, u).map((a) => [a.enhet, a.omfang.type === 'TIMER' ? a.omfang.minutter : 0])).toEqual([['Nord', 240], ['Nord', 360], ['Sør', 300]]);
  expect(alternativer(view, { ...u, enhet: '' })).toEqual([]);
});
