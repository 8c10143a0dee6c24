import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AvregningInn } from '#lib/avregning/domain/avregning-inn.ts';
import { byggBesok, byggKomponent, byggPris, byggSak, byggTimer, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';
import { type Brolinje, lukkebro } from '#lib/avregning/domain/lukkebro.ts';
import { sakFor, sakssummer, type Sakssum } from '#lib/avregning/domain/lukkesak.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { type Ider, somSak } from './sett-inn.ts';
import { tilfeldigBesok, tilfeldigKommune, type TestKommune } from './tilfeldig-kommune.ts';

const MANED = '2025-02' as Maned;
const ider = (k: TestKommune): Ider => ({ kommune: 1, ordning: 1, controller: 1, godkjenner: 2, enheter: k.enheter.map((_, i) => i + 1), vedtak: k.vedtak.map((_, i) => i + 1), oppdrag: k.oppdrag.map((_, i) => i + 1) });
const sak = (k: TestKommune): AvregningInn => somSak(k, ider(k), MANED, [MANED]);

function summer(inn: AvregningInn): Map<string, Sakssum> {
  const svar = sakssummer(inn);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}

function broen(da: AvregningInn, na: AvregningInn, meldt = summer(da)): readonly Brolinje[] {
  const svar = lukkebro(da, na, meldt);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}

const sum = (tall: Iterable<number>): number => [...tall].reduce((a, b) => a + b, 0);

/** What a municipality can do to a month that was closed. */
const endringer = (k: TestKommune) =>
  fc.record({
    sene: fc.array(tilfeldigBesok(k.oppdrag.length), { maxLength: 5 }),
    snudd: fc.array(fc.nat(Math.max(0, k.besok.length - 1)), { maxLength: 4 }),
    rettet: fc.array(fc.nat(Math.max(0, k.besok.length - 1)), { maxLength: 4 }),
    slettet: fc.array(fc.nat(Math.max(0, k.besok.length - 1)), { maxLength: 3 }),
    pause: fc.option(fc.nat(k.vedtak.length - 1)),
    pris: fc.option(fc.integer({ min: -50, max: 900 })),
    regnskap: fc.option(fc.integer({ min: 1, max: 99_999 })),
    manuell: fc.option(fc.integer({ min: -9999, max: 9999 })),
    uavregnet: fc.integer({ min: -500, max: 500 }),
  });
type Endringer = typeof endringer extends (k: TestKommune) => fc.Arbitrary<infer T> ? T : never;

function endre(k: TestKommune, e: Endringer): AvregningInn {
  const da = sak(k);
  const pause = { fom: '2025-02-10' as Dato, tom: '2025-02-13' as Dato };
  const na: AvregningInn = sak({
    ...k,
    besok: [...k.besok, ...e.sene],
    vedtak: k.vedtak.map((v, i) => (i === e.pause ? { ...v, pauser: [pause] } : v)),
    priser: k.priser.map((p) => ({ ...p, ore: Math.max(1, p.ore + (e.pris ?? 0)) })),
  });
  const besok = na.besok
    .map((b, i) => ({ ...b, kvittert: e.snudd.includes(i) ? !b.kvittert : b.kvittert, minutter: e.rettet.includes(i) ? b.minutter + 7 : b.minutter }))
    .filter((_, i) => i >= k.besok.length || !e.slettet.includes(i));
  const enhet = da.enheter[0]?.id ?? '';
  return {
    ...na,
    besok,
    regnskap: e.regnskap === null ? na.regnskap : [...na.regnskap, { enhet, maned: MANED, funksjon: '254', art: '190', ore: ore(e.regnskap) }],
    manuelle: e.manuell === null ? [] : [{ id: '9', ordning: '1', enhet, gjelderManed: MANED, ore: ore(e.manuell) }],
  };
}

describe('the bridge from what a closed month was reported as, to what it is known to be', () => {
  test('its parts sum to the difference to the øre, key by key, and it ends at what the core makes of the facts of now', () => {
    fc.assert(
      fc.property(
        tilfeldigKommune.chain((k) => fc.tuple(fc.constant(k), endringer(k))),
        ([k, e]) => {
          const [da, na] = [sak(k), endre(k, e)];
          const meldt = summer(da);
          for (const [nokkel, rad] of [...meldt].slice(0, 1)) meldt.set(nokkel, { ...rad, belopOre: ore(rad.belopOre + e.uavregnet) });
          const linjer = broen(da, na, meldt);
          for (const l of linjer) expect(l.meldtOre + sum(Object.values(l.deler))).toBe(l.naOre);
          expect(sum(linjer.map((l) => l.meldtOre))).toBe(sum([...meldt.values()].map((l) => l.belopOre)));
          const naa = summer(na);
          expect(sum(linjer.map((l) => l.naOre))).toBe(sum([...naa.values()].map((l) => l.belopOre)));
          for (const l of linjer) expect(l.naOre).toBe(naa.get(JSON.stringify([l.ordning, l.enhet, l.komponent, l.vedtak]))?.belopOre ?? 0);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the same facts give no difference', () => {
    fc.assert(fc.property(tilfeldigKommune, (k) => {
      expect(broen(sak(k), sak(k)).every((l) => Object.keys(l.deler).length === 0)).toBe(true);
    }), { numRuns: 50 });
  });

  const time = byggKomponent('time', 'UTFORT_TID');
  const da = byggSak([time], { besok: [byggBesok('B1', '2025-03-03T08:00', 60), byggBesok('B2', '2025-03-04T08:00', 60, { kvittert: false })] });
  const naMed = (valg: Partial<AvregningInn>): AvregningInn => ({ ...da, ...valg });
  const deler = (na: AvregningInn) => broen(da, na)[0]?.deler;

  test('a visit registered late is a late visit, and they are counted', () => {
    const na = naMed({ besok: [...da.besok, byggBesok('B3', '2025-03-05T08:00', 30)] });
    expect(deler(na)).toEqual({ SENT_BESOK: 30_000 });
    expect(broen(da, na)[0]?.antall).toEqual({ SENT_BESOK: 1 });
  });

  test('a visit that waited for approval is a late approval', () => {
    expect(deler(naMed({ besok: da.besok.map((b) => ({ ...b, kvittert: true })) }))).toEqual({ SEN_GODKJENNING: 60_000 });
  });

  test('a visit with other minutes, or put aside, is a corrected visit', () => {
    expect(deler(naMed({ besok: da.besok.map((b) => ({ ...b, minutter: 30 })) }))).toEqual({ RETTET_BESOK: -30_000 });
    expect(deler(naMed({ besok: [] }))).toEqual({ RETTET_BESOK: -60_000 });
  });

  test('a vedtak that ended before the visit is a changed vedtak', () => {
    expect(deler(naMed({ vedtak: [byggVedtak('V1', { tom: '2025-03-01' as Dato, omfang: byggTimer(210) })] }))).toEqual({ VEDTAK: -60_000 });
  });

  test('a revised price is a price', () => {
    const na = naMed({ ordninger: [{ id: 'isf', enheter: null, fastledd: [], komponenter: [{ ...time, priser: [byggPris('KOMMUNAL', 61_000)] }] }] });
    expect(deler(na)).toEqual({ PRIS: 1_000 });
  });

  test('a manual line is a manual line, on a key of its own', () => {
    const na = naMed({ manuelle: [{ id: '4', ordning: 'isf', enhet: 'U1', gjelderManed: '2025-03' as Maned, ore: ore(-5_000) }] });
    expect(broen(da, na).find((l) => l.komponent === 'manuell/4')).toMatchObject({ meldtOre: 0, naOre: -5_000, deler: { MANUELL: -5_000 } });
  });

  test('a price that is missing now is said, and no figure is made of it', () => {
    const na = naMed({ ordninger: [{ id: 'isf', enheter: null, fastledd: [], komponenter: [{ ...time, priser: [] }] }] });
    expect(lukkebro(da, na, summer(da))).toMatchObject({ ok: false, feil: [{ komponent: 'time', maned: '2025-03' }] });
  });

  test('a case cut to one scheme and unit gives that unit’s lines and no others', () => {
    fc.assert(fc.property(tilfeldigKommune, (k) => {
      const hele = [...summer(sak(k)).values()];
      const enhet = sak(k).enheter[0]?.id ?? '';
      expect([...summer(sakFor(sak(k), '1', new Set([enhet]))).values()]).toEqual(hele.filter((l) => l.enhet === enhet));
    }), { numRuns: 100 });
  });
});
