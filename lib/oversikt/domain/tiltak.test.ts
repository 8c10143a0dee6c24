import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { avrundTilTall, brok } from '#lib/core/brok.ts';
import { type Dato, dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import type { Arspris, Lopende } from './bundet.ts';
import { regnTiltak, type Tiltak, tolvManeder } from './tiltak.ts';

const timer = (minutter: number): Omfang => ({ type: 'TIMER', minutter, besok: 7, perUker: 1, deler: [] });
const lopende = (id: number, omfang: Omfang, mer: Partial<Lopende> = {}): Lopende => ({
  vedtakId: id, nummer: `V-${id}`, pseudonym: `M-${id}`, tjeneste: 'HJELP', fom: dato('2026-01-01'), tom: null, omfang,
  deler: [{ fom: dato('2026-01-01'), tom: (mer.tom ?? null) as Dato | null, enhetId: 1, egneBand: [], andresBand: [] }], ...mer,
});
/** 365 øre a year for a minute a week: 1 øre a day. */
const pris: Arspris = (_, __, o) => (o.type === 'TIMER' ? avrundTilTall(brok(o.minutter * 365, o.perUker)) : o.type === 'PLASS' ? 365_000 : null);
const tiltak = (mer: Partial<Tiltak>): Tiltak => ({ tjenester: ['HJELP'], promille: 0, mottakere: 0, prisPromille: 0, fra: dato('2026-12-01'), overManeder: 1, ...mer });
const DES_JAN = [maned('2026-12'), maned('2027-01')];

describe('stricter granting', () => {
  test('ten per cent less of 1 000 minutes is 100 øre a day', () => {
    const r = regnTiltak([lopende(1, timer(1000))], pris, tiltak({ promille: 100 }), DES_JAN);
    expect(r.perManed).toEqual([-3100, -3100]);
    expect(r.rader[0]?.minutterPerUke).toEqual(brok(-100));
  });
  test('in over two months: half in the first, all from the second', () => {
    expect(regnTiltak([lopende(1, timer(1000))], pris, tiltak({ promille: 100, overManeder: 2 }), DES_JAN).perManed).toEqual([-1550, -3100]);
  });
  test('from the sixteenth: only the days after', () => {
    expect(regnTiltak([lopende(1, timer(1000))], pris, tiltak({ promille: 100, fra: dato('2026-12-16') }), DES_JAN).perManed).toEqual([-1600, -3100]);
  });
  test('a vedtak that ends saves nothing after its end', () => {
    expect(regnTiltak([lopende(1, timer(1000), { tom: dato('2026-12-10') })], pris, tiltak({ promille: 100 }), DES_JAN).perManed).toEqual([-1000, 0]);
  });
  test('other services are left alone', () => {
    expect(regnTiltak([lopende(1, timer(1000), { tjeneste: 'ANNET' })], pris, tiltak({ promille: 100 }), DES_JAN).rader).toEqual([]);
  });
  test('a place cannot be ten per cent less: it is counted, not cut', () => {
    const r = regnTiltak([lopende(1, { type: 'PLASS', plasstype: 'LANGTID' })], pris, tiltak({ promille: 100 }), DES_JAN);
    expect([r.rader.length, r.utenMengde]).toEqual([0, 1]);
  });
  test('what has no price is counted and never taken as 0', () => {
    const r = regnTiltak([lopende(1, timer(1000)), lopende(2, timer(500))], (e, t, o) => (o.type === 'TIMER' && o.minutter === 500 ? 'MANGLER' : pris(e, t, o)), tiltak({ promille: 100 }), DES_JAN);
    expect([r.rader.length, r.utenPris]).toEqual([1, 1]);
  });
});

describe('fewer and more recipients', () => {
  const tre = [lopende(1, timer(300)), lopende(2, timer(100)), lopende(3, timer(200))];
  test('those with the least help are counted out first, with all they have of the services', () => {
    const r = regnTiltak([...tre, lopende(4, timer(50), { pseudonym: 'M-3' })], pris, tiltak({ mottakere: -2 }), DES_JAN);
    expect(r.rader.map((x) => [x.vedtak?.vedtakId, x.slag])).toEqual([[2, 'SLUTT'], [3, 'SLUTT'], [4, 'SLUTT']]);
    expect(r.perManed[0]).toBe(-(100 + 200 + 50) * 31);
  });
  test('more come at the mean of those in force', () => {
    const r = regnTiltak(tre, pris, tiltak({ mottakere: 2 }), DES_JAN);
    expect(r.rader.map((x) => x.slag)).toEqual(['NY', 'NY']);
    expect(r.perManed[0]).toBe(2 * 200 * 31);
  });
  test('fewer, and the rest stricter', () => {
    expect(regnTiltak(tre, pris, tiltak({ mottakere: -1, promille: 100 }), DES_JAN).perManed[0]).toBe(-(100 + 30 + 20) * 31);
  });
});

test('the price is taken of what is left after the granting', () => {
  const r = regnTiltak([lopende(1, timer(1000))], pris, tiltak({ promille: 100, prisPromille: 100 }), DES_JAN);
  expect(r.rader[0]?.prisPerManed[0]).toBe(-0.1 * 900 * 31);
});

test('nothing asked: nothing changes', () => {
  expect(regnTiltak([lopende(1, timer(1000))], pris, tiltak({}), DES_JAN)).toMatchObject({ rader: [], ore: 0 });
});

test('nobody loses the last minute to a percentage', () => {
  expect(regnTiltak([lopende(1, timer(1000))], pris, tiltak({ promille: 1000 }), DES_JAN).perManed[0]).toBe(-999 * 31);
});

test('wrong measures are refused', () => {
  expect(() => regnTiltak([], pris, tiltak({ promille: 1001 }), DES_JAN)).toThrow(RangeError);
  expect(() => regnTiltak([], pris, tiltak({ overManeder: 0 }), DES_JAN)).toThrow(RangeError);
});

test('the total is the sum of the list to the øre, whatever the measure', () => {
  const ett = fc.record({ minutter: fc.integer({ min: 1, max: 3000 }), hvem: fc.integer({ min: 1, max: 9 }), slutt: fc.option(fc.integer({ min: 1, max: 28 })) });
  fc.assert(
    fc.property(fc.array(ett, { maxLength: 20 }), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -6, max: 6 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 14 }), (alle, promille, mottakere, prisPromille, overManeder) => {
      const vedtak = alle.map((v, i) => lopende(i, timer(v.minutter), { pseudonym: `M-${v.hvem}`, tom: v.slutt === null ? null : dato(`2027-02-${String(v.slutt).padStart(2, '0')}`) }));
      const t = tiltak({ promille, mottakere, prisPromille, overManeder, fra: dato('2026-12-07') });
      const r = regnTiltak(vedtak, pris, t, tolvManeder(t.fra));
      expect(r.rader.reduce((s, x) => s + x.ore, 0)).toBe(r.ore);
      expect(r.perManed.reduce((s, x) => s + x, 0)).toBe(r.ore);
      if (mottakere <= 0) expect(r.ore).toBeLessThanOrEqual(0);
    }),
  );
});
