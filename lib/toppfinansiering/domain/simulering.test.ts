import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { simulerToppfinansiering } from '#lib/toppfinansiering/domain/simulering.ts';
import type { Alternativ } from '#lib/toppfinansiering/domain/simulering.ts';

const simuler = (netto: number[], alternativer: Alternativ[]) =>
  simulerToppfinansiering({
    innslagspunktOre: ore(1000),
    kompensasjonsgrad: brokFraDesimal('0.8'),
    grunnlag: { type: 'BRUKERE', nettoOre: netto.map((n) => ore(n)) },
    alternativer,
  });
const ett = (netto: number[], alternativ: Alternativ) => {
  const svar = simuler(netto, [alternativ]);
  return svar.ok ? svar.verdi.alternativer[0] : svar.feil[0]?.grunn;
};

describe('other designs of the grant', () => {
  test('the threshold at which a number of recipients remain is the net cost of the next one below', () => {
    const ut = ett([3000, 900, 2000, 1500], { type: 'ANTALL', antall: 2 });
    expect(ut).toMatchObject({ innslagspunkt: { t: 1500n, n: 1n }, tilskuddOre: 1200 + 400 });
    expect(ett([3000, 900], { type: 'ANTALL', antall: 1 })).toMatchObject({ innslagspunkt: { t: 1000n } });
    expect(ett([3000, 900], { type: 'ANTALL', antall: 0 })).toMatchObject({ tilskuddOre: 0 });
  });

  test('a tie, or more than there are, is refused', () => {
    expect(ett([3000, 2000, 2000], { type: 'ANTALL', antall: 2 })).toBe('INGEN_TERSKEL_GIR_ANTALLET');
    expect(ett([3000], { type: 'ANTALL', antall: 2 })).toBe('INGEN_TERSKEL_GIR_ANTALLET');
    expect(ett([3000], { type: 'INNSLAGSPUNKT', ore: ore(999) })).toBe('TERSKEL_UNDER_GRUNNLAGET');
  });

  test('an appropriation sets the grade, never above 1, and with «baretNed» never above today’s', () => {
    const grad = (bevilgning: number, baretNed: boolean) => {
      const ut = ett([2000], { type: 'BEVILGNING', ore: ore(bevilgning), baretNed });
      return typeof ut === 'object' ? tilDesimal(ut.kompensasjonsgrad, 2) : ut;
    };
    expect([grad(400, false), grad(900, false), grad(5000, false), grad(900, true)]).toEqual(['0.40', '0.90', '1.00', '0.80']);
  });

  test('a higher threshold never gives a larger grant', () => {
    const netto = fc.array(fc.nat(5000), { maxLength: 20 });
    fc.assert(
      fc.property(netto, fc.integer({ min: 1000, max: 6000 }), fc.nat(500), (n, terskel, opp) => {
        const svar = simuler(n, [
          { type: 'INNSLAGSPUNKT', ore: ore(terskel) },
          { type: 'INNSLAGSPUNKT', ore: ore(terskel + opp) },
        ]);
        const [lav, hoy] = svar.ok ? svar.verdi.alternativer : [];
        expect((hoy?.tilskuddOre ?? 1) <= (lav?.tilskuddOre ?? 0)).toBe(true);
      }),
    );
  });
});
