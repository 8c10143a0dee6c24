import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { ALLE_TEKSTER } from './brevmal.ts';
import { EKSEMPLER, lagEksempel } from './eksempelbrev.ts';
import { endredeRettskilder, endredeTekster, MALSEKSJONER, navnFor, ukjenteI } from './malseksjoner.ts';
import { STANDARDMAL } from './standardmal.ts';

describe('the parts a template is written in', () => {
  test('hold every text once', () => {
    expect(Object.values(MALSEKSJONER).flat().toSorted()).toEqual([...ALLE_TEKSTER].toSorted());
  });

  test('say what can be filled in, and what cannot', () => {
    expect(navnFor('innvilget', 'nb', STANDARDMAL)).toEqual(['{fom}', '{tom}', '{tjeneste}', '{omfang}', '{utforer}']);
    expect(ukjenteI('Fra {fom} ({lov.RETT}).', 'innvilget', 'nb', ['RETT'], STANDARDMAL)).toEqual([]);
    expect(ukjenteI('Fra {fra} {fra} ({lov.NY}) {', 'innvilget', 'nb', ['RETT'], STANDARDMAL)).toEqual(['{fra}', '{lov.NY}', '{']);
  });

  test('name what differs from the version before', () => {
    const nb = { ...STANDARDMAL.tekst.nb, klage: 'Slik klager du' };
    const na = { ...STANDARDMAL, tekst: { ...STANDARDMAL.tekst, nb }, rettskilder: { ...STANDARDMAL.rettskilder, NY: { nb: 'a', nn: 'b', bekreftet: true } } };
    expect(endredeTekster(STANDARDMAL, na)).toEqual([{ sprak: 'nb', nokkel: 'klage', for: 'Du kan klage', na: 'Slik klager du' }]);
    expect(endredeRettskilder(STANDARDMAL, na)).toEqual(['NY']);
    expect(endredeTekster(na, na)).toEqual([]);
  });
});

test.each(EKSEMPLER.flatMap((slag) => (['nb', 'nn'] as const).map((sprak) => [slag, sprak] as const)))('the example %s in %s is a whole letter of the template', (slag, sprak) => {
  const brev = lagEksempel(slag, STANDARDMAL, { sprak, kommune: 'Sørvik kommune', dato: dato('2026-11-23') });
  expect(brev.sprak).toBe(sprak);
  expect(brev.deler.length).toBeGreaterThan(2);
  expect(JSON.stringify(brev)).not.toMatch(/[^\\]\{[a-zA-Z.]+\}|undefined/);
});
