import { describe, expect, test } from 'vitest';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { overforingFraMal, rammeFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import { beregnRamme } from '#lib/grunnlag/domain/ramme.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { enhet, kr, ordningen, ordningerFor, spillAr, tall, verdi } from './spill-ar.ts';

const MAL = ordningen('hamar', 'alle');
const DISTRIKTER = ['NORD', 'SENTRUM', 'SOR'];
const perDistrikt = (...verdier: number[]) => new Map(DISTRIKTER.map((d, i) => [d, tall(verdier[i] ?? 0)]));

/** 300 million kr, with the weights of an invented municipality. */
function rammer(regnskap: ReadonlyMap<string, ReturnType<typeof tall>>) {
  const verdier = new Map([
    ['HISTORIE', { vekt: brokFraDesimal('0.4'), verdier: perDistrikt(100, 100, 100) }],
    ['SENGER', { vekt: brokFraDesimal('0.2'), verdier: perDistrikt(40, 30, 30) }],
    ['DEMOGRAFI', { vekt: brokFraDesimal('0.3'), verdier: perDistrikt(300, 300, 400) }],
    ['REGNSKAP', { vekt: brokFraDesimal('0.1'), verdier: regnskap }],
  ]);
  return beregnRamme(verdi(rammeFraMal(MAL, { metode: 'KRITERIER', potOre: kr(300_000_000), enheter: DISTRIKTER, verdier })));
}
const resultat = (id: string, kroner: number) => ({ id, inntektOre: kr(100_000_000), kostnadOre: kr(100_000_000 - kroner), budsjettOre: kr(100_000_000) });

describe('Hamar (ECON 4.8)', () => {
  const ar = rammer(perDistrikt(100, 100, 100));

  test('the frame is shared by history, beds, demography and accounts, and comes to the pot', () => {
    expect(ar.rammer.map((r) => [r.enhet, r.ore])).toEqual([['NORD', kr(101_000_000)], ['SENTRUM', kr(95_000_000)], ['SOR', kr(104_000_000)]]);
    expect(ar.sumOre).toBe(kr(300_000_000));
  });

  test('accounts among the criteria soften the frame: who spent more last year takes a larger share of the same pot', () => {
    const neste = rammer(perDistrikt(120, 100, 80));
    expect(neste.rammer[0]?.ore).toBe(kr(103_000_000));
    expect(neste.rammer[2]?.ore).toBe(kr(102_000_000));
    expect(neste.sumOre).toBe(ar.sumOre);
  });

  test('the districts receive their frames month by month, whatever they grant', () => {
    const enheter = DISTRIKTER.map((id) => ({ id, ordninger: ['alle'], grupper: ['KOMMUNAL'] }));
    const arsbelop = ar.rammer.map((r) => ({ ordning: 'alle', fastledd: 'ramme', enhet: r.enhet, ore: r.ore }));
    const spill = spillAr(2025, { ordninger: ordningerFor('hamar', [], enheter, 2025, arsbelop), enheter: DISTRIKTER.map((d) => enhet(d)), vedtak: [], oppdrag: [] });
    expect(DISTRIKTER.map((d) => spill.inntekt(d))).toEqual(ar.rammer.map((r) => r.ore));
    expect(spill.bestillerBelastning).toBe(ar.sumOre);
  });

  test('2004’s small deficit of 500 000 kr is carried whole, and half of a surplus is kept', () => {
    const regel = verdi(overforingFraMal(MAL.overforing));
    const ut = beregnOverforing({ regel, enheter: [resultat('NORD', -500_000), resultat('SENTRUM', 200_000), resultat('SOR', 0)], dispensasjoner: [] });
    expect(ut.enheter.map((e) => e.overforesOre)).toEqual([kr(-500_000), kr(100_000), 0]);
    expect(ut.sum.kommunenDekkerOre).toBe(kr(-100_000));
  });
});
