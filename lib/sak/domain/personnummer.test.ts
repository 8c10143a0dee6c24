import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { kontrollsifre } from './fodselsnummer.ts';
import { nummertype, stemmerMedDato, tolkSok, vurderNummer } from './personnummer.ts';

const FODT = dato('1938-04-03');
const grunn = (tekst: string, fodt = FODT, demo = true, bekreftet = false) => {
  const svar = vurderNummer(tekst, fodt, demo, bekreftet);
  return svar.ok ? svar.verdi.type : svar.feil;
};

describe('et nummer som skal registreres', () => {
  test('dagens og 2032-sifre tas imot, med og uten mellomrom', () => {
    expect(grunn('038438 21722')).toBe('FODSELSNUMMER');
    expect(grunn('03843821730')).toBe('FODSELSNUMMER');
  });
  test('et D-nummer har dagen + 40, og datoen leses uten tillegget', () => {
    expect(nummertype('55858512300')).toBe('D_NUMMER');
    expect(stemmerMedDato('55858512300', dato('1985-05-15'))).toBe(true);
    expect(grunn('55858512300', dato('1985-05-15'))).toBe('D_NUMMER');
  });
  test('feil antall siffer og feil kontrollsiffer avvises hver for seg', () => {
    expect(grunn('0384382172')).toBe('nummerSiffer');
    expect(grunn('03843821723')).toBe('nummerKontroll');
  });
  test('demoen tar bare oppdiktede numre, andre kommuner ingen av dem', () => {
    expect(grunn('03843821722', FODT, false)).toBe('nummerSyntetisk');
    // a number of the ordinary form, made here: month 01 and not 81
    const ni = Array.from({ length: 500 }, (_, i) => `010100${String(i).padStart(3, '0')}`).find((en) => kontrollsifre(en) !== null) ?? '';
    expect(grunn(`${ni}${kontrollsifre(ni)}`, dato('1900-01-01'))).toBe('nummerEkteIDemo');
    expect(grunn(`${ni}${kontrollsifre(ni)}`, dato('1900-01-01'), false)).toBe('FODSELSNUMMER');
  });
  test('når dato og nummer spriker, må det bekreftes', () => {
    expect(grunn('03843821722', dato('1938-04-04'))).toBe('nummerDato');
    expect(grunn('03843821722', dato('1938-04-04'), true, true)).toBe('FODSELSNUMMER');
  });
});

describe('søkefeltet', () => {
  const idag = dato('2026-11-22');
  test.each([
    ['038438 21722', null, { type: 'NUMMER', nummer: '03843821722' }],
    ['140241', dato('2041-02-14'), { type: 'FODT', dato: '1941-02-14' }],
    ['14.02.2012', dato('2012-02-14'), { type: 'FODT', dato: '2012-02-14' }],
    ['Haugland, Solveig', null, { type: 'TEKST', tekst: 'Haugland, Solveig' }],
    ['Sol', null, { type: 'TEKST', tekst: 'Sol' }],
  ] as const)('«%s»', (tekst, lest, venter) => {
    expect(tolkSok(tekst, lest, idag)).toEqual(venter);
  });
});
