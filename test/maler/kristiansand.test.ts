import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { ore } from '#lib/core/ore.ts';
import { overforingFraMal, priskomponenter, prisregelFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import type { Malpris } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import { byggOppdrag, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';
import { beregnStykkpris } from '#lib/stykkpris/domain/stykkpris.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { andel, enhet, kr, ordningen, ordningerFor, pris, spillAr, timevedtak, verdi } from './spill-ar.ts';
import type { Arsspill } from './spill-ar.ts';

const PRISER: readonly Malpris[] = [
  pris('omsorg', 'time', 600), pris('omsorg', 'besok', 40), pris('omsorg', 'bruker', 1000),
  pris('omsorg', 'langtid', 3000), pris('omsorg', 'korttid', 3500), pris('omsorg', 'forsterket', 4200), pris('omsorg', 'dag', 800),
  pris('utviklingshemmede', 'time', 500), pris('utviklingshemmede', 'besok', 30), pris('utviklingshemmede', 'bruker', 900),
];
const SMA = [{ ordning: 'omsorg', fastledd: 'smadrift', enhet: null, ore: kr(120_000), underPlasser: 24 }];
const ENHETER = [
  { id: 'NORD', ordninger: ['omsorg'], grupper: ['KOMMUNAL'] },
  { id: 'SYD', ordninger: ['omsorg'], grupper: ['KOMMUNAL'] },
  { id: 'MILJO', ordninger: ['utviklingshemmede'], grupper: ['KOMMUNAL'] },
];
const MOTTAKERE = [timevedtak('V1', 'NORD', 10, {}, 7), timevedtak('V2', 'SYD', 20, {}, 14), timevedtak('V3', 'MILJO', 30, { tjeneste: 'MILJOTJENESTE' })];
const FAKTA = {
  enheter: [enhet('NORD'), enhet('SYD'), enhet('MILJO')],
  vedtak: MOTTAKERE.map((m) => m.vedtak),
  oppdrag: MOTTAKERE.map((m) => m.oppdrag),
};

function spill(ar: number, priser: readonly Malpris[]): Arsspill {
  return spillAr(ar, { ...FAKTA, ordninger: ordningerFor('kristiansand', priser, ENHETER, ar, SMA) });
}

/** Next year's prices of one scheme from its units' costs (a share of what they would have been at year 1's prices). */
function nestePriser(ordning: string, enheter: readonly string[], priser: readonly Malpris[], ar: Arsspill, kostnad: (id: string) => number): readonly Malpris[] {
  const mal = ordningen('kristiansand', ordning);
  const forslag = verdi(beregnStykkpris({
    ar: 2026,
    regel: verdi(prisregelFraMal(mal, brokFraDesimal('0.03'), NULL_BROK)),
    komponenter: priskomponenter(mal, 'KOMMUNAL', priser),
    enheter: enheter.map((id) => ({ id, kostnadOre: ore(kostnad(id)), volum: ar.volum(id) })),
  })).priser;
  return priser.map((p) => {
    const ny = forslag.find((f) => f.komponent === p.komponent);
    return p.ordning === ordning && ny ? { ...p, ore: ny.ore } : p;
  });
}
const prisAv = (priser: readonly Malpris[], ordning: string, komponent: string) => priser.find((p) => p.ordning === ordning && p.komponent === komponent)?.ore;

describe('Kristiansand (ECON 4.3)', () => {
  const ar1 = spill(2025, PRISER);
  const priser2 = nestePriser('omsorg', ['NORD', 'SYD'], PRISER, ar1, (id) => andel(ar1.inntekt(id), 90));
  const ar2 = spill(2026, priser2);
  const priser3 = nestePriser('omsorg', ['NORD', 'SYD'], priser2, ar2, (id) => andel(ar1.inntekt(id), 95));

  test('the granted is paid in full although nothing is registered: 10 hours a week for a year at 600 kr, with visits and the recipient', () => {
    const timer = ar1.linjer.filter((l) => l.enhet === 'NORD' && l.komponent === 'time').reduce((sum, l) => sum + l.belopOre, 0);
    expect(timer).toBeCloseTo((365 / 7) * 10 * 60_000, -2);
    expect(ar1.linjer.filter((l) => l.enhet === 'NORD' && l.komponent === 'bruker')).toHaveLength(12);
  });

  test('the units save 10 % in year 1, and the price falls in year 2 by itself: 600 kr × 0.90 × 1.03 = 556.20 kr', () => {
    expect(prisAv(priser2, 'omsorg', 'time')).toBe(55_620);
    expect(prisAv(priser2, 'omsorg', 'langtid')).toBe(278_100);
  });

  test('in year 2 the same costs are no longer covered, and the price rises somewhat in year 3: 600 kr × 0.95 × 1.03 = 587.10 kr', () => {
    for (const id of ['NORD', 'SYD']) expect(ar2.inntekt(id)).toBeLessThan(andel(ar1.inntekt(id), 95));
    expect(prisAv(priser3, 'omsorg', 'time')).toBe(58_710);
    expect(prisAv(priser3, 'omsorg', 'time')).toBeLessThan(prisAv(PRISER, 'omsorg', 'time') ?? 0);
  });

  test('a surplus among the care units leaves the prices of the units for people with intellectual disabilities alone', () => {
    expect(prisAv(priser2, 'utviklingshemmede', 'time')).toBe(50_000);
    expect(ar2.inntekt('MILJO')).toBe(ar1.inntekt('MILJO'));
  });

  test('the price is never used to balance the budget: an efficiency demand is refused', () => {
    expect(prisregelFraMal(ordningen('kristiansand', 'omsorg'), NULL_BROK, brokFraDesimal('0.01'))).toEqual({ ok: false, feil: 'EFFEKTIVITETSKRAV_IKKE_I_MALEN' });
  });

  test('a unit keeps 90 % of a surplus and carries all of a deficit, but for the rådmann’s dispensation', () => {
    const ut = beregnOverforing({
      regel: verdi(overforingFraMal(ordningen('kristiansand', 'omsorg').overforing)),
      enheter: [
        { id: 'NORD', inntektOre: kr(1_000_000), kostnadOre: kr(900_000), budsjettOre: ore(0) },
        { id: 'SYD', inntektOre: kr(1_000_000), kostnadOre: kr(1_400_000), budsjettOre: ore(0) },
        { id: 'VEST', inntektOre: kr(1_000_000), kostnadOre: kr(1_400_000), budsjettOre: ore(0) },
      ],
      dispensasjoner: [{ enhet: 'VEST', maksUnderskuddOre: kr(50_000) }],
    });
    expect(ut.enheter.map((e) => e.overforesOre)).toEqual([kr(90_000), kr(-400_000), kr(-50_000)]);
    expect(ut.enheter.map((e) => e.kommunenDekkerOre)).toEqual([kr(-10_000), 0, kr(350_000)]);
  });

  test('nursing homes are paid per night by kind of place, and a small one is topped up', () => {
    const plasser = [['L', 'LANGTID', 'LANGTIDSOPPHOLD'], ['K', 'KORTTID', 'KORTTIDSOPPHOLD'], ['F', 'FORSTERKET', 'LANGTIDSOPPHOLD']] as const;
    const ar = spillAr(2025, {
      ordninger: ordningerFor('kristiansand', PRISER, ENHETER, 2025, SMA),
      enheter: [enhet('NORD', { plasser: { LANGTID: 20 } }), enhet('SYD', { plasser: { LANGTID: 40 } }), enhet('MILJO')],
      vedtak: plasser.map(([id, plasstype, tjeneste]) => byggVedtak(id, { tjeneste, omfang: { type: 'PLASS', plasstype } })),
      oppdrag: plasser.map(([id]) => byggOppdrag(`O-${id}`, id, { enhet: 'NORD' })),
      // ten nights each, two of them away from a place that is still theirs
      opphold: plasser.map(([id]) => ({ oppdrag: `O-${id}`, inn: dato('2025-03-01'), ut: dato('2025-03-11'), fravar: [{ fom: dato('2025-03-04'), tom: dato('2025-03-05') }] })),
    });
    expect(ar.inntekt('NORD')).toBe(kr(10 * (3000 + 3500 + 4200) + 120_000));
    expect(ar.inntekt('SYD')).toBe(0);
  });

  test('what the purchaser is charged is what the units receive, in both years: the sum for the sector is unchanged', () => {
    for (const ar of [ar1, ar2]) expect(ar.bestillerBelastning).toBe(ar.inntekt('NORD') + ar.inntekt('SYD') + ar.inntekt('MILJO'));
  });
});
