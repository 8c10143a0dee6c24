import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, pluss, sammenlign, tilDesimal } from '#lib/core/brok.ts';
import { dagnummer, dato, datoFraDagnummer } from '#lib/core/dato.ts';
import { maned, manederFraTil } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { AvregningInn, Besok, Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { BESOKSKATEGORIER } from '#lib/avregning/domain/avregning-inn.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import type { AvregningUt } from '#lib/avregning/domain/beregn-avregning.ts';
import {
  byggBesok,
  byggEnhet,
  byggKomponent,
  byggOppdrag,
  byggPris,
  byggSak,
  byggTimer,
  byggVedtak,
} from '#lib/avregning/domain/bygg-sak.ts';
import { manedsandel } from '#lib/avregning/domain/fastledd.ts';
import { forklar } from '#lib/avregning/domain/forklar.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { mal } from '#lib/avregning/domain/mal.ts';
import { samle } from '#lib/avregning/domain/samle.ts';

const APNE = manederFraTil(maned('2025-01'), maned('2025-04'));
const DAG0 = dagnummer(dato('2025-01-01'));
const dag = fc.integer({ min: 0, max: 119 }).map((n) => datoFraDagnummer(DAG0 + n));

const besok = fc
  .record({
    oppdrag: fc.constantFrom('O1', 'O2', 'O3', 'O4', 'O9'),
    dag,
    time: fc.integer({ min: 10, max: 23 }),
    minutter: fc.integer({ min: 0, max: 300 }),
    planlagt: fc.option(fc.integer({ min: 0, max: 120 })),
    kategori: fc.constantFrom(...BESOKSKATEGORIER),
    kvittert: fc.boolean(),
  })
  .map((b) => {
    const valg = { oppdrag: b.oppdrag, planlagtMinutter: b.planlagt, kategori: b.kategori, kvittert: b.kvittert };
    return byggBesok('', `${b.dag}T${b.time}:40`, b.minutter, valg);
  });

const priser = fc
  .tuple(fc.integer({ min: 1, max: 99999 }), fc.integer({ min: 1, max: 99999 }))
  .map(([k, p]) => [byggPris('KOMMUNAL', k), byggPris('PRIVAT', p)]);

const saker = fc
  .record({
    besok: fc.array(besok, { maxLength: 30 }),
    priser,
    minutter: fc.integer({ min: 0, max: 900 }),
    slutt: fc.option(dag),
    skifte: dag,
    pause: fc.tuple(dag, dag).map(([a, b]) => (a < b ? { fom: a, tom: b } : { fom: b, tom: a })),
    tak: fc.constantFrom('MANED', 'UKE', 'AR'),
  })
  .map((r): AvregningInn => {
    const kategorier = [{ kategori: 'BOMTUR', andel: brok(1, 3), grunnlag: 'PLANLAGT' }] as const;
    const felles = { priser: r.priser };
    const komponenter = [
      byggKomponent('besok', 'BESOK', { ...felles, kategorier }),
      byggKomponent('bruker', 'BRUKERE_MANED', felles),
      byggKomponent('natt', 'UTFORT_TID', { ...felles, tidsband: 'NATT' }),
      byggKomponent('time', 'UTFORT_TID_MAKS_VEDTATT', { ...felles, tak: { faktor: brok(11, 10), periode: r.tak } }),
      byggKomponent('vedtatt', 'VEDTATT_TID', felles),
    ];
    const omfang = byggTimer(r.minutter, { perUker: 3 });
    return byggSak(komponenter, {
      maned: maned('2025-04'),
      apneManeder: APNE,
      tidsband: [{ kode: 'NATT', dager: [1, 2, 3, 4, 5, 6, 7], fraMinutt: 22 * 60, tilMinutt: 7 * 60 }],
      enheter: [byggEnhet('U1'), byggEnhet('U2', { gruppe: 'PRIVAT' })],
      vedtak: [
        byggVedtak('V1', { omfang, tom: r.slutt, pauser: [r.pause] }),
        byggVedtak('V2', { omfang, mottaker: 'M-V1' }),
        byggVedtak('V3', { omfang: { type: 'ANTALL', antall: 3, perUker: 1 } }),
      ],
      oppdrag: [
        byggOppdrag('O1', 'V1', { tom: r.skifte }),
        byggOppdrag('O2', 'V1', { fom: datoFraDagnummer(dagnummer(r.skifte) + 1), enhet: 'U2' }),
        byggOppdrag('O3', 'V2'),
        byggOppdrag('O4', 'V3', { enhet: 'U2' }),
      ],
      besok: r.besok.map((b, i) => ({ ...b, id: `B${i}` })),
    });
  });

function kjor(sak: AvregningInn): AvregningUt {
  const svar = beregnAvregning(sak);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}

/** What the ledger says per key, without keys that have come to nothing. */
function stilling(linjer: readonly Linje[]): Map<string, string> {
  const nokkel = (l: Linje) => [l.ordning, l.enhet, l.komponent, l.vedtak, l.gjelderManed].join(' ');
  const summer = [...Map.groupBy(linjer, nokkel)].map(([n, ll]): [string, string] => {
    const volum = ll.reduce((sum, l) => pluss(sum, l.volum), brok(0));
    return [n, `${tilDesimal(volum)} ${ll.reduce((sum, l) => sum + l.belopOre, 0)}`];
  });
  return new Map(summer.filter(([, s]) => s !== '0.0000 0').toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

describe('the laws of money', () => {
  test('the purchaser is charged what the units earn, and every øre is on a line', () => {
    fc.assert(
      fc.property(saker, (sak) => {
        const ut = kjor(sak);
        const sum = (ledd: readonly { belopOre: number }[]) => ledd.reduce((s, l) => s + l.belopOre, 0);
        expect(ut.bestillerBelastningOre).toBe(sum(ut.sumPerEnhet));
        expect(ut.bestillerBelastningOre).toBe(sum(ut.linjer));
        expect(ut.sumPerEnhet.map((e) => e.enhet)).toEqual(['U1', 'U2']);
      }),
    );
  });

  test('a run repeated on the same facts posts nothing', () => {
    fc.assert(
      fc.property(saker, (sak) => {
        expect(kjor({ ...sak, bokfort: kjor(sak).linjer }).linjer).toEqual([]);
      }),
    );
  });

  test('late registrations, in any order and split over any runs, end in the same sums', () => {
    const delt = fc.tuple(saker, fc.infiniteStream(fc.integer({ min: 1, max: 4 })), fc.infiniteStream(fc.nat()));
    fc.assert(
      fc.property(delt, ([sak, kjoringer, tilfeldig]) => {
        const kommer = new Map<Besok, number>(sak.besok.map((b) => [b, kjoringer.next().value ?? 1]));
        const stokket = sak.besok.map((b) => ({ b, n: tilfeldig.next().value ?? 0 })).toSorted((x, y) => x.n - y.n);
        const bok: Linje[] = [];
        APNE.forEach((m, i) => {
          const kjent = stokket.map((s) => s.b).filter((b) => (kommer.get(b) ?? 1) <= i + 1);
          bok.push(...kjor({ ...sak, maned: m, apneManeder: APNE.slice(0, i + 1), besok: kjent, bokfort: bok }).linjer);
        });
        expect(stilling(bok)).toEqual(stilling(kjor(sak).linjer));
      }),
    );
  });

  test('counts of two halves of the visits add up to the counts of all', () => {
    fc.assert(
      fc.property(saker, fc.nat(30), (sak, n) => {
        const ix = lagIndeks(sak);
        const hel = mal(ix, samle(ix, sak.besok, []));
        const halve = mal(ix, [...samle(ix, sak.besok.slice(0, n), []), ...samle(ix, sak.besok.slice(n), [])]);
        expect(halve).toEqual(hel);
      }),
    );
  });

  test('every line is explained by oppdrag that add up to its volume', () => {
    fc.assert(
      fc.property(saker, (sak) => {
        const ix = lagIndeks(sak);
        const opptellinger = samle(ix, sak.besok, []);
        const malet = mal(ix, opptellinger);
        if (!malet.ok) throw new Error('price');
        for (const linje of malet.verdi) {
          const kilde = forklar(ix, opptellinger, linje)?.kilde;
          if (kilde?.type !== 'KOMPONENT') throw new Error(linje.komponent);
          if (linje.vedtak === null) expect(brok(kilde.brukere.length)).toEqual(linje.volum);
          else {
            const sum = kilde.oppdrag.reduce((s, o) => pluss(s, o.volum ?? brok(0)), brok(0));
            expect(sammenlign(sum, linje.volum)).toBe(0);
          }
        }
      }),
    );
  });

  test('twelve monthly shares are the year, and no share differs from another by more than an øre', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (belop) => {
        const andeler = manederFraTil(maned('2025-01'), maned('2025-12')).map((m) => manedsandel(ore(belop), m));
        expect(andeler.reduce((sum: number, a) => sum + a, 0)).toBe(belop);
        expect(Math.max(...andeler) - Math.min(...andeler)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
