import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { erAvregnet, rapportadresse, rapportstart, type Seksjon, slagFor } from './rapport.ts';
import { differanser } from './rapportdifferanse.ts';
import { lesParametervalg, overGrensen, PARAMETRE, SORUMS_TI } from './rapportparametre.ts';
import { medTidligereSkjult, skjermetAntall, skjulteRader } from './rapportskjerming.ts';
import { celletekst, medEnhet, talltekst, teksttabell } from './rapporttekst.ts';

const ord = (nokkel: string, verdier?: Readonly<Record<string, string | number>>): string => (verdier ? `${nokkel}:${Object.values(verdier).join()}` : nokkel);
const enheter = (rader: readonly (readonly [string, number | 'SKJULT'])[]): Seksjon => ({
  kode: 'enheter', kapittel: 'okonomi', kolonner: [{ kode: 'avvik', form: 'oreEndring' }], rader: rader.map(([nokkel, celle]) => ({ nokkel, navn: nokkel, celler: [celle] })),
});
const perioden = (kostnad: number): Seksjon => ({ kode: 'perioden', kapittel: 'okonomi', kolonner: [{ kode: 'kostnad', form: 'ore' }], rader: [{ nokkel: 'MANED', navn: null, celler: [kostnad] }] });
const parameter = (kode: string, form: 'antall' | 'ore', verdi: number | 'SKJULT' | 'MANGLER'): Seksjon => ({
  kode: 'parametre', kapittel: 'sammendrag', kolonner: [{ kode: 'verdi', form: 'antall' }], rader: [{ nokkel: kode, navn: null, form, celler: [verdi] }],
});

describe('which reports there are', () => {
  test('a month any month, a tertial in April, August and December, the council in June and December', () => {
    expect(slagFor(maned('2026-10'))).toEqual(['MANED']);
    expect(slagFor(maned('2026-08'))).toEqual(['MANED', 'TERTIAL']);
    expect(slagFor(maned('2026-06'))).toEqual(['MANED', 'HALVAR']);
    expect(slagFor(maned('2026-12'))).toEqual(['MANED', 'TERTIAL', 'HALVAR']);
  });

  test('a tertial is four months, and the council reads the year so far', () => {
    expect(rapportstart('TERTIAL', maned('2026-08'))).toBe('2026-05');
    expect(rapportstart('TERTIAL', maned('2026-09'))).toBeNull();
    expect(rapportstart('HALVAR', maned('2026-12'))).toBe('2026-01');
    expect(rapportstart('HALVAR', maned('2026-11'))).toBeNull();
  });

  test('only of months that are all settled', () => {
    expect(erAvregnet('TERTIAL', maned('2026-04'), [maned('2026-03'), maned('2026-04')])).toBe(false);
    expect(erAvregnet('TERTIAL', maned('2026-04'), ['2026-01', '2026-02', '2026-03', '2026-04'].map(maned))).toBe(true);
    expect(erAvregnet('TERTIAL', maned('2026-03'), [maned('2026-03')])).toBe(false);
  });

  test('the address is the same for every version of the same report', () => {
    expect(rapportadresse('MANED', maned('2026-10'))).toBe('maned-2026-10');
    expect(rapportadresse('TERTIAL', maned('2026-12'))).toBe('tertial-2026-3');
    expect(rapportadresse('HALVAR', maned('2026-06'))).toBe('kommunestyret-2026-1');
  });
});

describe('what is hidden stays hidden', () => {
  test('a row that one report of the year hid is hidden in the next, with the smallest of the others', () => {
    const ut = medTidligereSkjult([enheter([['nord', 900], ['sor', -20], ['fjord', 400]])], new Set(['enheter/fjord']));
    expect(ut[0]?.rader.map((r) => r.celler[0])).toEqual([900, 'SKJULT', 'SKJULT']);
    expect(skjulteRader(ut)).toEqual(['enheter/sor', 'enheter/fjord']);
  });

  test('two hidden rows hide each other, and nothing more is taken', () => {
    const ut = medTidligereSkjult([enheter([['nord', 900], ['sor', 'SKJULT'], ['fjord', 'SKJULT']])], new Set());
    expect(ut[0]?.rader.map((r) => r.celler[0])).toEqual([900, 'SKJULT', 'SKJULT']);
  });

  test('a table without hidden rows is shown whole', () => {
    const inn = [enheter([['nord', 900], ['sor', -20]])];
    expect(medTidligereSkjult(inn, new Set(['enheter/ukjent']))).toEqual(inn);
  });

  test('one to four are hidden; none and five are not', () => {
    expect([0, 1, 4, 5].map(skjermetAntall)).toEqual([0, 'SKJULT', 'SKJULT', 5]);
  });
});

describe('reported then and known now', () => {
  test('a total that has changed stands with both and the difference; one that has not, is not there', () => {
    expect(differanser([perioden(1000)], [perioden(1250)])).toEqual([{ seksjon: 'perioden', nokkel: 'MANED', kolonne: 'kostnad', form: 'ore', da: 1000, na: 1250, endring: 250 }]);
    expect(differanser([perioden(1000)], [perioden(1000)])).toEqual([]);
  });

  test('a unit’s change is never shown: it can be one recipient’s correction', () => {
    expect(differanser([enheter([['nord', 900]])], [enheter([['nord', 950]])])).toEqual([]);
  });

  test('two counts with fewer than five between them do not say so', () => {
    expect(differanser([parameter('KLAGER', 'antall', 6)], [parameter('KLAGER', 'antall', 8)])[0]).toMatchObject({ da: 6, na: 'SKJULT', endring: null });
    expect(differanser([parameter('KLAGER', 'antall', 6)], [parameter('KLAGER', 'antall', 12)])[0]).toMatchObject({ da: 6, na: 12, endring: 6 });
    expect(differanser([parameter('KLAGER', 'antall', 'SKJULT')], [parameter('KLAGER', 'antall', 5)])[0]).toMatchObject({ da: 'SKJULT', na: 'SKJULT', endring: null });
  });
});

describe('the sector’s ten parameters', () => {
  test('the set is ten, begins with the three the source names, and says which are a proposal', () => {
    expect(SORUMS_TI).toHaveLength(10);
    expect(PARAMETRE.filter((p) => p.kilde === 'SORUM').map((p) => p.kode)).toEqual(['FORBRUK', 'TJENESTEVOLUM', 'SYKEFRAVAR']);
  });

  test('the municipality’s choice is read in its order; nonsense gives the ten', () => {
    expect(lesParametervalg([{ kode: 'KLAGER', mal: 3, grense: 'x' }, { kode: 'UKJENT' }, { kode: 'FORBRUK' }])).toEqual([{ kode: 'KLAGER', mal: 3, grense: null }, { kode: 'FORBRUK', mal: null, grense: null }]);
    for (const tull of [null, 'x', [], [{}], { kode: 'KLAGER' }]) expect(lesParametervalg(tull)).toBe(SORUMS_TI);
  });

  test('over the limit is by which way is against us', () => {
    expect(overGrensen('SYKEFRAVAR', 91, 80)).toBe(true);
    expect(overGrensen('BRUKERTID', 580, 600)).toBe(true);
    expect(overGrensen('BRUKERTID', 610, 600)).toBe(false);
    expect(overGrensen('MOTTAKERE', 900, 1)).toBeNull();
    expect(overGrensen('SYKEFRAVAR', null, 80)).toBeNull();
  });
});

describe('a cell in words', () => {
  test('kroner, per cent, hours and hundredths as they are read; changes with their sign, nothing without', () => {
    expect(talltekst(123_456_750, 'ore')).toBe('1 234 568'.replaceAll(' ', '\u00a0'));
    expect([talltekst(150, 'oreEndring'), talltekst(-150, 'oreEndring'), talltekst(20, 'oreEndring')]).toEqual(['+2', '−2', '0']);
    expect([talltekst(84, 'promille'), talltekst(5, 'promilleEndring'), talltekst(150, 'minutter'), talltekst(250, 'volum')]).toEqual(['8,4', '+0,5', '3', '3']);
  });

  test('what is missing or hidden is a word, never a number', () => {
    expect([celletekst('MANGLER', 'ore', ord), celletekst('SKJULT', 'antall', ord), celletekst(null, 'ore', ord)]).toEqual(['celle.MANGLER', 'celle.SKJULT', '–']);
    expect(medEnhet('MANGLER', 'ore', ord)).toBe('celle.MANGLER');
  });

  test('a parameter has its unit, since its column has many; others have it in the heading', () => {
    expect(teksttabell(parameter('FORBRUK', 'ore', 100), ord).rader).toEqual([['rad.parametre.FORBRUK', 'enhet.ore:1']]);
    expect(teksttabell(perioden(100), ord).rader).toEqual([['rad.perioden.MANED', '1']]);
  });
});
