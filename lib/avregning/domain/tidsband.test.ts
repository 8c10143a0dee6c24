import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dagnummer, dato, ukedagForDagnummer } from '#lib/core/dato.ts';
import { fraEpokeMinutt, klokkeMinutter, datoI, lokalTid, tilEpokeMinutt } from '#lib/core/oslo-tid.ts';
import type { EpokeMinutt, LokalTid } from '#lib/core/oslo-tid.ts';
import type { Tidsband } from '#lib/avregning/domain/avregning-inn.ts';
import { liggerIBand, minutterIBand } from '#lib/avregning/domain/tidsband.ts';

const INGEN = new Set<number>();
const band = (dager: number[], fra: string, til: string): Tidsband => {
  const minutt = (t: string) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3));
  return { kode: 'B', dager, fraMinutt: minutt(fra), tilMinutt: minutt(til) };
};
const natt = band([1, 2, 3, 4, 5, 6, 7], '22:00', '07:00');
const i = (b: Tidsband, start: string, minutter: number, fri: ReadonlySet<number> = INGEN) =>
  minutterIBand(b, lokalTid(start), minutter, fri);

describe('time bands', () => {
  test('a visit across the start of the night has the minutes after it in the band', () => {
    expect(i(natt, '2025-03-04T21:50', 30)).toBe(20);
    expect(i(natt, '2025-03-05T06:50', 30)).toBe(10);
    expect(liggerIBand(natt, lokalTid('2025-03-05T06:59'), INGEN)).toBe(true);
    expect(liggerIBand(natt, lokalTid('2025-03-05T07:00'), INGEN)).toBe(false);
  });

  test('a band that runs into the next day belongs to the day it starts on', () => {
    const fredag = band([5], '22:00', '07:00');
    expect(i(fredag, '2025-03-08T01:00', 60)).toBe(60);
    expect(i(fredag, '2025-03-07T01:00', 60)).toBe(0);
  });

  test('a holiday counts as a Sunday', () => {
    const sondag = band([7], '07:00', '22:00');
    expect(i(sondag, '2025-04-17T10:00', 30)).toBe(0);
    expect(i(sondag, '2025-04-17T10:00', 30, new Set([dagnummer(dato('2025-04-17'))]))).toBe(30);
  });

  test('minutes are those that really pass when the clock is moved', () => {
    const time2 = band([7], '02:00', '03:00');
    expect(i(time2, '2025-10-26T01:30', 180)).toBe(120);
    expect(i(time2, '2025-03-30T01:30', 180)).toBe(0);
    // the hour that does not exist is read in winter time, which is three o'clock on the wall
    expect(i(time2, '2025-03-30T02:15', 30)).toBe(0);
    expect(liggerIBand(time2, lokalTid('2025-03-30T02:15'), INGEN)).toBe(true);
  });

  test('from a time to the same time is the whole day', () => {
    expect(i(band([2], '08:00', '08:00'), '2025-03-05T06:00', 240)).toBe(120);
    expect(i(band([1, 2, 3, 4, 5, 6, 7], '00:00', '00:00'), '2025-03-30T00:00', 3000)).toBe(3000);
  });
});

/** The rule read aloud, minute by minute. */
function minuttForMinutt(b: Tidsband, start: LokalTid, minutter: number): number {
  let sum = 0;
  for (let n = 0; n < minutter; n += 1) {
    const vegg = fraEpokeMinutt((tilEpokeMinutt(start) + n) as EpokeMinutt);
    const dag = dagnummer(datoI(vegg));
    const klokke = klokkeMinutter(vegg);
    const har = (d: number) => b.dager.includes(ukedagForDagnummer(d));
    const inne =
      b.fraMinutt < b.tilMinutt
        ? har(dag) && b.fraMinutt <= klokke && klokke < b.tilMinutt
        : (har(dag) && klokke >= b.fraMinutt) || (har(dag - 1) && klokke < b.tilMinutt);
    if (inne) sum += 1;
  }
  return sum;
}

test('counting in stretches gives what counting minute by minute gives, also when the clock is moved', () => {
  const klokke = fc.integer({ min: 0, max: 1439 });
  const tid = fc
    .tuple(fc.constantFrom('2025-03-29', '2025-03-30', '2025-10-25', '2025-10-26', '2025-06-02'), klokke)
    .map(([d, k]) => lokalTid(`${d}T${String(Math.floor(k / 60)).padStart(2, '0')}:${String(k % 60).padStart(2, '0')}`));
  const bander = fc.record({
    kode: fc.constant('B'),
    dager: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
    fraMinutt: klokke,
    tilMinutt: klokke,
  });
  fc.assert(
    fc.property(bander, tid, fc.integer({ min: 0, max: 400 }), (b, start, minutter) => {
      expect(minutterIBand(b, start, minutter, INGEN)).toBe(minuttForMinutt(b, start, minutter));
    }),
  );
});
