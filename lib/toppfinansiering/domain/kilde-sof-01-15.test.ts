import { describe, expect, test } from 'vitest';
import { avrund, brok, brokFraDesimal, ganger, tilDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { simulerToppfinansiering } from '#lib/toppfinansiering/domain/simulering.ts';
import type { Alternativ, AlternativUt } from '#lib/toppfinansiering/domain/simulering.ts';
import type { Tilskuddsgrunnlag } from '#lib/toppfinansiering/domain/tilskuddsgrunnlag.ts';

/** Worked against SØF report 01/15: tables 4.17, 5.2–5.5, 6.3–6.5 and the thresholds in the text of section 6.6. */
const KR = 100;
const TUSEN = 1000 * KR;

// table 4.17, 2014: recipients by net cost above the threshold, in bins of 50 000 kr
const ANTALL_2014 = [
  175, 163, 183, 170, 222, 219, 206, 197, 193, 198, 212, 194, 216, 195, 201, 176, 187, 194, 187, 162,
];
const BREDDE = 50 * TUSEN;
const TILSKUDD_2014 = 7_159_918;

function grunnlag2014(): Tilskuddsgrunnlag {
  const intervaller = ANTALL_2014.map((antall, i) => ({
    fraOre: ore(i * BREDDE),
    tilOre: ore((i + 1) * BREDDE),
    antall,
  }));
  const underToppen = intervaller.reduce((sum, i) => sum + (i.antall * (i.fraOre + i.tilOre)) / 2, 0);
  // the open top is not printed: it is what makes the base grant the printed one
  const sumOverOre = ore((TILSKUDD_2014 * TUSEN * 10) / 8 - underToppen);
  return { type: 'FORDELING', intervaller, topp: { antallOver: 3275, sumOverOre } };
}

function simuler(alternativer: Alternativ[], grunnlag = grunnlag2014()): readonly AlternativUt[] {
  const svar = simulerToppfinansiering({
    innslagspunktOre: ore(1_010_000 * KR),
    kompensasjonsgrad: brokFraDesimal('0.8'),
    grunnlag,
    alternativer,
  });
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi.alternativer;
}

function ett(alternativ: Alternativ): AlternativUt {
  const [svar] = simuler([alternativ]);
  if (!svar) throw new Error('nothing simulated');
  return svar;
}

describe('the distribution of 2014', () => {
  test('holds 3 850 recipients up to a million kroner above the threshold, 7 125 in all', () => {
    expect(ANTALL_2014.reduce((sum, n) => sum + n, 0)).toBe(3850);
    const dagens = ett({ type: 'INNSLAGSPUNKT', ore: ore(1_010_000 * KR) });
    expect(tilDesimal(dagens.antall)).toBe('7125.0000');
    expect(dagens.tilskuddOre).toBe(TILSKUDD_2014 * TUSEN);
    expect(dagens.endringOre).toBe(0);
  });

  test.each([
    [1_100_000, 6_657_700],
    [1_200_000, 6_126_318],
    [1_500_000, 4_724_036],
  ])('table 6.4: a threshold of %i kr gives the printed grant within 0.03 %%', (terskel, trykt) => {
    const { tilskuddOre } = ett({ type: 'INNSLAGSPUNKT', ore: ore(terskel * KR) });
    expect(Math.abs(tilskuddOre / TUSEN - trykt) / trykt).toBeLessThan(0.0003);
  });

  test.each([
    ['0.90', 8_054_907, '0.1250'],
    ['0.85', 7_607_412, '0.0625'],
    ['0.75', 6_712_423, '-0.0625'],
    ['0.70', 6_264_928, '-0.1250'],
  ])('table 6.5: a grade of %s gives the printed grant, cut to whole thousands', (grad, trykt, endring) => {
    const ut = ett({ type: 'KOMPENSASJONSGRAD', grad: brokFraDesimal(grad) });
    expect(Math.floor(ut.tilskuddOre / TUSEN)).toBe(trykt);
    expect(tilDesimal(ut.endring ?? brok(0))).toBe(endring);
  });

  test.each([
    [7000, 1_045_714],
    [6500, 1_190_588],
    [6000, 1_308_402],
  ])('section 6.6: %i recipients remain at a threshold of %i kr', (antall, terskel) => {
    const ut = ett({ type: 'ANTALL', antall });
    expect(avrund(ganger(ut.innslagspunkt, brok(1, KR)))).toBe(BigInt(terskel));
    expect(tilDesimal(ut.antall)).toBe(`${antall}.0000`);
  });

  // the source rounds its inputs to 50 million kroner or less: 2010 (81.7 printed) and 2014 (74.1) follow only roughly
  test.each([
    [4350, 4130, '84.3'],
    [4500, 4650, '77.4'],
    [5350, 5300, '80.8'],
    [5850, 6300, '74.3'],
    [6650, 7150, '74.4'],
  ])('table 6.3: an appropriation of %i million against accounts of %i is a grade of %s %%', (bevilgning, regnskap, grad) => {
    const netto = ore((regnskap * 1000 * TUSEN * 10) / 8);
    const [ut] = simuler([{ type: 'BEVILGNING', ore: ore(bevilgning * 1000 * TUSEN), baretNed: false }], {
      type: 'FORDELING',
      intervaller: [],
      topp: { antallOver: 1, sumOverOre: netto },
    });
    expect(tilDesimal(ganger(ut?.kompensasjonsgrad ?? brok(0), brok(100)), 1)).toBe(grad);
  });
});

describe('a wider age group', () => {
  const NETTO = ore(2_135_000 * KR);
  const utvid = (antall: number, valg: { terskel?: number; grad?: string } = {}) => {
    const ut = ett({
      type: 'UTVIDET_ALDER',
      kull: [{ alder: 68, befolkning: antall * 1000, andel: brokFraDesimal('0.001') }],
      nettoPerBrukerOre: NETTO,
      innslagspunktOre: valg.terskel === undefined ? null : ore(valg.terskel * KR),
      kompensasjonsgrad: valg.grad === undefined ? null : brokFraDesimal(valg.grad),
    });
    return ut.endringOre / TUSEN;
  };

  // the source's populations are not printed: the tables are followed from their printed numbers of recipients
  test.each([
    ['5.2 model 1', 174, 371_490, 156_600],
    ['5.2 model 2', 158, 337_330, 142_200],
    // printed 128 200, a misprint
    ['5.2 model 3', 143, 305_305, 128_700],
    // printed 369 335, a misprint
    ['5.3 model 1', 173, 369_355, 155_700],
    ['5.3 model 2', 157, 335_195, 141_300],
    ['5.3 model 3', 141, 301_035, 126_900],
  ])('table %s: %i more recipients cost %i, of which the grant is %i (1 000 kr)', (_, antall, netto, tilskudd) => {
    expect((antall * NETTO) / TUSEN).toBe(netto);
    expect(utvid(antall)).toBe(tilskudd);
  });

  test.each([
    [1_010_000, 141_300],
    [1_100_000, 129_996],
    [1_200_000, 117_436],
    [1_500_000, 79_756],
  ])('table 5.4: with a threshold of %i kr the grant is %i', (terskel, tilskudd) => {
    expect(utvid(157, { terskel })).toBe(tilskudd);
  });

  test.each([
    ['0.80', 141_300],
    ['0.75', 132_508],
    ['0.60', 105_975],
    ['0.50', 88_391],
  ])('table 5.5: with a grade of %s the grant is %i, the authors’ grant per recipient in whole thousands', (grad, trykt) => {
    const perBruker = Math.round(utvid(157, { grad }) / 157);
    expect(perBruker * 157).toBe(trykt);
  });
});
