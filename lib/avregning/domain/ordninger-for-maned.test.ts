import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import type { Dekningsrad, Komponentrad, Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { ordningIdFra, ordningsrom } from './ordninger-for-maned.ts';

const m = (tekst: string) => tekst as Maned;
const dekning = (enhetId: number, tjeneste: string, fom = '2026-01', tom: string | null = null): Dekningsrad => ({ ordningId: 1, enhetId, tjeneste, fomManed: m(fom), tomManed: tom === null ? null : m(tom) });
const komponent = (kode: string, tjenester: string[], fom = '2026-01'): Komponentrad => ({ ordningId: 1, kode, navnNb: kode, navnNn: kode, volumkilde: 'VEDTATT_TID', tjenester, regler: {}, rekkefolge: 0, fomManed: m(fom), tomManed: null });
const bok = (dekninger: Dekningsrad[], komponenter: Komponentrad[]): Ordningsbok => ({
  ordninger: [{ id: 1, kode: 'o', navn: 'O', regler: {}, fomManed: m('2026-01'), tomManed: null }],
  dekning: dekninger,
  komponenter,
  fastledd: [],
  priser: [],
});

describe('the schemes of a month', () => {
  test('are one for all months where nothing changes', () => {
    const rom = ordningsrom(bok([dekning(1, 'A'), dekning(2, 'A')], [komponent('k', [])]), [m('2026-01'), m('2026-02')]);
    expect(rom).toHaveLength(1);
    expect(rom[0]?.ordninger).toMatchObject([{ id: '1', enheter: ['1', '2'], komponenter: [{ kode: 'k', tjenester: ['A'] }] }]);
  });
  test('are read anew from the month a component comes in', () => {
    const rom = ordningsrom(bok([dekning(1, 'A')], [komponent('k', []), komponent('ny', [], '2026-02')]), [m('2026-01'), m('2026-02')]);
    expect(rom.map((r) => r.ordninger[0]?.komponenter.map((k) => k.kode))).toEqual([['k'], ['k', 'ny']]);
  });
  test('keep a service at one unit from spreading to another that the scheme covers for less', () => {
    const [rom] = ordningsrom(bok([dekning(1, 'A'), dekning(1, 'B'), dekning(2, 'A')], [komponent('k', [])]), [m('2026-01')]);
    const hos = (enhet: string) => rom?.ordninger.find((o) => o.enheter?.includes(enhet))?.komponenter[0]?.tjenester;
    expect(hos('1')).toEqual(['A', 'B']);
    expect(hos('2')).toEqual(['A']);
    expect(new Set([1, 2].map((e) => rom?.idFor(1, e)))).toEqual(new Set(['1', '1#2']));
    expect(ordningIdFra('1#2')).toBe(1);
  });
  test('leave a component without services of the scheme to nobody', () => {
    const [rom] = ordningsrom(bok([dekning(1, 'A')], [komponent('k', ['B'])]), [m('2026-01')]);
    expect(rom?.ordninger[0]?.komponenter[0]?.tjenester).toEqual([]);
  });
});
