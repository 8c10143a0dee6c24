import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import { type Omgivelser, ordningsfeil } from '#lib/grunnlag/domain/ordningsfeil.ts';
import { type Ordningsutkast, TOMT_UTKAST, type Utkastkomponent, type Utkastpris } from '#lib/grunnlag/domain/ordningsutkast.ts';

const m = maned;
const NORD = 1;
const FJORD = 2;
const OM: Omgivelser = {
  enheter: [
    { id: NORD, navn: 'Nord', tom: null, perioder: [{ fom: dato('2020-01-01'), tom: null, gruppe: 'KOMMUNAL' }] },
    { id: FJORD, navn: 'Fjord', tom: null, perioder: [{ fom: dato('2020-01-01'), tom: null, gruppe: 'PRIVAT' }] },
  ],
  tjenester: [
    { kode: 'HJEMMESYKEPLEIE', navn: 'Hjemmesykepleie', volumenhet: 'TIMER' },
    { kode: 'LANGTIDSOPPHOLD', navn: 'Langtidsopphold', volumenhet: 'PLASS' },
  ],
  ordninger: [{ id: 9, navn: 'Hjemme 2026' }],
  dekning: [],
  tidsband: [],
  enhetsbetalinger: [],
  tidligst: m('2026-01'),
};

function pris(valg: Partial<Utkastpris> = {}): Utkastpris {
  return { gruppe: 'KOMMUNAL', niva: null, fom: null, tom: null, ore: 64_300, ...valg };
}
function ledd(valg: Partial<Utkastkomponent> = {}): Utkastkomponent {
  return { kode: 'time', navnNb: 'Timer', navnNn: 'Timar', volumkilde: 'VEDTATT_TID', tjenester: ['HJEMMESYKEPLEIE'], regler: {}, priser: [pris()], ...valg };
}
function utkast(valg: Partial<Ordningsutkast> = {}): Ordningsutkast {
  return { ...TOMT_UTKAST, navn: 'Hjemme 2027', fom: m('2027-01'), prisgrunnlag: 'Regnskap 2025', dekning: [{ enhetId: NORD, tjenester: ['HJEMMESYKEPLEIE'] }], komponenter: [ledd()], ...valg };
}
const grunner = (u: Ordningsutkast, om: Omgivelser = OM) => ordningsfeil(u, om).map((f) => f.grunn);

test('a whole scheme has no faults, and an empty draft is told everything at once', () => {
  expect(grunner(utkast())).toEqual([]);
  expect(grunner(TOMT_UTKAST)).toEqual(['NAVN_MANGLER', 'FOM_MANGLER', 'INGEN_LEDD', 'INGEN_ENHETER']);
});

test('no unit chosen is one fault, not one for every part', () => {
  expect(grunner(utkast({ dekning: [], komponenter: [ledd(), ledd({ kode: 'natt' })] }))).toEqual(['INGEN_ENHETER']);
  expect(grunner(utkast({ dekning: [], komponenter: [ledd({ tjenester: ['UKJENT'] })] }))).toEqual(['INGEN_ENHETER', 'TJENESTE_UKJENT']);
});

test('faults of several kinds come together, each with its step, its part and its field', () => {
  const feil = ordningsfeil(utkast({ navn: '', komponenter: [ledd(), ledd({ kode: 'natt', priser: [], regler: { tidsband: 'NATT' } })] }), OM);
  expect(feil.map((f) => [f.grunn, f.sted])).toEqual([
    ['NAVN_MANGLER', { steg: 'om', felt: 'navn' }],
    ['TIDSBAND_UKJENT', { steg: 'ledd', nr: 1, felt: 'tidsband' }],
    ['PRIS_MANGLER', { steg: 'ledd', nr: 1, felt: 'priser' }],
  ]);
});

describe('the price book', () => {
  const med = (...priser: Utkastpris[]) => grunner(utkast({ komponenter: [ledd({ priser })] }));
  test('two prices at once is a fault', () => expect(med(pris({ tom: m('2027-12') }), pris({ fom: m('2027-12') }))).toEqual(['PRIS_OVERLAPP']));
  test('two open prices overlap', () => expect(med(pris(), pris({ fom: m('2028-01') }))).toEqual(['PRIS_OVERLAPP']));
  test('a month between two prices is a gap', () => expect(med(pris({ tom: m('2027-05') }), pris({ fom: m('2027-07') }))).toEqual(['PRIS_HULL']));
  test('prices that meet are whole', () => expect(med(pris({ tom: m('2027-05') }), pris({ fom: m('2027-06') }))).toEqual([]));
  test('a price that begins after the scheme leaves its first months without', () => expect(med(pris({ fom: m('2027-02') }))).toEqual(['PRIS_STARTER_SENT']));
  test('a price may end with the year, since the next is decided then, but not before', () => {
    expect(med(pris({ tom: m('2027-12') }))).toEqual([]);
    expect(med(pris({ tom: m('2027-11') }))).toEqual(['PRIS_SLUTTER']);
  });
  test('a row without an amount is missing, never 0', () => expect(med(pris({ ore: null }))).toEqual(['PRIS_MANGLER']));
  test('a price that ends before it begins', () => expect(med(pris(), pris({ gruppe: 'IDEELL', fom: m('2027-05'), tom: m('2027-04') }))).toEqual(['PRIS_BAKVENDT']));
  test('each price group of the units must have its own', () => {
    const feil = ordningsfeil(utkast({ dekning: [NORD, FJORD].map((enhetId) => ({ enhetId, tjenester: ['HJEMMESYKEPLEIE'] })) }), OM);
    expect(feil.map((f) => [f.grunn, f.verdier['gruppe']])).toEqual([['PRIS_MANGLER', 'PRIVAT']]);
  });
  test('each level that one group has must be priced for the others too', () => {
    const dekning = [NORD, FJORD].map((enhetId) => ({ enhetId, tjenester: ['HJEMMESYKEPLEIE'] }));
    const priser = [pris({ niva: 1 }), pris({ niva: 2 }), pris({ niva: 1, gruppe: 'PRIVAT' })];
    const feil = ordningsfeil(utkast({ dekning, komponenter: [ledd({ volumkilde: 'NIVA_MANEDSSLUTT', priser })] }), OM);
    expect(feil.map((f) => [f.grunn, f.verdier['gruppe'], f.verdier['niva']])).toEqual([['PRIS_MANGLER', 'PRIVAT', 2]]);
  });
  test('a contract carries its own price', () => expect(grunner(utkast({ prisgrunnlag: '', komponenter: [ledd({ volumkilde: 'KONTRAKT', priser: [] })] }))).toEqual([]));
});

describe('units and services', () => {
  const annen = (fom: string, tom: string | null = null): Omgivelser => ({ ...OM, dekning: [{ ordningId: 9, enhetId: NORD, tjeneste: 'HJEMMESYKEPLEIE', fomManed: m(fom), tomManed: tom === null ? null : m(tom) }] });
  test('a unit and service in another scheme from the same month is a fault, until this one is said to replace it', () => {
    const feil = ordningsfeil(utkast(), annen('2025-01'));
    expect(feil).toMatchObject([{ grunn: 'DEKKET_AV_ANNEN', verdier: { ordning: 'Hjemme 2026', enhet: 'Nord', tjeneste: 'Hjemmesykepleie' } }]);
    expect(grunner(utkast({ erstatter: [9] }), annen('2025-01'))).toEqual([]);
  });
  test('one that has ended by then is no hindrance', () => expect(grunner(utkast(), annen('2025-01', '2026-12'))).toEqual([]));
  test('one that begins in the same month or later cannot be replaced', () => expect(grunner(utkast({ erstatter: [9] }), annen('2027-03'))).toEqual(['DEKKET_SENERE']));
  test('a year that has ended is not changed', () => expect(grunner(utkast({ fom: m('2025-12') }))).toEqual(['FOM_FOR_TIDLIG']));
  test('a component for services that no unit is covered for counts nothing', () => {
    expect(grunner(utkast({ komponenter: [ledd({ tjenester: ['LANGTIDSOPPHOLD'] })] }))).toEqual(['TJENESTE_UTENFOR', 'LEDD_UTEN_TJENESTER']);
    expect(grunner(utkast({ komponenter: [ledd({ tjenester: ['PSYKIATRISK_SYKEPLEIE'] })] }))).toEqual(['TJENESTE_UKJENT', 'LEDD_UTEN_TJENESTER']);
  });
  test('hours of a service that is granted in places are no hours', () => {
    const dekning = [{ enhetId: NORD, tjenester: ['LANGTIDSOPPHOLD'] }];
    expect(grunner(utkast({ dekning, komponenter: [ledd({ tjenester: [] })] }))).toEqual(['OMFANG_PASSER_IKKE']);
  });
  test('nights and places must say which places', () => {
    const dekning = [{ enhetId: NORD, tjenester: ['LANGTIDSOPPHOLD'] }];
    expect(grunner(utkast({ dekning, komponenter: [ledd({ volumkilde: 'BELAGTE_DOGN', tjenester: [] })] }))).toEqual(['PLASSTYPER_MANGLER']);
  });
});

describe('rules that do not go together', () => {
  const natt = { kode: 'NATT', dager: [1], fra: '22:00', til: '07:00' };
  const band = [natt];
  test('rounding, or planned minutes, with a time band', () => {
    const regler = { tidsband: 'NATT', minuttregel: { trinn: 5 }, kategorier: { BOMTUR: { andel: '0.5', grunnlag: 'PLANLAGT' as const } } };
    const u = utkast({ regler: { tidsband: band }, komponenter: [ledd({ volumkilde: 'UTFORT_TID', regler })] });
    expect(grunner(u)).toEqual(['TIDSBAND_MED_AVRUNDING', 'TIDSBAND_MED_PLANLAGT']);
  });
  test('one code for two times of the day, here or in another scheme', () => {
    expect(grunner(utkast({ regler: { tidsband: [...band, ...band] } }))).toEqual(['TIDSBAND_LIKT']);
    expect(grunner(utkast({ regler: { tidsband: band } }), { ...OM, tidsband: [{ ...natt, fra: '21:00' }] })).toEqual(['TIDSBAND_TO_BETYDNINGER']);
  });
  test('two parts of one code', () => expect(grunner(utkast({ komponenter: [ledd(), ledd()] }))).toEqual(['LEDD_LIKT_NAVN']));
});

describe('fixed parts', () => {
  const fast = { kode: 'ramme', navnNb: 'Ramme', navnNn: 'Ramme', type: 'RAMME' as const, ar: 2027, belop: [{ enhetId: NORD, ore: 1_200_000_00 }], regler: {} };
  test('a frame is for each unit of the scheme, and no other', () => {
    expect(grunner(utkast({ fastledd: [fast] }))).toEqual([]);
    expect(grunner(utkast({ fastledd: [{ ...fast, belop: [{ enhetId: FJORD, ore: 1 }] }] }))).toEqual(['RAMME_MANGLER', 'RAMME_UTENFOR']);
  });
  test('a refund names its arts', () => {
    const refusjon = { ...fast, type: 'REFUSJON' as const, ar: null, belop: [] };
    expect(grunner(utkast({ fastledd: [refusjon] }))).toEqual(['ARTER_MANGLER']);
    expect(grunner(utkast({ fastledd: [{ ...refusjon, regler: { arter: ['190', '199-195'] } }] }))).toEqual(['ART_UGYLDIG']);
  });
  test('a top-up for small units says what small is, and how much', () => {
    expect(grunner(utkast({ fastledd: [{ ...fast, type: 'SMADRIFT', belop: [] }] }))).toEqual(['PLASSTYPE_MANGLER', 'BELOP_MANGLER']);
  });
});

describe('money that does not follow a service', () => {
  const dekning = [{ ordningId: 9, enhetId: NORD, tjeneste: 'LANGTIDSOPPHOLD', fomManed: m('2025-01'), tomManed: null }];
  const [FORSTE] = dekning as [(typeof dekning)[number]];
  const refusjon = (regler: object) => utkast({ fastledd: [{ kode: 'husleie', navnNb: 'Husleie', navnNn: 'Husleige', type: 'REFUSJON', ar: null, belop: [], regler: { arter: ['185-195'], funksjoner: null, andel: '1', ...regler } }] });
  const om = (regler: object, rest: Partial<Omgivelser> = {}): Omgivelser => ({ ...OM, dekning, enhetsbetalinger: [{ slag: 'REFUSJON', ordningId: 9, regler: { arter: ['190'], funksjoner: null, andel: '1', ...regler } }], ...rest });

  test('is refunded once, where another scheme covers another service at the unit', () => {
    const feil = ordningsfeil(refusjon({}), om({}));
    expect(feil).toEqual([{ grunn: 'REFUSJON_DOBBEL', sted: { steg: 'fastledd', nr: 0, felt: 'funksjoner' }, verdier: { ledd: 'Husleie', enhet: 'Nord', ordning: 'Hjemme 2026' } }]);
  });
  test('may be shared between two, by function, by art or by share', () => {
    expect(grunner(refusjon({ funksjoner: ['254'] }), om({ funksjoner: ['253'] }))).toEqual([]);
    expect(grunner(refusjon({ arter: ['200'] }), om({}))).toEqual([]);
    expect(grunner(refusjon({ andel: '0.5' }), om({ andel: '0.5' }))).toEqual([]);
    expect(grunner(refusjon({ andel: '0.6' }), om({ andel: '0.5' }))).toEqual(['REFUSJON_DOBBEL']);
  });
  test('is nobody’s when the other scheme has left the unit', () => {
    expect(grunner(refusjon({}), om({}, { dekning: [{ ...FORSTE, tomManed: m('2026-12') }] }))).toEqual([]);
    expect(grunner(refusjon({}), om({}, { dekning: [{ ...FORSTE, enhetId: FJORD }] }))).toEqual([]);
  });
  test('places are paid by one scheme', () => {
    const plasser = ledd({ kode: 'plass', navnNb: 'Plass', volumkilde: 'PLASSER', tjenester: [], regler: { plasstyper: ['LANGTID', 'KORTTID'] } });
    const andre = (plasstyper: string[]): Omgivelser => ({ ...OM, dekning, enhetsbetalinger: [{ slag: 'PLASSER', ordningId: 9, regler: { plasstyper }, fomManed: m('2025-01'), tomManed: null }] });
    expect(grunner(utkast({ komponenter: [plasser] }), andre(['KORTTID']))).toEqual(['PLASSER_DOBBEL']);
    expect(grunner(utkast({ komponenter: [plasser] }), andre(['FORSTERKET']))).toEqual([]);
  });
  test('functions are named one by one: a range is told', () => expect(grunner(refusjon({ funksjoner: ['253-254'] }))).toEqual(['FUNKSJON_UGYLDIG']));
});
