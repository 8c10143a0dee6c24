import { describe, expect, test } from 'vitest';
import { BUDSJETT_IMPORT } from '#lib/grunnlag/domain/budsjett-import.ts';
import { kostrakode } from '#lib/grunnlag/domain/kostrakoder.ts';
import { REGNSKAP_IMPORT } from '#lib/grunnlag/domain/regnskap-import.ts';
import { beregnForskjell, lagSummering } from './forskjell.ts';
import { filtype, finnSkilletegn, lagUtf8Prover } from './gjenkjenn.ts';
import { definerImport, type Celle } from './importdefinisjon.ts';
import { dobleHoder, finnHoderad, foreslaKartlegging, type Kartlegging, lesHode, manglendeKolonner, TOM_KARTLEGGING } from './kartlegging.ts';
import { erTomRad, lagPlan, tolkRad } from './tolk-rad.ts';

const HODE = ['Ansvar', 'Periode', 'Funksjon', 'Art', 'Beløp'];
const KODER = {
  enhet: { valg: [{ verdi: '2', tekst: 'Nord' }], finn: (t: string) => (t === 'NORD' ? '2' : null) },
  funksjon: { valg: [], finn: kostrakode },
  art: { valg: [], finn: kostrakode },
};
const tolk = (celler: Celle[], endring: Partial<Kartlegging> = {}, hode = HODE) =>
  tolkRad(lagPlan(REGNSKAP_IMPORT, { ...foreslaKartlegging(REGNSKAP_IMPORT, hode, null), ...endring }, hode, KODER), celler);

describe('headings', () => {
  test('are proposed by their usual names, whatever case and signs, each used once', () => {
    expect(foreslaKartlegging(REGNSKAP_IMPORT, ['ANSVAR', 'periode ', 'Funksjon', 'KOSTRA art', 'Beløp NOK'], null).kolonner).toEqual({
      enhet: 'ANSVAR', maned: 'periode ', funksjon: 'Funksjon', art: 'KOSTRA art', belop: 'Beløp NOK',
    });
  });

  test('what the kommune said before goes first', () => {
    const lagret: Kartlegging = { ...TOM_KARTLEGGING, kolonner: { belop: 'Saldo', enhet: 'Borte' }, hoppOver: ['enhet'] };
    expect(foreslaKartlegging(REGNSKAP_IMPORT, ['Ansvar', 'Beløp', 'Saldo'], lagret)).toMatchObject({ kolonner: { belop: 'Saldo', enhet: 'Ansvar' }, hoppOver: ['enhet'] });
  });

  test('doubled, empty and missing ones are told apart', () => {
    expect(lesHode(['Beløp', 'Beløp', null, ' '])).toEqual(['Beløp', 'Beløp (2)', 'Kolonne 3', 'Kolonne 4']);
    expect(dobleHoder(lesHode(['Beløp', 'Art', 'Beløp', 'Beløp']))).toEqual(['Beløp']);
    expect(dobleHoder(['Sum (2)', 'Art'])).toEqual([]);
    expect(manglendeKolonner(REGNSKAP_IMPORT, TOM_KARTLEGGING, HODE)).toEqual(['enhet', 'maned', 'funksjon', 'art']);
  });

  test('the heading row is found under a title', () => {
    expect(finnHoderad([['Rapport fra økonomi'], [], HODE, ['NORD', '202610']], REGNSKAP_IMPORT.kolonner)).toBe(3);
    expect(finnHoderad([['x'], ['a', 'b']], REGNSKAP_IMPORT.kolonner)).toBe(2);
  });
});

describe('a row', () => {
  test('is read by the mapping, codes by their first three digits', () => {
    expect(tolk(['NORD', '202610', '2541 Hjemmesykepleie', '0100', '(1 000,50)'])).toEqual({
      utfall: 'RAD', rad: { enhetId: 2, maned: '2026-10', funksjon: '254', art: '010', ore: -100_050 },
    });
  });

  test('tells every fault, each with its column', () => {
    expect(tolk(['4711', '202613', '', 'Lønn', 'x', '', 'mer'])).toEqual({
      utfall: 'FEIL',
      feil: [
        { kolonne: 'enhet', grunn: 'UKJENT_VERDI', verdi: '4711' },
        { kolonne: 'maned', grunn: 'PERIODE_13', verdi: '202613' },
        { kolonne: 'funksjon', grunn: 'MANGLER', verdi: '' },
        { kolonne: 'art', grunn: 'UKJENT_VERDI', verdi: 'Lønn' },
        { kolonne: 'belop', grunn: 'IKKE_TALL', verdi: 'x' },
        { kolonne: null, grunn: 'FOR_MANGE_KOLONNER', verdi: 'mer' },
      ],
    });
  });

  test('an unknown unit is mended by a translation, or left out, or all unknown are', () => {
    const rad: Celle[] = ['4711', '202610', '254', '010', '1'];
    expect(tolk(rad, { verdier: { enhet: { '4711': '2' } } })).toMatchObject({ utfall: 'RAD', rad: { enhetId: 2 } });
    expect(tolk(rad, { verdier: { enhet: { '4711': '' } } })).toEqual({ utfall: 'HOPP', kodeliste: 'enhet', verdi: '4711' });
    expect(tolk(rad, { hoppOver: ['enhet'] })).toEqual({ utfall: 'HOPP', kodeliste: 'enhet', verdi: '4711' });
    expect(tolk(['NORD', '202610', '254', '010', '1'], { hoppOver: ['enhet'] })).toMatchObject({ utfall: 'RAD' });
  });

  test('a month’s number needs a year, and debit and credit are one amount', () => {
    const hode = [...HODE, 'År', 'Kredit'];
    expect(tolk(['NORD', '10', '254', '010', '5,00', '', ''], {}, hode)).toMatchObject({ feil: [{ kolonne: 'maned', grunn: 'MANED_UTEN_AR' }] });
    expect(tolk(['NORD', '10', '254', '010', '', '2026', '7,00'], {}, hode)).toMatchObject({ rad: { maned: '2026-10', ore: -700 } });
    expect(tolk(['NORD', '10', '254', '010', '', '2026', ''], {}, hode)).toMatchObject({ feil: [{ kolonne: 'belop', grunn: 'MANGLER' }] });
    expect(erTomRad([null, ' ', ''])).toBe(true);
  });

  test('a budget has no negative volume, and its versions are 1 to 99', () => {
    expect(BUDSJETT_IMPORT.lag({ enhet: '2', maned: '2026-10', komponent: '7/TIME', volum: '-1.0000', pris: 100, vedtatt: '2025-12-10', versjon: 0 })).toMatchObject({
      ok: false, feil: [{ grunn: 'IKKE_VERSJON' }, { grunn: 'NEGATIVT' }],
    });
  });
});

describe('the kind of file', () => {
  const bytes = (...b: number[]): Uint8Array => new Uint8Array(b);
  test.each([
    [bytes(), 'TOM'], [bytes(0x50, 0x4b, 3, 4), 'XLSX'], [bytes(0xd0, 0xcf, 0x11, 0xe0), 'GAMMEL_EXCEL'], [bytes(0x25, 0x50, 0x44, 0x46), 'PDF'],
    [bytes(0x41, 0, 0x42), 'BINAR'], [bytes(0xff, 0xfe, 0x41, 0), 'TEKST'], [bytes(0x41, 0x3b), 'TEKST'],
  ])('%j is %s', (b, type) => expect(filtype(b)).toBe(type));

  test('the separator splits the lines alike; a comma only when nothing else does', () => {
    expect([finnSkilletegn('a;b\n1,5;2,5\n'), finnSkilletegn('a\tb\n1,5\t2\n'), finnSkilletegn('a,b,c\n1,2,3\n'), finnSkilletegn('x')]).toEqual([';', '\t', ',', ';']);
  });

  test('UTF-8 is tried over all pieces, a letter cut in two too', () => {
    const prov = (...biter: number[][]): boolean => {
      const p = lagUtf8Prover();
      for (const b of biter) p.prov(bytes(...b));
      return p.slutt();
    };
    expect([prov([0x41, 0xc3], [0xb8]), prov([0xf8]), prov([0xc3])]).toEqual([true, false, false]);
  });
});

test('the difference counts what the file replaces, and nothing else', () => {
  const holdt = [{ del: '1', serie: '', periode: '2026-10', sum: 5, antall: 1 }, { del: '2', serie: '', periode: '2026-10', sum: 7, antall: 1 }, { del: '1', serie: '', periode: '2026-09', sum: 9, antall: 1 }, { del: '1', serie: '2', periode: '2026-10', sum: 1, antall: 1 }];
  const s = lagSummering();
  s.tell({ del: '1', serie: '', periode: '2026-10', sum: 4 });
  s.tell({ del: '1', serie: '', periode: '2026-10', sum: 2 });
  expect(beregnForskjell(holdt, s.summer(), 'MANED').map((l) => [l.del, l.for, l.etter, l.forskjell])).toEqual([['1', 5, 6, 1], ['2', 7, null, -7]]);
  expect(beregnForskjell(holdt, s.summer(), 'ENHET').map((l) => [l.del, l.for, l.etter, l.forskjell])).toEqual([['1', 5, 6, 1]]);
});

test('a definition that contradicts itself is not one', () => {
  expect(() => definerImport({ ...REGNSKAP_IMPORT, kolonner: [...REGNSKAP_IMPORT.kolonner, ...REGNSKAP_IMPORT.kolonner] })).toThrow(TypeError);
});
