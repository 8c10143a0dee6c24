import { expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { erSkjermet, finnEndringer, kanAvslutteTilgang } from './mottakerdata.ts';
import type { Mottakerdata } from './mottakerdata.ts';

const M: Mottakerdata = {
  fornavn: 'Solveig', etternavn: 'Haugland', fodselsdato: dato('1938-04-03'), fodselsnummer: '03843821722', adresse: null, telefon: null,
  gradering: 'UGRADERT', egenAnsatt: false, sprak: 'nb', sone: null, saksbehandlerId: 4,
};

test('historien får bare det som ble endret, med gammel og ny verdi', () => {
  expect(finnEndringer(M, { ...M, sprak: 'nn', adresse: 'Storgata 1' })).toEqual([
    { felt: 'adresse', fra: null, til: 'Storgata 1' },
    { felt: 'sprak', fra: 'nb', til: 'nn' },
  ]);
  expect(finnEndringer(M, M)).toEqual([]);
});

test('gradert adresse og egen ansatt skjermer hver for seg', () => {
  expect(erSkjermet(M)).toBe(false);
  expect(erSkjermet({ ...M, gradering: 'FORTROLIG' })).toBe(true);
  expect(erSkjermet({ ...M, egenAnsatt: true })).toBe(true);
});

test('den siste navngitte kan ikke tas bort', () => {
  expect(kanAvslutteTilgang([{ kontoId: 1 }], 1)).toBe(false);
  expect(kanAvslutteTilgang([{ kontoId: 1 }, { kontoId: 2 }], 1)).toBe(true);
});
