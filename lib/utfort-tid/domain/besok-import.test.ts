import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { foreslaKartlegging } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Celle } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { lesCelle } from '#lib/grunnlag/domain/filimport/les-celle.ts';
import { lagPlan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { BESOK_IMPORT, sisteLasteDag } from './besok-import.ts';

const HODE = ['Id', 'Oppdragsnummer', 'Dato', 'Start', 'Slutt', 'Varighet', 'Type', 'Fagsystem'];
const KODER = { oppdrag: { valg: [], finn: (t: string) => (t === '77' ? '77' : null) }, kategori: { valg: [], finn: (t: string) => (t === 'Bomtur' ? 'BOMTUR' : null) } };
const tolk = (celler: Celle[]) => tolkRad(lagPlan(BESOK_IMPORT, foreslaKartlegging(BESOK_IMPORT, HODE, null), HODE, KODER), celler);

describe('a row of visits', () => {
  test('is read with its length, or from start to end, also past midnight', () => {
    expect(tolk(['a1', '77', '05.10.2026', '08:15', null, '25', null, null])).toEqual({
      utfall: 'RAD',
      rad: { system: 'FIL', kildeId: 'a1', oppdragId: 77, dato: '2026-10-05', startMinutt: Date.UTC(2026, 9, 5, 6, 15) / 60_000, minutter: 25, planlagtMinutter: null, kategori: 'BRUKERRETTET', tekst: null, ansattId: null },
    });
    expect(tolk(['a2', '77', '2026-10-05', '23.50', '00.20', null, 'Bomtur', 'gerica'])).toMatchObject({ rad: { minutter: 30, kategori: 'BOMTUR', system: 'GERICA' } });
  });

  test('tells every fault at once', () => {
    expect(tolk(['', '78', '31.02.2026', '25:00', null, null, 'Kaffe', null])).toEqual({
      utfall: 'FEIL',
      feil: [
        { kolonne: 'kildeId', grunn: 'MANGLER', verdi: '' },
        { kolonne: 'oppdrag', grunn: 'UKJENT_VERDI', verdi: '78' },
        { kolonne: 'dato', grunn: 'IKKE_DATO', verdi: '31.02.2026' },
        { kolonne: 'start', grunn: 'IKKE_KLOKKESLETT', verdi: '25:00' },
        { kolonne: 'kategori', grunn: 'UKJENT_VERDI', verdi: 'Kaffe' },
      ],
    });
    expect(tolk(['a', '77', '05.10.2026', '08:15', null, null, null, 'et system'])).toMatchObject({ feil: [{ grunn: 'IKKE_SYSTEM' }, { kolonne: 'minutter', grunn: 'MANGLER' }] });
    expect(tolk(['a', '77', '05.10.2026', '08:15', null, '1441', null, null])).toMatchObject({ feil: [{ kolonne: 'minutter', grunn: 'IKKE_LENGDE' }] });
  });
});

test.each<[Celle, string | null]>([
  ['08:15', '08:15'], ['8.05', '08:05'], ['kl. 8.15', '08:15'], ['0815', '08:15'], ['2026-10-05T08:15:30', '08:15'], ['05.10.2026 08:15', '08:15'],
  [0.34375, '08:15'], [46300.5, '12:00'], [815, '08:15'], ['24:00', null], ['8', null], ['12:60', null], [2400.5, '12:00'], ['2026-10-05', null],
])('%j is the time %j', (celle, klokke) => {
  expect(lesCelle(celle, 'klokkeslett')).toEqual(klokke === null ? { ok: false, feil: 'IKKE_KLOKKESLETT' } : { ok: true, verdi: klokke });
});

test('the last locked day follows the rule for corrections', () => {
  expect([sisteLasteDag(dato('2026-11-22'), 1), sisteLasteDag(dato('2026-01-31'), 1), sisteLasteDag(dato('2026-02-01'), 1), sisteLasteDag(dato('2026-12-31'), 0)]).toEqual(['2025-12-31', '2024-12-31', '2025-12-31', '2025-12-31']);
});
