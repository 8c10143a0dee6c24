import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok, NULL_BROK } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { Tiltaksrad, Tiltaksregning } from './tiltak.ts';
import { HOYST_PROSENT, minsteProsent, NYE, skjermTall, tallAv, tillatt } from './tiltakstall.ts';

const MND = [maned('2026-12'), maned('2027-01')];
const rad = (hvem: number, tjeneste: string, belop: readonly [number, number], pris: readonly [number, number] = [0, 0]): Tiltaksrad => ({
  vedtak: { vedtakId: hvem * 10, nummer: '', pseudonym: String(hvem), tjeneste, fom: '2026-12-01', tom: null, omfang: { type: 'NIVA', niva: 1 }, deler: [] },
  tjeneste, enhetId: 1, slag: 'MINDRE', minutterPerUke: brok(-30), tildelingPerManed: belop.map((b) => ore(b)), prisPerManed: pris.map((b) => ore(b)), ore: ore(belop[0] + belop[1] + pris[0] + pris[1]),
});
const regning = (rader: readonly Tiltaksrad[]): Tiltaksregning => {
  const perManed = MND.map((_, i) => ore(rader.reduce((s, r) => s + (r.tildelingPerManed[i] ?? 0) + (r.prisPerManed[i] ?? 0), 0)));
  return { maneder: MND, rader, perManed, ore: ore(perManed.reduce((a, b) => a + b, 0)), utenPris: 0, utenMengde: 0 };
};
const mange = (antall: number, tjeneste: string): Tiltaksrad[] => Array.from({ length: antall }, (_, i) => rad(i, tjeneste, [-1_000_000, -2_000_000]));

describe('the figures of a list', () => {
  test('to year end are the months of the year, and services sum to the whole', () => {
    const tall = tallAv(regning([...mange(6, 'A'), rad(1, 'B', [-5, -7], [-1, -1])]), maned('2026-12'), false);
    expect(tall).toMatchObject({ mottakere: 6, vedtak: 6, minutterPerUke: -210, arsluttOre: -6_000_006, tolvOre: -18_000_014, tildelingOre: -18_000_012, prisOre: -2 });
    expect(tall.tjenester.reduce((s, d) => s + d.tolvOre, 0)).toBe(tall.tolvOre);
    expect(tall.enheter).toMatchObject([{ koder: ['1'], tolvOre: -2 }]);
  });
  test('new recipients are counted for themselves', () => {
    const ny: Tiltaksrad = { ...rad(1, 'A', [10, 10]), vedtak: null, tjeneste: null, enhetId: null, slag: 'NY', minutterPerUke: NULL_BROK };
    expect(tallAv(regning([ny, ny]), maned('2026-12'), false).tjenester).toMatchObject([{ koder: [NYE], mottakere: 2, vedtak: 0, tolvOre: 40 }]);
  });
});

describe('to one who sees sums only', () => {
  test('small services go with another, and kroner are whole ten thousands', () => {
    const tall = skjermTall(tallAv(regning([...mange(9, 'A'), rad(50, 'B', [-333_333, 0])]), maned('2026-12'), true));
    expect(tall?.tjenester.map((d) => d.koder)).toEqual([['A', 'B']]);
    expect([tall?.arsluttOre, tall?.tolvOre, tall?.storsteOre]).toEqual([-9_000_000, -27_000_000, 0]);
  });
  test('four recipients, or one that is nearly all: nothing', () => {
    expect(skjermTall(tallAv(regning(mange(4, 'A')), maned('2026-12'), true))).toBeNull();
    expect(skjermTall(tallAv(regning([...mange(9, 'A'), rad(99, 'A', [-900_000_000, 0])]), maned('2026-12'), true))).toBeNull();
  });
  test('only whole bundles can be chosen; none chosen is all', () => {
    const valg = { tjenester: ['B'], promille: 50, mottakere: 0, prisPromille: 0, fra: dato('2026-12-01'), overManeder: 1 };
    expect(tillatt(valg, [['A'], ['B', 'C']]).tjenester).toEqual(['A', 'B', 'C']);
    expect(tillatt({ ...valg, tjenester: ['B', 'C'] }, [['A'], ['B', 'C']]).tjenester).toEqual(['B', 'C']);
  });
});

describe('the least that covers', () => {
  test('is the first whole per cent that does, and nothing is said beyond what is a gradual review', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 5_000 }), (gap, perProsent) => {
        const svar = minsteProsent(gap, (p) => p * perProsent);
        const riktig = Math.ceil(gap / perProsent);
        expect(svar).toBe(riktig > HOYST_PROSENT ? null : riktig);
      }),
    );
  });
  test('a means that saves nothing covers nothing', () => expect(minsteProsent(1, () => 0)).toBeNull());
});
