import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { ore } from '#lib/core/ore.ts';
import { overforingFraMal, priskomponenter, prisregelFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import type { AvregningInn, Oppdrag, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import { byggBesok, byggOppdrag, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { enhet, kr, ordningen, ordningerFor, pris, regnskapFor, spillAr, verdi } from './spill-ar.ts';

const NIVAPRIS = [2000, 4000, 7000, 11_000, 16_000, 24_000, 40_000];
const PRISER = [...NIVAPRIS.map((kroner, i) => pris('hjemme', 'niva', kroner, { niva: i + 1 })), pris('sykehjem', 'plass', 60_000)];
const ENHETER = [
  { id: 'VEST', ordninger: ['hjemme'], grupper: ['KOMMUNAL'] },
  { id: 'OST', ordninger: ['hjemme'], grupper: ['KOMMUNAL'] },
  { id: 'HEIM', ordninger: ['sykehjem'], grupper: ['KOMMUNAL'] },
  { id: 'BO', ordninger: ['kontrakt'], grupper: ['KOMMUNAL'] },
];
const ORDNINGER = ordningerFor('moss', PRISER, ENHETER, 2025);

function niva(id: string, niva: number, enhetId: string, tid: Partial<Pick<Vedtak, 'fom' | 'tom'>> = {}): { vedtak: Vedtak; oppdrag: Oppdrag } {
  return { vedtak: byggVedtak(id, { omfang: { type: 'NIVA', niva }, ...tid }), oppdrag: byggOppdrag(`O-${id}`, id, { enhet: enhetId }) };
}

function spill(mottakere: readonly { vedtak: Vedtak; oppdrag: Oppdrag }[], valg: Partial<AvregningInn> = {}) {
  return spillAr(2025, {
    ordninger: ORDNINGER,
    enheter: [enhet('VEST'), enhet('OST'), enhet('HEIM', { plasser: { LANGTID: 30, KORTTID: 2 } }), enhet('BO')],
    vedtak: mottakere.map((m) => m.vedtak),
    oppdrag: mottakere.map((m) => m.oppdrag),
    ...valg,
  });
}

describe('Moss 2000– (ECON 4.6)', () => {
  test('a level is counted on the last day of the month: who leaves the day before pays nothing, who comes that day pays the whole month', () => {
    const ar = spill([niva('V1', 3, 'VEST', { tom: dato('2025-03-30') }), niva('V2', 5, 'OST', { fom: dato('2025-03-31') })]);
    expect(ar.perManed('VEST').slice(0, 4)).toEqual([kr(7000), kr(7000), 0, 0]);
    expect(ar.perManed('OST').slice(0, 4)).toEqual([0, 0, kr(16_000), kr(16_000)]);
  });

  test('the unit decides the time itself: ten visits or none, the level pays the same (which is how a level can miss the need)', () => {
    const besok = Array.from({ length: 10 }, (_, i) => byggBesok(`B${i}`, `2025-03-1${i}T09:00`, 120, { oppdrag: 'O-V1' }));
    const mottakere = [niva('V1', 2, 'VEST')];
    expect(spill(mottakere, { besok }).inntekt('VEST')).toBe(spill(mottakere).inntekt('VEST'));
    expect(spill(mottakere).inntekt('VEST')).toBe(kr(12 * 4000));
  });

  test('rent is not in the price: it is refunded as booked, and nothing else is', () => {
    const regnskap = [...regnskapFor('VEST', 2025, kr(360_000), '190'), ...regnskapFor('VEST', 2025, kr(9_600_000), '010')];
    expect(spill([], { regnskap }).inntekt('VEST')).toBe(kr(360_000));
  });

  test('a nursing home is paid per place, full or not', () => {
    expect(spill([]).inntekt('HEIM')).toBe(kr(12 * 32 * 60_000));
  });

  test('services for people with intellectual disabilities are paid by a negotiated contract', () => {
    const kontrakt = {
      vedtak: byggVedtak('K1', { tjeneste: 'MILJOTJENESTE', omfang: { type: 'KONTRAKT', manedsbelopOre: kr(150_000) } }),
      oppdrag: byggOppdrag('O-K1', 'K1', { enhet: 'BO' }),
    };
    expect(spill([kontrakt]).inntekt('BO')).toBe(kr(12 * 150_000));
  });

  test('more extensive orders than budgeted are the purchaser’s overspending, to the krone', () => {
    const budsjettert = spill([niva('V1', 4, 'VEST'), niva('V2', 4, 'OST')]);
    const bestilt = spill([niva('V1', 6, 'VEST'), niva('V2', 7, 'OST')]);
    expect(bestilt.bestillerBelastning - budsjettert.bestillerBelastning).toBe(kr(12 * (24_000 - 11_000 + 40_000 - 11_000)));
    expect(bestilt.bestillerBelastning).toBe(['VEST', 'OST', 'HEIM', 'BO'].reduce((sum, id) => sum + bestilt.inntekt(id), 0));
  });

  test('the prices came from a tender and follow the growth in cost, every level alike', () => {
    const mal = ordningen('moss', 'hjemme');
    const ut = verdi(beregnStykkpris({
      ar: 2026,
      regel: verdi(prisregelFraMal(mal, brokFraDesimal('0.03'), NULL_BROK)),
      komponenter: priskomponenter(mal, 'KOMMUNAL', PRISER),
      enheter: [],
    }));
    expect(ut.priser.map((p) => p.komponent)).toEqual([1, 2, 3, 4, 5, 6, 7].map((n) => `niva/${n}`));
    expect(ut.priser.map((p) => p.ore)).toEqual(NIVAPRIS.map((kroner) => kr(kroner * 1.03)));
  });

  test('no one takes last year’s surplus or deficit along', () => {
    const ut = beregnOverforing({
      regel: verdi(overforingFraMal(ordningen('moss', 'hjemme').overforing)),
      enheter: [
        { id: 'VEST', inntektOre: kr(100), kostnadOre: kr(150), budsjettOre: ore(0) },
        { id: 'OST', inntektOre: kr(100), kostnadOre: kr(80), budsjettOre: ore(0) },
      ],
      dispensasjoner: [],
    });
    expect(ut.enheter.map((e) => e.overforesOre)).toEqual([0, 0]);
    expect(ut.sum.kommunenDekkerOre).toBe(kr(30));
  });
});
