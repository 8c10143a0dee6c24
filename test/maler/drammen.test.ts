import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { overforingFraMal, prisregelFraMal, rammeFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import { beregnRamme } from '#lib/grunnlag/domain/ramme.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { enhet, kr, ordningen, ordningerFor, spillAr, tall, timevedtak, verdi } from './spill-ar.ts';

const MAL = ordningen('drammen', 'alle');
const ENHETER = ['HJEMME1', 'HJEMME2'].map((id) => ({ id, ordninger: ['alle'], grupper: ['KOMMUNAL'] }));
const RAMMER = beregnRamme(verdi(rammeFraMal(MAL, {
  metode: 'KRITERIER',
  potOre: kr(120_000_001.01),
  enheter: ['HJEMME1', 'HJEMME2'],
  verdier: new Map([
    ['DEMOGRAFI', { vekt: brokFraDesimal('0.7'), verdier: new Map([['HJEMME1', tall(1500)], ['HJEMME2', tall(2500)]]) }],
    ['SOSIOOKONOMI', { vekt: brokFraDesimal('0.3'), verdier: new Map([['HJEMME1', tall(2)], ['HJEMME2', tall(1)]]) }],
  ]),
})));
const ARSBELOP = RAMMER.rammer.map((r) => ({ ordning: 'alle', fastledd: 'ramme', enhet: r.enhet, ore: r.ore }));

function spill(timerPerUke: number) {
  const m = timevedtak('V1', 'HJEMME1', timerPerUke);
  return spillAr(2025, { ordninger: ordningerFor('drammen', [], ENHETER, 2025, ARSBELOP), enheter: ENHETER.map((e) => enhet(e.id)), vedtak: [m.vedtak], oppdrag: [m.oppdrag] });
}
const REGEL = verdi(overforingFraMal(MAL.overforing));
const resultat = (id: string, kroner: number) => ({ id, inntektOre: kr(1_000_000), kostnadOre: kr(1_000_000 - kroner), budsjettOre: kr(1_000_000) });

describe('Drammen 2004– (ECON 4.7)', () => {
  test('the pot is divided by criteria that no unit can influence, and not an øre is lost', () => {
    expect(RAMMER.sumOre).toBe(kr(120_000_001.01));
    expect(RAMMER.rammer[0]?.ore).toBe(Math.round(12_000_000_101 * (0.7 * 0.375 + 0.2)));
  });

  test('the twelve months of a frame are the frame', () => {
    for (const r of RAMMER.rammer) expect(spill(10).inntekt(r.enhet)).toBe(r.ore);
    expect(spill(10).bestillerBelastning).toBe(RAMMER.sumOre);
  });

  test('an order without money: the purchaser grants twice the hours, and the unit’s revenue is the same', () => {
    expect(spill(20).inntekt('HJEMME1')).toBe(spill(10).inntekt('HJEMME1'));
    expect(prisregelFraMal(MAL, NULL_BROK, NULL_BROK)).toEqual({ ok: false, feil: 'INGEN_STYKKPRIS' });
  });

  test('surplus and deficit follow along up to 2 % of the budget, and the municipality takes the rest', () => {
    const ut = beregnOverforing({ regel: REGEL, enheter: [resultat('A', 15_000), resultat('B', 50_000), resultat('C', -50_000)], dispensasjoner: [] });
    expect(ut.enheter.map((e) => e.overforesOre)).toEqual([kr(15_000), kr(20_000), kr(-20_000)]);
    expect(ut.enheter.map((e) => e.kommunenDekkerOre)).toEqual([0, kr(-30_000), kr(30_000)]);
  });

  test('in 2004 the great deficits were waived while the surpluses were credited', () => {
    const ut = beregnOverforing({ regel: REGEL, enheter: [resultat('A', 15_000), resultat('C', -50_000)], dispensasjoner: [{ enhet: 'C', maksUnderskuddOre: ore(0) }] });
    expect(ut.enheter.map((e) => e.overforesOre)).toEqual([kr(15_000), 0]);
    expect(ut.sum.kommunenDekkerOre).toBe(kr(50_000));
  });

  test('weights that are not one, or a criterion the preset does not have, are refused by name', () => {
    const verdier = new Map([
      ['DEMOGRAFI', { vekt: brokFraDesimal('0.7'), verdier: new Map([['A', tall(1)]]) }],
      ['AREAL', { vekt: brokFraDesimal('0.3'), verdier: new Map([['A', tall(1)]]) }],
    ]);
    const tallene = { metode: 'KRITERIER', potOre: kr(1), enheter: ['A'], verdier } as const;
    expect(rammeFraMal(MAL, tallene)).toEqual({ ok: false, feil: [{ grunn: 'UKJENT_KRITERIUM', kriterium: 'AREAL' }, { grunn: 'MANGLER_KRITERIUM', kriterium: 'SOSIOOKONOMI' }] });
  });
});
