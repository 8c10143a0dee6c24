import { describe, expect, test } from 'vitest';
import { avrund, brok, brokFraDesimal, tilDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { FORDELINGSAR, MILL, nasjonalFordeling, TUSEN } from '#lib/toppfinansiering/domain/kilde-tall.ts';
import { risikoPerGruppe } from '#lib/toppfinansiering/domain/risiko.ts';
import { bevilgningI, medDyrereAr, simulerUtforminger, statensDelAvDyrereAr, type Simuleringsgrunnlag, type Utforming, type Utformingstall } from '#lib/toppfinansiering/domain/utforming.ts';

const NASJONALT: Simuleringsgrunnlag = { innslagspunktOre: FORDELINGSAR[2014].innslagspunktOre, kompensasjonsgrad: brok(4, 5), nettoOre: FORDELINGSAR[2014].nettoOre, grunnlag: nasjonalFordeling(2014) };
/** Three recipients: 100 000, 500 000 and 2 000 000 kr above a threshold of a million. */
const EGNE: Simuleringsgrunnlag = {
  innslagspunktOre: ore(1000 * TUSEN), kompensasjonsgrad: brok(4, 5), nettoOre: ore(5600 * TUSEN),
  grunnlag: { type: 'BRUKERE', nettoOre: [1100, 1500, 3000].map((n) => ore(n * TUSEN)) },
};
const grad = (tekst: string) => brokFraDesimal(tekst);
function ett(g: Simuleringsgrunnlag, u: Utforming): Utformingstall {
  const [svar] = simulerUtforminger(g, [u]).svar;
  if (!svar?.ok) throw new Error(JSON.stringify(svar));
  return svar.tall;
}
const alder = (mer: Partial<Utforming & { type: 'ALDER' }> = {}): Utforming => ({
  type: 'ALDER', ar: 2015, dodelighet: 2, andel: brok(1), frosset: false, innslagspunktOre: null, grader: [grad('0.8'), grad('0.8'), grad('0.8')], ...mer,
});
const regel = (mer: Partial<Utforming & { type: 'REGEL' }> = {}): Utforming => ({
  type: 'REGEL', innslagspunktOre: ore(1000 * TUSEN), grad: grad('0.7'), egenandelPerInnbyggerOre: ore(0), innbyggere: 0, trinn2: null, ...mer,
});

describe('the state and the municipalities', () => {
  test('today’s design is what the source prints, 44 % of the net cost', () => {
    const { base } = simulerUtforminger(NASJONALT, []);
    expect(base.tilskuddOre).toBe(7_159_918 * TUSEN);
    expect(base.egenandelOre).toBe(16_174 * MILL - 7_159_918 * TUSEN);
    expect(tilDesimal(brok(base.tilskuddOre, base.nettoOre), 2)).toBe('0.44');
  });

  test('what the state saves, the municipalities bear', () => {
    const ut = ett(NASJONALT, { type: 'GRAD', grad: grad('0.75') });
    expect(ut.endringOre).toBe(-447_494_875 * 100);
    expect(ut.egenandelOre - (16_174 * MILL - 7_159_918 * TUSEN)).toBe(-ut.endringOre);
  });

  test('a design that cannot be simulated says why, and the others stand', () => {
    const { svar, alternativer } = simulerUtforminger(NASJONALT, [{ type: 'INNSLAG', innslagspunktOre: ore(900 * TUSEN) }, { type: 'ANTALL', antall: 6500 }, { type: 'INNSLAG', innslagspunktOre: ore(9000 * TUSEN) }]);
    expect(svar.map((s) => (s.ok ? 'ok' : s.hinder))).toEqual(['TERSKEL_UNDER_GRUNNLAGET', 'ok', 'TERSKEL_OVER_FORDELINGEN']);
    expect(alternativer).toEqual([{ type: 'ANTALL', antall: 6500 }]);
  });
});

describe('the alternatives of the source', () => {
  test('a fixed share of the recipients is that many of them', () => {
    expect(ett(NASJONALT, { type: 'ANDEL', andel: grad('0.9') })).toEqual(ett(NASJONALT, { type: 'ANTALL', antall: 6413 }));
  });

  test('an appropriation grows with a yearly share, rounded once', () => {
    expect(bevilgningI({ type: 'BEVILGNING', bevilgningOre: ore(1000), vekst: grad('0.035'), ar: 2, baretNed: false })).toBe(1071);
    const ut = ett(NASJONALT, { type: 'BEVILGNING', bevilgningOre: ore(6307 * MILL), vekst: grad('0.03'), ar: 1, baretNed: false });
    expect(ut.tilskuddOre).toBe(6307 * MILL * 1.03);
  });

  test('age limit 70 with model 2 of 2015 adds 158 recipients and the printed 142 200', () => {
    const ut = ett(NASJONALT, alder());
    expect([tilDesimal(ut.antall, 0), ut.endringOre, tilDesimal(ut.kompensasjonsgrad ?? brok(0), 2)]).toEqual(['7283', 142_200 * TUSEN, '0.80']);
    expect(ut.nettoOre - NASJONALT.nettoOre).toBe(337_330 * TUSEN);
  });

  test('those who were in before, at the level they had at 67, with a grade that tapers', () => {
    const ut = ett(NASJONALT, alder({ andel: grad('0.5'), frosset: true, grader: [grad('0.6'), grad('0.4'), grad('0.2')] }));
    // 31, 26 and 23 recipients at 2 127 000 kr, 1 117 000 above the threshold
    expect(ut.endringOre).toBe((31 * 670_200 + 26 * 446_800 + 23 * 223_400) * 100);
    expect([tilDesimal(ut.antall, 0), ut.kompensasjonsgrad]).toEqual(['7205', null]);
  });

  test('for small municipalities only, the state pays the same: the large ones’ part is shared by inhabitants', () => {
    expect(ett(NASJONALT, { type: 'SMA', grense: 20_000 }).endringOre).toBe(0);
  });
});

describe('rules of other years as data', () => {
  test('per inhabitant (2004): the grade of what is above the thresholds, less an own share per inhabitant', () => {
    expect(ett(EGNE, regel({ egenandelPerInnbyggerOre: ore(567_00), innbyggere: 1000 })).tilskuddOre).toBe(Math.round(0.7 * (2_600_000 - 567_000) * 100));
    expect(ett(EGNE, regel({ egenandelPerInnbyggerOre: ore(567_00), innbyggere: 50_000 })).tilskuddOre).toBe(0);
  });

  test('a second tier gives its own grade of what is above it', () => {
    const ut = ett(EGNE, regel({ grad: grad('0.8'), trinn2: { innslagspunktOre: ore(2000 * TUSEN), grad: grad('0.9') } }));
    expect(ut.tilskuddOre).toBe((0.8 * 1_600_000 + 0.9 * 1_000_000) * 100);
    expect(ut.kompensasjonsgrad).toBeNull();
  });

  test('with one threshold and grade and no own share it is today’s scheme', () => {
    expect(ett(NASJONALT, regel({ innslagspunktOre: NASJONALT.innslagspunktOre, grad: grad('0.8') })).endringOre).toBe(0);
  });

  test('neither tier can be below what the distribution knows', () => {
    const [svar] = simulerUtforminger(NASJONALT, [regel({ innslagspunktOre: ore(800 * TUSEN) })]).svar;
    expect(svar).toEqual({ ok: false, hinder: 'TERSKEL_UNDER_GRUNNLAGET' });
  });
});

describe('risk', () => {
  const dyrere = (u: Utforming, g = NASJONALT) => {
    const [del] = statensDelAvDyrereAr(g, [u]);
    return del ? tilDesimal(del, 2) : null;
  };
  test('of a dearer year the state takes the grade, and nothing when the appropriation is fixed', () => {
    expect(dyrere({ type: 'GRAD', grad: grad('0.75') })).toBe('0.75');
    expect(dyrere({ type: 'BEVILGNING', bevilgningOre: ore(6650 * MILL), vekst: brok(0), ar: 0, baretNed: false })).toBe('0.00');
    expect(dyrere({ type: 'GRAD', grad: grad('0.75') }, EGNE)).toBe('0.75');
  });

  test('a dearer year has the same recipients, each with more above the threshold', () => {
    expect(medDyrereAr(EGNE, 10)).toMatchObject({ nettoOre: 5860 * TUSEN, grunnlag: { nettoOre: [1110, 1550, 3200].map((n) => n * TUSEN) } });
  });

  test('table 6.1 follows the grade, falls to nothing above the limit, and is unknown where the source does not say', () => {
    const utforminger: Utforming[] = [{ type: 'GRAD', grad: grad('0.4') }, { type: 'SMA', grense: 50_000 }, { type: 'SMA', grense: 20_000 }, { type: 'ANTALL', antall: 6500 }];
    const grupper = risikoPerGruppe(NASJONALT, utforminger, simulerUtforminger(NASJONALT, utforminger).svar);
    const kroner = (nr: number) => grupper[nr]?.under.map((u) => u && [u.snitt && Number(avrund(u.snitt)), Number(avrund(u.avvik))]);
    expect(kroner(8)).toEqual([[541, 150], [1082, 0], [null, 0], null]);
    expect(kroner(1)).toEqual([[1087, 991], [2174, 1981], [2174, 1981], null]);
  });
});
