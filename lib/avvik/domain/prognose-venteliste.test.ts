import { describe, expect, test } from 'vitest';
import { dagerI, leggTilManeder, maned, manederFraTil } from '#lib/core/maned.ts';
import { bestandsnokkel, type Bestandstall, ventetBestand } from './prognose-serie.ts';
import { utoverVanligKo, type Venteliste, ventenokkel, type Ventetall } from './prognose-venteliste.ts';
import { lagPrognose, type Prognosegrunnlag } from './prognose.ts';

const FRA = maned('2024-11');
const NAA = maned('2026-10');
const HISTORIE = manederFraTil(FRA, NAA);

/** `venter` at every month-end, the last one `naa`; each who waits has `perVentende` of a place at every later month. */
function liste(venter: number, naa: number, perVentende: number, fra = FRA): Venteliste {
  const rader = manederFraTil(fra, NAA).flatMap((kjentVed) =>
    Array.from({ length: 13 }, (_, lead): Ventetall => ({ kjentVed, maned: leggTilManeder(kjentVed, lead), venter: kjentVed === NAA ? naa : venter, kom: lead === 0 ? 0 : venter * perVentende })),
  ).filter((r) => r.maned <= NAA);
  return new Map(rader.map((r) => [ventenokkel(r.kjentVed, r.maned), r]));
}

function bestand(daglig: number): Map<string, Bestandstall> {
  const rader = HISTORIE.flatMap((kjentVed) => Array.from({ length: 13 }, (_, lead): Bestandstall => ({ kjentVed, maned: leggTilManeder(kjentVed, lead), volum: daglig, bortfalt: 0 })));
  return new Map(rader.map((r) => [bestandsnokkel(r.kjentVed, r.maned), r]));
}

describe('the waiting list beyond the usual', () => {
  test('as many as usual: those who come are in the inflow already', () => {
    expect(utoverVanligKo(liste(4, 4, 0.5), NAA, 2, 12)).toBe(0);
  });

  test('six more than the usual four, and one of two has a place so many months later: three more, and two fewer gives one less', () => {
    expect(utoverVanligKo(liste(4, 10, 0.5), NAA, 2, 12)).toBeCloseTo(3);
    expect(utoverVanligKo(liste(4, 2, 0.5), NAA, 2, 12)).toBeCloseTo(-1);
  });

  test('a list that nobody comes from changes nothing', () => {
    expect(utoverVanligKo(liste(4, 10, 0), NAA, 2, 12)).toBe(0);
  });

  test('five month-ends with a list, or fewer than twelve seen waiting, are too few; six are not', () => {
    // Two months ahead the newest known pair began in August: March to August are six.
    expect(utoverVanligKo(liste(4, 10, 0.5, maned('2026-04')), NAA, 2, 12)).toBe(0);
    expect(utoverVanligKo(liste(4, 10, 0.5, maned('2026-03')), NAA, 2, 12)).toBeCloseTo(3);
    expect(utoverVanligKo(liste(0, 10, 0.5), NAA, 2, 12)).toBe(0);
  });

  test('is added to what is expected in force', () => {
    expect(ventetBestand(bestand(20), NAA, 2, FRA, liste(4, 10, 0.5))).toBeCloseTo(23);
    expect(ventetBestand(bestand(20), NAA, 2, FRA)).toBeCloseTo(20);
  });

  test('is in the point forecast, and said as an amount of its own', () => {
    const linje = { id: 'l', gruppe: 'sykehjem', engang: false, bestand: 'T', posteringer: HISTORIE.map((m) => ({ gjelder: m, bokfort: m, volum: 20 * dagerI(m), belopOre: 20 * dagerI(m) * 1000 })), prisbok: new Map() };
    const uten: Prognosegrunnlag = { fra: FRA, linjer: [linje], bestand: new Map([['T', bestand(20)]]) };
    const flere = lagPrognose({ ...uten, venteliste: new Map([['T', liste(4, 10, 0.5)]]) }, NAA);
    expect(flere.ventelisteOre).toBe(3 * (30 + 31) * 1000);
    expect(flere.sum.aret.ore - lagPrognose(uten, NAA).sum.aret.ore).toBe(flere.ventelisteOre);
    expect(lagPrognose(uten, NAA).ventelisteOre).toBe(0);
  });
});
