import { describe, expect, test } from 'vitest';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import type { AvregningInn, Fastledd } from '#lib/avregning/domain/avregning-inn.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import { byggEnhet, byggSak } from '#lib/avregning/domain/bygg-sak.ts';

function linjer(fastledd: Fastledd, valg: Partial<AvregningInn> = {}, dekker: string[] | null = null) {
  const enheter = [byggEnhet('U1', { plasser: { LANGTID: 20 } }), byggEnhet('U2', { plasser: { LANGTID: 30 } })];
  const ordninger = [{ id: 'isf', enheter: dekker, komponenter: [], fastledd: [fastledd] }];
  const svar = beregnAvregning(byggSak([], { enheter, ordninger, ...valg }));
  if (!svar.ok) throw new Error('price');
  return svar.verdi.linjer.map((l) => ({ enhet: l.enhet, komponent: l.komponent, belopOre: l.belopOre }));
}

describe('fixed parts', () => {
  test('a frame is paid by the month of its year, to a unit that the scheme covers', () => {
    const ramme = { type: 'RAMME', kode: 'r', enhet: 'U1', ar: 2025, arsbelopOre: ore(100) } as const;
    expect(linjer(ramme)).toEqual([{ enhet: 'U1', komponent: 'r', belopOre: 8 }]);
    expect(linjer(ramme, { maned: maned('2026-03') })).toEqual([]);
    expect(linjer(ramme, {}, ['U2'])).toEqual([]);
  });

  test('a refund is a share of the accounts of the listed arts and functions', () => {
    const refusjon = {
      type: 'REFUSJON',
      kode: 'husleie',
      arter: ['190', '195-199'],
      funksjoner: ['253'],
      andel: brokFraDesimal('0.85'),
    } as const;
    const post = { enhet: 'U2', maned: maned('2025-03'), funksjon: '253', art: '197', ore: ore(1001) };
    const regnskap = [
      post,
      { ...post, funksjon: '254' },
      { ...post, art: '200' },
      { ...post, maned: maned('2025-02') },
    ];
    expect(linjer(refusjon, { regnskap })).toEqual([{ enhet: 'U2', komponent: 'husleie', belopOre: 851 }]);
    expect(linjer(refusjon, { regnskap: [post, { ...post, ore: ore(-1001) }] })).toEqual([]);
  });

  test('the small-unit supplement goes to units with fewer places than the limit on the first of the month', () => {
    const smadrift = {
      type: 'SMADRIFT',
      kode: 's',
      plasstype: 'LANGTID',
      underPlasser: 24,
      ar: 2025,
      arsbelopOre: ore(1200),
    } as const;
    expect(linjer(smadrift)).toEqual([{ enhet: 'U1', komponent: 's', belopOre: 100 }]);
    const uten = [byggEnhet('U1', { fom: dato('2025-03-02'), plasser: { LANGTID: 20 } })];
    expect(linjer(smadrift, { enheter: uten, oppdrag: [] })).toEqual([]);
  });

  test('a manual line is posted whatever its scheme covers, once', () => {
    const manuelle = [{ id: 'K1', ordning: 'isf', enhet: 'U2', gjelderManed: maned('2025-03'), ore: ore(-500) }];
    const ramme = { type: 'RAMME', kode: 'r', enhet: 'U9', ar: 2025, arsbelopOre: ore(100) } as const;
    expect(linjer(ramme, { manuelle }, ['U1'])).toEqual([{ enhet: 'U2', komponent: 'manuell/K1', belopOre: -500 }]);
    expect(linjer(ramme, { manuelle: manuelle.map((m) => ({ ...m, gjelderManed: maned('2025-01') })) })).toEqual([]);
  });
});
