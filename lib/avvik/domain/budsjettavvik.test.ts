import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { beregnAvvik, delAvvik } from '#lib/avvik/domain/budsjettavvik.ts';
import { beregnUtforeravvik, delUtforeravvik } from '#lib/avvik/domain/utforeravvik.ts';

const linje = (id: string, vb: number, pb: number | null, va: number, belop: number) => ({
  id,
  gruppe: 'hjemmetjeneste',
  budsjettVolum: brok(vb),
  budsjettPrisOre: pb === null ? null : ore(pb),
  faktiskVolum: brok(va),
  faktiskBelopOre: ore(belop),
});

describe('the purchaser’s deviation', () => {
  test('more hours at the budgeted price is volume', () => {
    expect(delAvvik([linje('a', 100, 500, 120, 60_000)])).toMatchObject({
      budsjettOre: 50_000,
      avvikOre: 10_000,
      volumOre: 10_000,
      miksOre: 0,
      prisOre: 0,
    });
  });

  test('the same hours at a higher price is price', () => {
    expect(delAvvik([linje('a', 100, 500, 100, 55_000)])).toMatchObject({ volumOre: 0, miksOre: 0, prisOre: 5_000 });
  });

  test('the same hours, more of them dear, is mix', () => {
    const linjer = [linje('kommunal', 50, 400, 30, 12_000), linje('privat', 50, 600, 70, 42_000)];
    expect(delAvvik(linjer)).toMatchObject({ volumOre: 0, miksOre: 4_000, prisOre: 0 });
  });

  test('a service without a budget is priced at its own mean; a group without one is all volume', () => {
    expect(delAvvik([linje('a', 100, 500, 100, 50_000), linje('ny', 0, null, 10, 9_000)])).toMatchObject({
      volumOre: 5_000,
      miksOre: 4_000,
      prisOre: 0,
    });
    expect(delAvvik([linje('ny', 0, null, 10, 9_000)])).toMatchObject({ volumOre: 9_000, miksOre: 0, prisOre: 0 });
    expect(delAvvik([linje('a', 1, 1, 1, 1), linje('tom', 0, null, 0, 7)])).toMatchObject({ avvikOre: 7, prisOre: 7 });
  });

  test('volume, mix and price are the deviation, in every group and in all', () => {
    const mengde = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 997 })).map(([t, n]) => brok(t, n));
    const belop = fc.integer({ min: -1e9, max: 1e9 });
    const linjer = fc.record({
      id: fc.constant(''),
      gruppe: fc.constantFrom('a', 'b', 'c'),
      budsjettVolum: mengde,
      budsjettPrisOre: fc.nat(200_000).map(ore),
      faktiskVolum: mengde,
      faktiskBelopOre: belop.map(ore),
    });
    fc.assert(
      fc.property(fc.array(linjer), (ll) => {
        const ut = beregnAvvik(ll);
        for (const g of [...ut.grupper, ut.sum]) {
          expect(BigInt(g.volumOre) + BigInt(g.miksOre) + BigInt(g.prisOre)).toBe(BigInt(g.avvikOre));
          expect(g.faktiskOre - g.budsjettOre).toBe(g.avvikOre);
        }
      }),
    );
  });
});

describe('the provider’s deviation', () => {
  const enhet = {
    id: 'U1',
    volum: brok(1000),
    normtimerPerVolum: brok(2),
    budsjettsatsOre: ore(40_000),
    budsjettAnnetOre: ore(5_000_000),
    timer: brok(2100),
    lonnOre: ore(88_200_000),
    annetOre: ore(6_000_000),
    inntektOre: ore(83_000_000),
  };

  test('dearer hours, more hours than the norm, other costs, and what the price does not cover', () => {
    expect(delUtforeravvik(enhet)).toEqual({
      enhet: 'U1',
      avvikOre: 11_200_000,
      lonnOre: 4_200_000,
      effektivitetOre: 4_000_000,
      annetOre: 1_000_000,
      prisdekningOre: 2_000_000,
    });
  });

  test('the parts are the deviation, for every unit and in all', () => {
    const belop = fc.integer({ min: -1e10, max: 1e10 }).map(ore);
    const mengde = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 997 })).map(([t, n]) => brok(t, n));
    const enheter = fc.record({
      id: fc.string(),
      volum: mengde,
      // up to twenty hours a unit of volume: amounts stay inside what a municipality can spend
      normtimerPerVolum: fc.tuple(fc.nat(2_000), fc.constantFrom(100, 997)).map(([t, n]) => brok(t, n)),
      budsjettsatsOre: fc.nat(90_000).map(ore),
      budsjettAnnetOre: belop,
      timer: mengde,
      lonnOre: belop,
      annetOre: belop,
      inntektOre: belop,
    });
    fc.assert(
      fc.property(fc.array(enheter), (liste) => {
        const ut = beregnUtforeravvik(liste);
        for (const e of [...ut.enheter, ut.sum]) {
          const deler = [e.lonnOre, e.effektivitetOre, e.annetOre, e.prisdekningOre];
          expect(deler.reduce((sum, del) => sum + BigInt(del), 0n)).toBe(BigInt(e.avvikOre));
        }
      }),
    );
  });
});
