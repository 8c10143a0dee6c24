import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { feilIVerdi, konter, type Konteringsfelt, type Konteringsregel, kolliderer, velgRegel } from './kontering.ts';

const OKT = '2026-10' as Maned;
let id = 0;
const regel = (felt: Konteringsfelt, verdi: string, r: Partial<Konteringsregel> = {}): Konteringsregel => ({
  id: (id += 1), felt, verdi, enhetId: null, tjeneste: null, komponent: null, gruppe: null, fomManed: '2020-01' as Maned, tomManed: null, ...r,
});
const linje = { enhetId: 2, tjeneste: 'HJEMMESYKEPLEIE', komponent: 'time', gruppe: 'KOMMUNAL', maned: OKT };

describe('the most specific rule wins', () => {
  test('a rule with more conditions goes before one with fewer, whatever they are and in whatever order they stand', () => {
    const regler = [
      regel('ART', '10000'),
      regel('ART', '20000', { enhetId: 2 }),
      regel('ART', '30000', { tjeneste: 'HJEMMESYKEPLEIE', komponent: 'time' }),
    ];
    expect(velgRegel(regler, 'ART', linje)?.verdi).toBe('30000');
    expect(velgRegel(regler.toReversed(), 'ART', linje)?.verdi).toBe('30000');
    expect(velgRegel(regler, 'ART', { ...linje, komponent: 'besok' })?.verdi).toBe('20000');
    expect(velgRegel(regler, 'ART', { ...linje, enhetId: 3, komponent: 'besok' })?.verdi).toBe('10000');
  });

  test('with as many conditions the unit counts most, then service, component and price group', () => {
    const regler = [regel('ART', '4', { gruppe: 'KOMMUNAL' }), regel('ART', '3', { komponent: 'time' }), regel('ART', '2', { tjeneste: 'HJEMMESYKEPLEIE' }), regel('ART', '1', { enhetId: 2 })];
    expect(regler.map((_, i) => velgRegel(regler.slice(0, 4 - i), 'ART', linje)?.verdi)).toEqual(['1', '2', '3', '4']);
  });

  test('a rule holds in its own months, by the month of the books', () => {
    const regler = [regel('FUNKSJON', '254', { tomManed: '2026-09' as Maned }), regel('FUNKSJON', '258', { fomManed: '2026-10' as Maned })];
    expect(velgRegel(regler, 'FUNKSJON', linje)?.verdi).toBe('258');
    expect(velgRegel(regler, 'FUNKSJON', { ...linje, maned: '2026-09' as Maned })?.verdi).toBe('254');
  });
});

describe('what is missing is told, never filled in', () => {
  test('every field without a rule is named with the line it is for', () => {
    const svar = konter([regel('ART', '10000')], ['ART', 'FUNKSJON', 'ANSVAR_UTFORER'], linje);
    expect(svar).toEqual({ ok: false, feil: [{ felt: 'FUNKSJON', kjennetegn: linje }, { felt: 'ANSVAR_UTFORER', kjennetegn: linje }] });
  });

  test('a municipality without projects needs no project rule; one with a project rule needs one for every line', () => {
    expect(konter([], ['PROSJEKT_UTFORER'], linje)).toMatchObject({ ok: true, verdi: { PROSJEKT_UTFORER: '' } });
    const noen = [regel('PROSJEKT_UTFORER', '7001', { enhetId: 3 })];
    expect(konter(noen, ['PROSJEKT_UTFORER'], linje).ok).toBe(false);
    expect(konter([...noen, regel('PROSJEKT_UTFORER', '')], ['PROSJEKT_UTFORER'], linje)).toMatchObject({ ok: true, verdi: { PROSJEKT_UTFORER: '' } });
  });
});

test('internal purchase and sale are not in KOSTRA, so no rule may name their arts', () => {
  expect(feilIVerdi('ART', '290')).toBe('ART_INTERN');
  expect(feilIVerdi('ART', '79000')).toBe('ART_INTERN');
  expect(feilIVerdi('ART', '37000')).toBeNull();
  expect(feilIVerdi('FUNKSJON', '25x')).toBe('VERDI_FORM');
  expect(feilIVerdi('PROSJEKT_BESTILLER', '')).toBeNull();
  expect(feilIVerdi('ANSVAR_BESTILLER', '')).toBe('VERDI_FORM');
  expect(feilIVerdi('ANSVAR_UTFORER', '=1+1')).toBe('VERDI_FORM');
});

test('two rules with the same conditions collide in the months they share, and only there', () => {
  const a = regel('ART', '1', { tomManed: '2026-05' as Maned });
  expect(kolliderer(a, regel('ART', '2', { fomManed: '2026-05' as Maned }))).toBe(true);
  expect(kolliderer(a, regel('ART', '2', { fomManed: '2026-06' as Maned }))).toBe(false);
  expect(kolliderer(a, regel('ART', '2', { enhetId: 2 }))).toBe(false);
});
