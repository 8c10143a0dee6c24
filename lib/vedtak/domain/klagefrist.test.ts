import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { flyttTilVirkedag, klagefrist } from './klagefrist.ts';

describe('klagefristen er fire uker fra mottak', () => {
  test.each([
    ['en vanlig onsdag', '2026-11-18', '2026-12-16'],
    ['fram til 1. juledag: flyttes forbi jul og helg', '2026-11-27', '2026-12-28'],
    ['fram til 2. juledag, en søndag i 2027', '2027-11-28', '2027-12-27'],
    ['fram til 1. nyttårsdag 2027, en fredag', '2026-12-04', '2027-01-04'],
    ['fram til skjærtorsdag 2027: forbi hele påsken', '2027-02-25', '2027-03-30'],
    ['fram til påskeaften 2027', '2027-02-27', '2027-03-30'],
    ['fram til 17. mai 2027, 2. pinsedag samme dag', '2027-04-19', '2027-05-18'],
    ['fram til Kristi himmelfartsdag 2027', '2027-04-08', '2027-05-07'],
    ['julaften er en virkedag etter loven', '2026-11-26', '2026-12-24'],
    ['en lørdag', '2026-10-24', '2026-11-23'],
  ])('%s', (_navn, mottatt, frist) => {
    expect(klagefrist(dato(mottatt), 4)).toBe(frist);
  });

  test('en virkedag flyttes ikke', () => {
    expect(flyttTilVirkedag(dato('2026-11-23'))).toBe('2026-11-23');
  });
});
