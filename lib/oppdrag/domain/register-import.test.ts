import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { foreslaKartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { lagPlan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { dom, REGISTER_IMPORT } from './register-import.ts';
import type { Fakta, Kjent, Registerrad } from './register-import.ts';

const R: Registerrad = {
  fodselsnummer: '03843821722', fornavn: 'Solveig', etternavn: 'Prøve', fodselsdato: dato('1938-04-03'), adresse: null, telefon: null, sprak: 'nb', sone: null, gradering: 'UGRADERT',
  system: 'GERICA', kildeId: 'V1', tjeneste: 'Hjemmesykepleie', enhet: 'Nord', minutter: 180, perUker: 1, antall: null, niva: null, plasstype: null, fom: dato('2026-01-01'), tom: dato('2027-06-30'),
};
const F: Fakta = {
  idag: dato('2026-11-22'), nummerOk: () => true, kanSkjerme: true, mottaker: () => 'NY', medKilde: () => null, gjeldende: () => [],
  tjeneste: (ord) => (ord === 'Hjemmesykepleie' ? { kode: 'HJEMMESYKEPLEIE', volumenhet: 'TIMER' } : ord === 'Dagsenter' ? { kode: 'DAGSENTER', volumenhet: 'ANTALL' } : null),
  enhet: (ord) => (ord === 'Nord' ? 2 : null),
};
const en = (rad: Partial<Registerrad>, f: Partial<Fakta> = {}) => dom([{ ...R, ...rad }], { ...F, ...f })[0];

test('overskriftene kjennes igjen, og et regneark som mistet den ledende nullen, leses riktig', () => {
  const hode = ['Fødselsnummer', 'Fornavn', 'Etternavn', 'Fødselsdato', 'Vedtaks-id', 'Tjeneste', 'Utfører', 'Timer per uke', 'Fra', 'Til'];
  const plan = lagPlan(REGISTER_IMPORT, foreslaKartlegging(REGISTER_IMPORT, hode, null), hode, {});
  expect(tolkRad(plan, [3843821722, 'Solveig', 'Prøve', '03.04.1938', 'V1', 'Hjemmesykepleie', 'Nord', '3', '01.01.2026', '30.06.2027'])).toMatchObject({
    utfall: 'RAD', rad: { fodselsnummer: '03843821722', minutter: 180, enhet: 'Nord', kildeId: 'V1', system: 'REGISTER', fom: '2026-01-01' },
  });
});

describe('ryddelisten', () => {
  test('en hel rad tas inn', () => expect(en({})).toMatchObject({ utfall: 'NY', mangler: [], vedtak: { tjeneste: 'HJEMMESYKEPLEIE', enhetId: 2, nokkel: 'TIMER:180/0/1' } }));
  test('uten slutt sies fra om, og hindrer ikke', () => expect(en({ tom: null })).toMatchObject({ utfall: 'NY', mangler: ['MANGLER_SLUTT'] }));
  test.each([
    [{ enhet: 'Vest' }, 'UKJENT_ENHET'],
    [{ tjeneste: 'Fotpleie' }, 'UKJENT_TJENESTE'],
    [{ minutter: null }, 'UTEN_OMFANG'],
    [{ tjeneste: 'Dagsenter' }, 'UTEN_OMFANG'],
    [{ fom: null }, 'UTEN_START'],
    [{ kildeId: null }, 'UTEN_ID'],
    [{ tom: dato('2025-01-01') }, 'SLUTT_FOR_START'],
    [{ tom: dato('2026-06-30') }, 'UTLOPT'],
    [{ fornavn: '' }, 'NAVN'],
  ] as const)('%j: %s', (rad, mangel) => {
    expect(en(rad)).toMatchObject({ utfall: 'RETTES', mangler: expect.arrayContaining([mangel]) as string[] });
  });
  test('et feil nummer og en mottaker en ikke har tilgang til, stopper', () => {
    expect(en({}, { nummerOk: () => false })?.mangler).toContain('NUMMER');
    expect(en({}, { mottaker: () => 'UTILGJENGELIG' })?.utfall).toBe('RETTES');
  });
  test('en ny mottaker som skal skjermes, tas bare inn når noen kan navngis', () => {
    expect(en({ gradering: 'FORTROLIG' })?.utfall).toBe('NY');
    expect(en({ gradering: 'FORTROLIG' }, { kanSkjerme: false })).toMatchObject({ utfall: 'RETTES', mangler: ['SKJERMES'] });
    expect(en({ gradering: 'FORTROLIG' }, { kanSkjerme: false, mottaker: () => 7 })?.utfall).toBe('NY');
  });
  test('to som overlapper, må rettes begge; etter hverandre går bra', () => {
    const to = (a: Partial<Registerrad>) => dom([R, { ...R, kildeId: 'V2', minutter: 240, ...a }], F).map((d) => d.utfall);
    expect(to({})).toEqual(['RETTES', 'RETTES']);
    expect(to({ fom: dato('2027-07-01'), tom: null })).toEqual(['NY', 'NY']);
  });
  test('samme id to ganger i filen', () => expect(dom([R, { ...R, fom: dato('2028-01-01'), tom: null }], F).every((d) => d.mangler.includes('DOBBEL_ID'))).toBe(true));
  test('overlapp med et vedtak som alt er her', () => {
    const her = { nokkel: 'x', tjeneste: 'HJEMMESYKEPLEIE', fom: dato('2026-03-01'), tom: null, kilde: null };
    expect(en({}, { mottaker: () => 7, gjeldende: () => [her] })).toMatchObject({ utfall: 'RETTES', mangler: ['OVERLAPP'] });
  });
  test('en rad uten vedtak er bare mottakeren', () => {
    const rad = { tjeneste: null, kildeId: null, enhet: null, minutter: null, fom: null, tom: null };
    expect(en(rad)).toEqual({ utfall: 'NY', mangler: [], vedtak: null });
    expect(en(rad, { mottaker: () => 7 })?.utfall).toBe('LIK');
  });
});

describe('daglige endringer etter kildens id', () => {
  const kjent: Kjent = { nokkel: 'TIMER:180/0/1', tjeneste: 'HJEMMESYKEPLEIE', fom: dato('2026-01-01'), tom: dato('2027-06-30') };
  const f = (k: Partial<Kjent> = {}): Partial<Fakta> => ({ mottaker: () => 7, medKilde: () => ({ ...kjent, ...k }) });
  test('samme rad igjen gjør ingenting', () => expect(en({}, f())?.utfall).toBe('LIK'));
  test('en tidligere slutt tas inn', () => {
    expect(en({ tom: dato('2026-12-31') }, f())?.utfall).toBe('ENDRET');
    expect(en({}, f({ tom: null }))?.utfall).toBe('ENDRET');
  });
  test('nytt omfang eller senere slutt på samme id er et nytt vedtak, og rettes', () => {
    expect(en({ minutter: 240 }, f())?.mangler).toContain('ENDRET_OMFANG');
    expect(en({ tom: dato('2028-01-01') }, f())?.mangler).toContain('ENDRET_OMFANG');
    expect(en({ tom: null }, f())?.mangler).toContain('ENDRET_OMFANG');
  });
});
