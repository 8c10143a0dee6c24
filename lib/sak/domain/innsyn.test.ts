import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { alderVed } from './alder.ts';
import { maOppgiGrunn } from './innsyn.ts';

const fremmed = { erSaksbehandler: false, harArbeidetISaken: false, grunnIDag: null };

describe('å åpne en saksmappe', () => {
  test('den som ikke har saken, sier hvorfor før mappen åpnes', () => {
    expect(maOppgiGrunn(fremmed)).toBe(true);
  });
  test('saksbehandleren og den som har arbeidet i saken, blir ikke spurt', () => {
    expect(maOppgiGrunn({ ...fremmed, erSaksbehandler: true })).toBe(false);
    expect(maOppgiGrunn({ ...fremmed, harArbeidetISaken: true })).toBe(false);
  });
  test('den som har sagt hvorfor i dag, blir ikke spurt igjen', () => {
    expect(maOppgiGrunn({ ...fremmed, grunnIDag: 'Vikar for Marit Eide' })).toBe(false);
  });
});

test('alderen skifter på fødselsdagen', () => {
  expect(alderVed(dato('1941-11-19'), dato('2026-11-18'))).toBe(84);
  expect(alderVed(dato('1941-11-18'), dato('2026-11-18'))).toBe(85);
});
