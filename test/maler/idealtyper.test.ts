import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import type { Ore } from '#lib/core/ore.ts';
import { ore } from '#lib/core/ore.ts';
import type { Malbelop } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import { overforingFraMal, rammeFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import { beregnRamme } from '#lib/grunnlag/domain/ramme.ts';
import { byggTimer } from '#lib/avregning/domain/bygg-sak.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import type { Arsspill } from './spill-ar.ts';
import { andel, enhet, kr, malen, ordningen, ordningerFor, pris, regnskapFor, spillAr, tall, timevedtak, verdi } from './spill-ar.ts';

/** Two like units: an hour a day at 600 kr, costs as the price, of which a fifth is rent where the mal speaks of rent. */
const ENHETER = ['ETT', 'TO'].map((id) => ({ id, ordninger: ['alle'], grupper: ['KOMMUNAL'] }));
const KOSTNAD = kr(365 * 600);
const HUSLEIE = kr(43_800);
type Endring = { readonly aktivitet?: number; readonly kostnad?: number; readonly husleie?: number };

/** The year's frames by the mal's own method, from last year's frame or like criteria. */
function rammer(kode: string): readonly Malbelop[] {
  const mal = ordningen(kode, 'alle');
  if (mal.ramme === null) return [];
  const ut = beregnRamme(verdi(rammeFraMal(mal, mal.ramme.metode === 'INKREMENTELL'
    ? { metode: 'INKREMENTELL', kostnadsvekst: NULL_BROK, enheter: ENHETER.map((e) => ({ id: e.id, fjoraretOre: KOSTNAD, avvikOre: ore(0), andelAvvik: tall(1, 2), justeringOre: ore(0) })) }
    : {
        metode: 'KRITERIER',
        potOre: ore(2 * KOSTNAD),
        enheter: ENHETER.map((e) => e.id),
        verdier: new Map([['80+', '0.5'], ['ALENE', '0.3'], ['BOLIG', '0.2']].map(([k, v]) => [k ?? '', { vekt: brokFraDesimal(v ?? ''), verdier: new Map([['ETT', tall(7)], ['TO', tall(7)]]) }])),
      })));
  return ut.rammer.map((r) => ({ ordning: 'alle', fastledd: 'ramme', enhet: r.enhet, ore: r.ore }));
}

/** What is neither a frame by rule nor a unit price: the mixtures' own amounts. */
function faste(kode: string): readonly Malbelop[] {
  if (kode !== 'blanding-ramme') return rammer(kode);
  return [
    ...ENHETER.map((e) => ({ ordning: 'alle', fastledd: 'fast', enhet: e.id, ore: HUSLEIE })),
    { ordning: 'alle', fastledd: 'smadrift', enhet: null, ore: kr(10_000), underPlasser: 24 },
  ];
}

function kostnad(endring: Endring): { drift: Ore; husleie: Ore } {
  const vekst = 100 + (endring.aktivitet ?? 0) + (endring.kostnad ?? 0);
  return { drift: andel(KOSTNAD - HUSLEIE, vekst), husleie: andel(HUSLEIE, 100 + (endring.husleie ?? 0)) };
}

/** A year under a mal, where the first unit's activity, cost or rent is so many percent above or below. */
function spill(kode: string, endring: Endring): { ar: Arsspill; kostnad: Ore } {
  const stykkpris = ordningen(kode, 'alle').komponenter.length > 0;
  const mottakere = ENHETER.map((e) => {
    const minutter = e.id === 'ETT' ? (420 * (100 + (endring.aktivitet ?? 0))) / 100 : 420;
    return timevedtak(`V-${e.id}`, e.id, 7, { omfang: byggTimer(minutter) });
  });
  const ett = kostnad(endring);
  const to = kostnad({});
  const ar = spillAr(2025, {
    ordninger: ordningerFor(kode, stykkpris ? [pris('alle', 'time', 480)] : [], ENHETER, 2025, faste(kode)),
    enheter: [enhet('ETT', { plasser: { LANGTID: 12 } }), enhet('TO')],
    vedtak: mottakere.map((m) => m.vedtak),
    oppdrag: mottakere.map((m) => m.oppdrag),
    regnskap: [
      ...regnskapFor('ETT', 2025, ett.drift), ...regnskapFor('ETT', 2025, ett.husleie, '190'),
      ...regnskapFor('TO', 2025, to.drift), ...regnskapFor('TO', 2025, to.husleie, '190'),
    ],
  });
  return { ar, kostnad: ore(ett.drift + ett.husleie) };
}

/** Who bears a change: by how much the unit's result, and the municipality's, are worse (+) than without it. */
function risiko(kode: string, endring: Endring): { enhet: number; kommune: number; merkostnad: number } {
  const [uten, med] = [spill(kode, {}), spill(kode, endring)];
  return {
    enhet: uten.ar.inntekt('ETT') - uten.kostnad - (med.ar.inntekt('ETT') - med.kostnad),
    kommune: med.ar.bestillerBelastning - uten.ar.bestillerBelastning,
    merkostnad: med.kostnad - uten.kostnad,
  };
}

const PROSENT = [-20, -5, 5, 10, 20];
// every krone of the operating cost follows the activity, and the hour is priced at the operating cost
describe.each(PROSENT)('the four ideal types (ECON 2.4), recomputed for %i %%', (x) => {
  test.each([
    ['kostnadsrefusjon', 'kommune', 'kommune'],
    ['inkrementell-ramme', 'enhet', 'enhet'],
    ['kriteriebasert-ramme', 'enhet', 'enhet'],
    ['stykkpris', 'kommune', 'enhet'],
  ] as const)('%s: activity is borne within the year by %s, cost by %s', (kode, aktivitet, kostnaden) => {
    const a = risiko(kode, { aktivitet: x });
    const k = risiko(kode, { kostnad: x });
    expect(a.merkostnad).toBe(andel(KOSTNAD - HUSLEIE, x));
    expect([a.enhet, a.kommune]).toEqual(aktivitet === 'enhet' ? [a.merkostnad, 0] : [0, a.merkostnad]);
    expect([k.enhet, k.kommune]).toEqual(kostnaden === 'enhet' ? [k.merkostnad, 0] : [0, k.merkostnad]);
  });

  test('whatever the model, what the unit and the municipality bear together is the extra cost: the sum for the sector is unchanged', () => {
    for (const mal of ['kostnadsrefusjon', 'inkrementell-ramme', 'kriteriebasert-ramme', 'stykkpris', 'blanding-refusjon', 'blanding-ramme']) {
      for (const endring of [{ aktivitet: x }, { kostnad: x }, { husleie: x }]) {
        const r = risiko(mal, endring);
        expect(r.enhet + r.kommune).toBe(r.merkostnad);
      }
    }
  });

  test('refunded rent is the municipality’s risk and the rest of the cost the unit’s; rent in a frame is the unit’s too', () => {
    expect(risiko('blanding-refusjon', { husleie: x })).toMatchObject({ enhet: 0, kommune: andel(HUSLEIE, x) });
    expect(risiko('blanding-refusjon', { kostnad: x })).toMatchObject({ enhet: andel(KOSTNAD - HUSLEIE, x), kommune: 0 });
    expect(risiko('blanding-ramme', { husleie: x })).toMatchObject({ enhet: andel(HUSLEIE, x), kommune: 0 });
  });
});

describe('the incremental frame is soft', () => {
  test('half of this year’s overspending comes back as next year’s frame: cost is shared between unit and municipality', () => {
    const over = risiko('inkrementell-ramme', { kostnad: 10 }).enhet;
    const ut = beregnRamme(verdi(rammeFraMal(ordningen('inkrementell-ramme', 'alle'), {
      metode: 'INKREMENTELL',
      kostnadsvekst: NULL_BROK,
      enheter: [{ id: 'ETT', fjoraretOre: KOSTNAD, avvikOre: ore(over), andelAvvik: tall(1, 2), justeringOre: ore(0) }],
    })));
    expect(ut.sumOre).toBe(KOSTNAD + over / 2);
  });

  test('its deficit is not carried, where a unit under the criteria or the unit price carries all of its own', () => {
    const enheter = [{ id: 'ETT', inntektOre: kr(100), kostnadOre: kr(130), budsjettOre: ore(0) }];
    const overfores = (kode: string, valg = {}) =>
      beregnOverforing({ regel: verdi(overforingFraMal(ordningen(kode, 'alle').overforing, valg)), enheter, dispensasjoner: [] }).sum.overforesOre;
    expect(['inkrementell-ramme', 'kriteriebasert-ramme', 'stykkpris'].map((k) => overfores(k))).toEqual([0, kr(-30), kr(-30)]);
    expect(overfores('stykkpris', { andelUnderskudd: NULL_BROK })).toBe(0);
  });
});

describe('the year under the models', () => {
  test('a frame comes in twelve like shares, a unit price follows the days of the month', () => {
    expect(new Set(spill('kriteriebasert-ramme', {}).ar.perManed('ETT')).size).toBe(1);
    expect(spill('stykkpris', {}).ar.perManed('ETT').slice(0, 2)).toEqual([kr(31 * 480), kr(28 * 480)]);
  });

  test('a small unit is lifted by the top-up, a unit without places is not', () => {
    const { ar } = spill('blanding-ramme', {});
    expect(ar.inntekt('ETT') - ar.inntekt('TO')).toBe(kr(10_000));
  });

  test('every ideal type names its source and what is our reading', () => {
    expect(['kostnadsrefusjon', 'inkrementell-ramme', 'kriteriebasert-ramme', 'stykkpris'].map((k) => malen(k).lesning.length > 0)).toEqual([true, true, true, true]);
  });
});
