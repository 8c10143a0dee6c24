import { describe, expect, test } from 'vitest';
import { brokFraDesimal, NULL_BROK } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { overforingFraMal, rammeFraMal } from '#lib/grunnlag/domain/maler/regler-fra-mal.ts';
import { beregnRamme } from '#lib/grunnlag/domain/ramme.ts';
import { beregnOverforing } from '#lib/avvik/domain/overforing.ts';
import { enhet, kr, ordningen, ordningerFor, spillAr, timevedtak, verdi } from './spill-ar.ts';

const MAL = ordningen('sorum', 'alle');
const REGEL = verdi(overforingFraMal(MAL.overforing));
const ENHETER = ['ETT', 'TO'].map((id) => ({ id, ordninger: ['alle'], grupper: ['KOMMUNAL'] }));
const RAMMER = beregnRamme(verdi(rammeFraMal(MAL, {
  metode: 'INKREMENTELL',
  kostnadsvekst: brokFraDesimal('0.03'),
  enheter: [
    { id: 'ETT', fjoraretOre: kr(20_000_000), avvikOre: kr(1_200_000), andelAvvik: NULL_BROK, justeringOre: ore(0) },
    { id: 'TO', fjoraretOre: kr(10_000_000), avvikOre: ore(0), andelAvvik: NULL_BROK, justeringOre: kr(-100_000) },
  ],
})));

describe('Sørum 2005– (ECON 4.9)', () => {
  test('the frame is last year’s with cost growth and judgement; last year’s overspending does not raise it', () => {
    expect(RAMMER.rammer.map((r) => r.ore)).toEqual([kr(20_600_000), kr(10_200_000)]);
  });

  test('of 2004’s deficit a decided amount of 700 000 kr follows into 2005; the municipality covers the rest', () => {
    const ar2004 = { id: 'ETT', inntektOre: kr(20_000_000), kostnadOre: kr(21_200_000), budsjettOre: kr(20_000_000) };
    const ut = beregnOverforing({ regel: REGEL, enheter: [ar2004], dispensasjoner: [{ enhet: 'ETT', maksUnderskuddOre: kr(700_000) }] });
    expect(ut.sum).toEqual({ resultatOre: kr(-1_200_000), overforesOre: kr(-700_000), kommunenDekkerOre: kr(500_000) });
  });

  test('in 2005 the unit saves 500 000 kr of it, and 200 000 kr is left to carry', () => {
    const disponibelt = kr(20_600_000 - 700_000);
    const ut = beregnOverforing({ regel: REGEL, enheter: [{ id: 'ETT', inntektOre: disponibelt, kostnadOre: kr(20_600_000 - 500_000), budsjettOre: kr(20_600_000) }], dispensasjoner: [] });
    expect(ut.sum.overforesOre).toBe(kr(-200_000));
  });

  test('a heavy recipient breaks the unit’s frame: the orders grow, the money does not', () => {
    const arsbelop = RAMMER.rammer.map((r) => ({ ordning: 'alle', fastledd: 'ramme', enhet: r.enhet, ore: r.ore }));
    const spill = (timer: number) => {
      const m = timevedtak('V1', 'ETT', timer);
      return spillAr(2025, { ordninger: ordningerFor('sorum', [], ENHETER, 2025, arsbelop), enheter: ENHETER.map((e) => enhet(e.id)), vedtak: [m.vedtak], oppdrag: [m.oppdrag] });
    };
    expect(spill(120).inntekt('ETT')).toBe(spill(5).inntekt('ETT'));
    expect(spill(120).bestillerBelastning).toBe(RAMMER.sumOre);
  });
});
