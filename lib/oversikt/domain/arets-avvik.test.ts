import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { aretsAvvik, type Manedstall } from './arets-avvik.ts';

const JAN = maned('2026-01');
const FEB = maned('2026-02');

function tall(del: Partial<Manedstall>): Manedstall {
  return {
    maned: JAN, ordningId: 1, komponent: 'time', enhetId: 1, budsjettVolum: brok(100), budsjettPrisOre: ore(66_800),
    faktiskVolum: brok(100), faktiskBelopOre: ore(6_680_000), antallVedtak: 40, ...del,
  };
}

describe('the year’s deviation', () => {
  test('ten more hours at the budgeted price are volume, and nothing is price', () => {
    const a = aretsAvvik([tall({ faktiskVolum: brok(110), faktiskBelopOre: ore(7_348_000) })], JAN, [JAN]);
    expect(a.maned).toMatchObject({ avvikOre: 668_000, volumOre: 668_000, miksOre: 0, prisOre: 0 });
  });

  test('the same hours at a higher price are price, and nothing is volume', () => {
    const a = aretsAvvik([tall({ faktiskBelopOre: ore(6_700_000) })], JAN, [JAN]);
    expect(a.maned).toMatchObject({ avvikOre: 20_000, volumOre: 0, miksOre: 0, prisOre: 20_000 });
  });

  test('hours are never added to visits: a saved hour does not pay for a hundred visits in the volume', () => {
    const a = aretsAvvik([
      tall({ faktiskVolum: brok(99), faktiskBelopOre: ore(6_613_200) }),
      tall({ komponent: 'besok', budsjettVolum: brok(400), budsjettPrisOre: ore(4_600), faktiskVolum: brok(500), faktiskBelopOre: ore(2_300_000) }),
    ], JAN, [JAN]);
    expect(a.maned).toMatchObject({ volumOre: -66_800 + 460_000, prisOre: 0 });
  });

  test('the year so far is the sum of its months, and the course ends in it', () => {
    const a = aretsAvvik([tall({ faktiskBelopOre: ore(6_700_000) }), tall({ maned: FEB, faktiskBelopOre: ore(6_690_000) })], FEB, [JAN, FEB]);
    expect(a.hittil.avvikOre).toBe(30_000);
    expect(a.kumulativt.at(-1)?.avvikOre).toBe(30_000);
    expect(a.maned.avvikOre).toBe(10_000);
  });

  test('a unit with four vedtak is not shown alone', () => {
    const a = aretsAvvik([tall({}), tall({ enhetId: 2, antallVedtak: 4 }), tall({ enhetId: 3, antallVedtak: 12 })], JAN, [JAN]);
    expect(a.enheter.map((e) => e.enhetIder.toSorted())).toEqual([[1], [2, 3]]);
  });

  test('the units’ parts sum to the whole, whatever the figures', () => {
    const rad = fc.record({
      enhetId: fc.integer({ min: 1, max: 6 }), komponent: fc.constantFrom('time', 'besok'),
      bv: fc.integer({ min: 0, max: 90_000 }), fv: fc.integer({ min: 0, max: 90_000 }), pris: fc.integer({ min: 1, max: 99_999 }), belop: fc.integer({ min: 0, max: 9_999_999 }), antall: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(fc.property(fc.array(rad, { minLength: 1, maxLength: 20 }), (rader) => {
      const inn = rader.map((r) => tall({ enhetId: r.enhetId, komponent: r.komponent, budsjettVolum: brok(r.bv, 100), budsjettPrisOre: ore(r.pris), faktiskVolum: brok(r.fv, 100), faktiskBelopOre: ore(r.belop), antallVedtak: r.antall }));
      const a = aretsAvvik(inn, JAN, [JAN]);
      expect(a.maned.volumOre + a.maned.miksOre + a.maned.prisOre).toBe(a.maned.avvikOre);
      for (const e of a.enheter) expect(e.volumOgMiksOre + e.prisOre).toBe(e.avvikOre);
      const faktisk = a.enheter.reduce((s, e) => s + e.faktiskOre, 0);
      expect(faktisk).toBe(a.hittil.faktiskOre);
    }));
  });
});
