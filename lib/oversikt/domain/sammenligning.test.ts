import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { type Enhetsfakta, indeks, maal, maalPerManed, type Manedsfakta, samlet } from '#lib/oversikt/domain/sammenligning.ts';

const maneden = (m: string, resten: Partial<Manedsfakta> = {}): Manedsfakta => ({
  maned: maned(m), kostnadOre: 60_000_000, betaltMinutter: 120_000, brukerrettetMinutter: 60_000, belagteDogn: 0, inntektOre: 63_000_000, prisinntektOre: 56_700_000, klager: 1, ...resten,
});
const enhet = (resten: Partial<Enhetsfakta> = {}): Enhetsfakta => ({
  enhetId: 2, maneder: [maneden('2026-01'), maneden('2026-02')], mottakere: 100, vedtattUkeminutter: 36_000, timemottakere: 80, overforingOre: -500_000, ventedager: 6, ventende: 30, vedtattMinutter: 150_000, levertMinutter: 144_000, ...resten,
});

describe('a unit’s measures', () => {
  test('cost per delivered hour, time with the recipients, price, result, complaints, waiting and what was not delivered', () => {
    expect(maal(enhet())).toEqual({ ENHETSKOSTNAD: 60_000, BRUKERTID: 500, TIMER_PER_MOTTAKER: 750, PRISAVHENGIGHET: 900, RESULTAT: 48, OVERFORING: -500_000, KLAGER: 120, VENTETID: 6, IKKE_LEVERT: 40 });
  });

  test('where there are beds, cost is per day and night, and time with the recipients is no measure', () => {
    const seng = enhet({ maneder: [maneden('2026-01', { belagteDogn: 300, brukerrettetMinutter: 0 })] });
    expect(maal(seng)).toMatchObject({ ENHETSKOSTNAD: 200_000, BRUKERTID: null });
  });

  test('a month without accounts is left out of the cost and its hours with it; nothing is taken for 0', () => {
    const uten = enhet({ maneder: [maneden('2026-01'), maneden('2026-02', { kostnadOre: null, betaltMinutter: null, klager: null })] });
    expect(maal(uten)).toMatchObject({ ENHETSKOSTNAD: 60_000, BRUKERTID: 500, RESULTAT: 48 });
    expect(maalPerManed(uten, 'ENHETSKOSTNAD').map((m) => m.tall)).toEqual([60_000, null]);
    expect(maal(enhet({ maneder: [maneden('2026-01', { kostnadOre: null, betaltMinutter: null, klager: null })] }))).toMatchObject({ ENHETSKOSTNAD: null, BRUKERTID: null, RESULTAT: null, KLAGER: null });
  });

  test('few are hidden', () => {
    expect(maal(enhet({ mottakere: 4, timemottakere: 4, ventende: 4 }))).toMatchObject({ TIMER_PER_MOTTAKER: null, KLAGER: null, VENTETID: null, IKKE_LEVERT: null });
  });

  test('more delivered than granted is not negative', () => {
    expect(maal(enhet({ levertMinutter: 200_000 })).IKKE_LEVERT).toBe(0);
  });
});

describe('the whole', () => {
  test('is the units as one, not the mean of their means', () => {
    const stor = enhet();
    const liten = enhet({ enhetId: 3, maneder: [maneden('2026-01', { kostnadOre: 9_000_000, brukerrettetMinutter: 6_000 }), maneden('2026-02', { kostnadOre: 9_000_000, brukerrettetMinutter: 6_000 })] });
    expect(maal(liten).ENHETSKOSTNAD).toBe(90_000);
    expect(maal(samlet([stor, liten])).ENHETSKOSTNAD).toBe(62_727);
    expect(indeks(90_000, 62_727)).toBe(143);
    expect(samlet([stor]).maneder).toEqual(stor.maneder);
  });

  test('has no cost for a month that one of them has no accounts for', () => {
    expect(samlet([enhet(), enhet({ maneder: [maneden('2026-01', { kostnadOre: null }), maneden('2026-02')] })]).maneder.map((m) => m.kostnadOre)).toEqual([null, 120_000_000]);
  });

  test('an index needs a whole that is more than nothing', () => {
    expect([indeks(5, 0), indeks(null, 5), indeks(5, -2), indeks(5, null)]).toEqual([null, null, null, null]);
  });
});
