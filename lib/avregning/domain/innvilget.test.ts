import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { dagnummer, dato, datoFraDagnummer } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import { inneholder } from '#lib/core/periode.ts';
import type { AvregningInn, Komponent, Oppdrag, Timer } from '#lib/avregning/domain/avregning-inn.ts';
import { byggKomponent, byggOppdrag, byggSak, byggTimer, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';
import { manedsintervall } from '#lib/avregning/domain/dagintervall.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { innvilgedeBesok, innvilgedeMinutter, innvilget } from '#lib/avregning/domain/innvilget.ts';

const mars = manedsintervall(maned('2025-03'));

function minutter(sak: AvregningInn, k: Komponent, oppdrag = 'O1'): Brok {
  const o = lagIndeks(sak).oppdrag.get(oppdrag);
  if (!o) throw new Error(oppdrag);
  return innvilgedeMinutter(innvilget(o, k, mars));
}

describe('granted minutes', () => {
  const time = byggKomponent('time', 'VEDTATT_TID');

  test('210 minutes a week are 30 a day, for each of the 31 days of March', () => {
    expect(minutter(byggSak([time]), time)).toEqual(brok(930));
  });

  test('days of a pause are taken out, once, unless the component pays them', () => {
    const pauser = [
      { fom: dato('2025-03-03'), tom: dato('2025-03-09') },
      { fom: dato('2025-03-09'), tom: dato('2025-03-10') },
    ];
    const sak = byggSak([time], { vedtak: [byggVedtak('V1', { pauser })] });
    expect(minutter(sak, time)).toEqual(brok(30 * 23));
    expect(minutter(sak, { ...time, trekkPause: false })).toEqual(brok(930));
  });

  test('a night patrol takes its part from the day zone on the days it is in force', () => {
    const omfang = byggTimer(210, { deler: [{ tidsband: 'NATT', minutter: 70, besok: 0 }] });
    const natt = byggOppdrag('O2', 'V1', { fom: dato('2025-03-11'), tidsband: ['NATT'] });
    const sak = byggSak([time], {
      vedtak: [byggVedtak('V1', { omfang })],
      oppdrag: [byggOppdrag('O1', 'V1'), natt],
    });
    expect(minutter(sak, time)).toEqual(brok(930 - 10 * 21));
    expect(minutter(sak, time, 'O2')).toEqual(brok(10 * 21));
    const iBandet = { ...time, tidsband: 'NATT' };
    expect(minutter(sak, iBandet)).toEqual(brok(10 * 10));
    expect(minutter(sak, iBandet, 'O2')).toEqual(brok(10 * 21));
  });

  test('an adjustment adds minutes per week until it is turned down, whatever the weeks of the vedtak', () => {
    const justering = {
      oppdrag: 'O1',
      fom: dato('2025-03-10'),
      tom: dato('2025-03-16'),
      minutter: 70,
      besok: 0,
      avslattFra: dato('2025-03-14'),
    };
    const omfang = byggTimer(210, { perUker: 2 });
    const sak = byggSak([time], { vedtak: [byggVedtak('V1', { omfang })], justeringer: [justering] });
    expect(minutter(sak, time)).toEqual(brok(15 * 31 + 10 * 4));
    expect(minutter(sak, { ...time, tidsband: 'NATT' })).toEqual(NULL_BROK);
  });
});

const DAG0 = dagnummer(dato('2025-02-25'));
const dag = fc.integer({ min: 0, max: 40 }).map((n) => datoFraDagnummer(DAG0 + n));
const periode = fc
  .tuple(dag, fc.option(dag))
  .map(([fom, tom]) => ({ fom, tom: tom !== null && tom < fom ? fom : tom }));
const kode = fc.constantFrom('NATT', 'HELG');
const saker = fc
  .record({
    vedtak: periode,
    pauser: fc.array(periode, { maxLength: 3 }),
    perUker: fc.integer({ min: 1, max: 4 }),
    natt: fc.integer({ min: 0, max: 50 }),
    helg: fc.integer({ min: 0, max: 50 }),
    hel: periode,
    delt: periode,
    andre: periode,
    justering: fc.record({ periode, avslattFra: fc.option(dag), minutter: fc.integer({ min: 0, max: 90 }) }),
    trekkPause: fc.boolean(),
    tidsband: fc.option(kode),
  })
  .map((r) => {
    const deler = [
      { tidsband: 'NATT', minutter: r.natt, besok: 1 },
      { tidsband: 'HELG', minutter: r.helg, besok: 2 },
    ];
    const omfang = byggTimer(200, { perUker: r.perUker, besok: 7, deler });
    const sak = byggSak([], {
      vedtak: [byggVedtak('V1', { ...r.vedtak, omfang, pauser: r.pauser })],
      oppdrag: [
        byggOppdrag('O1', 'V1', r.hel),
        byggOppdrag('O2', 'V1', { ...r.delt, tidsband: ['NATT'] }),
        byggOppdrag('O3', 'V1', { ...r.andre, tidsband: ['HELG'] }),
      ],
      justeringer: [
        {
          oppdrag: 'O1',
          ...r.justering.periode,
          minutter: r.justering.minutter,
          besok: 1,
          avslattFra: r.justering.avslattFra,
        },
      ],
    });
    const valg = { trekkPause: r.trekkPause, tidsband: r.tidsband };
    return { sak, omfang, komponent: byggKomponent('k', 'VEDTATT_TID', valg) };
  });

/** The rule read aloud, day by day. */
function dagForDag(sak: AvregningInn, omfang: Timer, k: Komponent, o: Oppdrag, felt: 'minutter' | 'besok'): Brok {
  const v = sak.vedtak[0];
  if (!v) throw new Error('V1');
  let sum = NULL_BROK;
  for (let n = mars.fra; n <= mars.til; n += 1) {
    const d = datoFraDagnummer(n);
    const iKraft = (x: Oppdrag) => inneholder(x, d) && inneholder(v, d);
    if (!iKraft(o) || (k.trekkPause && v.pauser.some((p) => inneholder(p, d)))) continue;
    const andres = sak.oppdrag.filter((x) => x.id !== o.id && iKraft(x)).flatMap((x) => x.tidsband ?? []);
    const dekker = (kodeI: string) => (o.tidsband === null ? !andres.includes(kodeI) : o.tidsband.includes(kodeI));
    let base = 0;
    if (k.tidsband === null && o.tidsband === null) base += omfang[felt];
    for (const del of omfang.deler) {
      if (k.tidsband === null) base += o.tidsband === null ? (dekker(del.tidsband) ? 0 : -del[felt]) : dekker(del.tidsband) ? del[felt] : 0;
      else if (k.tidsband === del.tidsband && dekker(del.tidsband)) base += del[felt];
    }
    sum = pluss(sum, brok(base, 7 * omfang.perUker));
    for (const j of k.tidsband === null ? sak.justeringer.filter((x) => x.oppdrag === o.id) : []) {
      if (inneholder(j, d) && (j.avslattFra === null || d < j.avslattFra)) sum = pluss(sum, brok(j[felt], 7));
    }
  }
  return sum;
}

test('counting in stretches of days gives what counting day by day gives', () => {
  fc.assert(
    fc.property(saker, ({ sak, omfang, komponent }) => {
      const ix = lagIndeks(sak);
      for (const o of sak.oppdrag) {
        const levering = ix.oppdrag.get(o.id);
        if (!levering) throw new Error(o.id);
        const i = innvilget(levering, komponent, mars);
        expect(innvilgedeMinutter(i)).toEqual(dagForDag(sak, omfang, komponent, o, 'minutter'));
        expect(innvilgedeBesok(i)).toEqual(dagForDag(sak, omfang, komponent, o, 'besok'));
      }
    }),
    { numRuns: 300 },
  );
});
