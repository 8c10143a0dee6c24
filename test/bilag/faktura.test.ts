import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harPersonnummer, renReferanse } from '#lib/bilag/domain/faktura.ts';
import { type Avregnet, matchFaktura, type Matchgrunnlag } from '#lib/bilag/domain/match-faktura.ts';
import type { Fakturalinje } from '#lib/bilag/domain/faktura.ts';
import { tolkEhf } from '#lib/bilag/domain/tolk-ehf.ts';
import { tolkFakturaCsv } from '#lib/bilag/domain/tolk-faktura-csv.ts';
import { brok, brokFraDesimal } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { lesXml } from '#lib/server/xml/les-xml.ts';
import { byggEhf, type Ehf, type Ehflinje } from './ehf.ts';

function lest(f: Ehf) {
  const xml = lesXml(byggEhf(f));
  if (!xml.ok) throw new Error(xml.feil.grunn);
  return tolkEhf(xml.verdi);
}
const L: Ehflinje = { antall: '12.50', pris: '645.00', belop: '8062.50' };
const grunn = (f: Ehf): string | undefined => {
  const svar = lest(f);
  return svar.ok ? undefined : svar.feil.grunn;
};

describe('an EHF invoice', () => {
  test('is read as codes and numbers, and nothing of names, texts or accounts', () => {
    const svar = lest({ linjer: [L, { ...L, vare: 'HJEMMESYKEPLEIE/besok', enhet: 'EA', antall: '3', pris: '46', belop: '138' }] });
    expect(svar).toEqual({
      ok: true,
      verdi: {
        kilde: 'EHF', orgnr: '313000009', nummer: '2026-1001', dato: '2026-11-05',
        linjer: [
          { linjenr: 1, ordrereferanse: 'V-2026-0001', maned: '2026-10', tjeneste: 'HJEMMESYKEPLEIE', komponent: 'time', volumenhet: 'TIMER', antall: brok(25, 2), prisOre: 64_500, belopOre: 806_250, personnummer: false },
          { linjenr: 2, ordrereferanse: 'V-2026-0001', maned: '2026-10', tjeneste: 'HJEMMESYKEPLEIE', komponent: 'besok', volumenhet: 'ANTALL', antall: brok(3), prisOre: 4600, belopOre: 13_800, personnummer: false },
        ],
      },
    });
    expect(JSON.stringify(svar, (_, v: unknown) => (typeof v === 'bigint' ? v.toString() : v))).not.toMatch(/Haugland|Takk|15032080119/);
  });

  test('a line with eleven digits anywhere in its texts is marked, and what stood as reference is not kept', () => {
    const svar = lest({ linjer: [L, { ...L, navn: 'Besøk 148241 00301' }, { ...L, ordre: '14824100301' }] });
    expect(svar.ok && svar.verdi.linjer.map((l) => [l.personnummer, l.ordrereferanse])).toEqual([[false, 'V-2026-0001'], [true, 'V-2026-0001'], [true, '']]);
  });

  test.each<[string, Ehf, string]>([
    ['eleven digits in the head', { note: 'Gjelder 14824100301', linjer: [L] }, 'PERSONNUMMER_I_HODET'],
    ['another currency', { valuta: 'EUR', linjer: [L] }, 'IKKE_NOK'],
    ['no lines', { linjer: [] }, 'INGEN_LINJER'],
    ['a sum that is not the lines’', { sum: '1.00', linjer: [L] }, 'SUM_STEMMER_IKKE'],
    ['an organisation number of eight digits', { orgnr: '31300000', linjer: [L] }, 'FELT_UGYLDIG'],
    ['an invoice number that is a sentence', { nummer: 'faktura til Kari', linjer: [L] }, 'FELT_UGYLDIG'],
    ['no quantity', { linjer: [{ ...L, antall: 'mange' }] }, 'FELT_MANGLER'],
    ['a part of an øre', { linjer: [{ ...L, belop: '8062.505' }] }, 'FELT_MANGLER'],
  ])('with %s is refused', (_, faktura, forventet) => {
    expect(grunn(faktura)).toBe(forventet);
  });

  test('another document is not an invoice', () => {
    const xml = lesXml('<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>');
    expect(xml.ok && tolkEhf(xml.verdi)).toEqual({ ok: false, feil: { grunn: 'IKKE_FAKTURA' } });
  });

  test('a period over two months is no month; no name passes as a reference', () => {
    const svar = lest({ linjer: [{ ...L, fra: '2026-09-30', ordre: 'Solveig Haugland' }, { ...L, ordre: 'Haugland' }] });
    expect(svar.ok && svar.verdi.linjer.map((l) => [l.maned, l.ordrereferanse])).toEqual([[null, ''], ['2026-10', '']]);
    expect(renReferanse(' V-2026-0390 ')).toBe('V-2026-0390');
    expect([harPersonnummer('148241 00301'), harPersonnummer('7012345678901')]).toEqual([true, false]);
  });
});

const HODE = 'orgnr;fakturanummer;fakturadato;ordrereferanse;periode;vare;enhet;antall;pris;beløp';
describe('an invoice as CSV', () => {
  test('says the same as EHF', () => {
    const ehf = lest({ linjer: [L] });
    const csv = tolkFakturaCsv(`\uFEFF${HODE}\r\n313 000 009;2026-1001;05.11.2026;V-2026-0001;2026-10;"HJEMMESYKEPLEIE/time";timer;12,50;645,00;8 062,50\r\n`);
    expect(csv).toEqual(ehf.ok && { ok: true, verdi: { ...ehf.verdi, kilde: 'CSV' } });
  });

  test.each([
    [HODE.replace(';pris', ''), '', 'KOLONNE_MANGLER'],
    [HODE, '', 'INGEN_LINJER'],
    [HODE, '313000009;1;05.11.2026;V-1;2026-10;H/time;timer;x;1;1', 'FELT_UGYLDIG'],
    [HODE, '313000009;1;05.11.2026;V-1;2026-10;H/time;timer;1;1;1\n313000009;2;05.11.2026;V-1;2026-10;H/time;timer;1;1;1', 'FELT_UGYLDIG'],
  ])('is refused where it cannot be read', (hode, linjer, forventet) => {
    const svar = tolkFakturaCsv(`${hode}\n${linjer}`);
    expect(svar.ok ? 'ok' : svar.feil.grunn).toBe(forventet);
  });
});

const OKT = '2026-10' as Maned;
const avregnet = (a: Partial<Avregnet> = {}): Avregnet => ({ vedtakId: 7, tjeneste: 'HJEMMESYKEPLEIE', maned: OKT, komponent: 'time', volum: brokFraDesimal('12.5'), prisOre: ore(64_500), belopOre: ore(806_250), fakturert: brok(0), ...a });
const grunnlag = (g: Partial<Matchgrunnlag> = {}): Matchgrunnlag => ({ vedtak: new Map([['V-2026-0001', 7]]), avregnedeManeder: new Set([OKT]), avregnet: [avregnet()], toleranseMinutter: 0, toleranseOre: 0, ...g });
const linje = (l: Partial<Fakturalinje> = {}): Fakturalinje => ({ linjenr: 1, ordrereferanse: 'V-2026-0001', maned: OKT, tjeneste: 'HJEMMESYKEPLEIE', komponent: 'time', volumenhet: 'TIMER', antall: brokFraDesimal('12.5'), prisOre: ore(64_500), belopOre: ore(806_250), personnummer: false, ...l });
const utfall = (l: Partial<Fakturalinje>, g: Partial<Matchgrunnlag> = {}): string => matchFaktura([linje(l)], grunnlag(g)).map((m) => m.grunn ?? m.utfall)[0] ?? '';

describe('each line against what is approved in the ledger', () => {
  test('agrees in period, order, service, hours and price', () => {
    expect(utfall({})).toBe('GODKJENT');
    expect(utfall({ komponent: '' })).toBe('GODKJENT');
  });

  test.each<[string, Partial<Fakturalinje>, Partial<Matchgrunnlag>, string]>([
    ['eleven digits', { personnummer: true }, {}, 'PERSONNUMMER'],
    ['no month', { maned: null }, {}, 'PERIODE_UGYLDIG'],
    ['an order nobody here has', { ordrereferanse: 'V-2026-9999' }, {}, 'UKJENT_ORDRE'],
    ['a month that is not settled', {}, { avregnedeManeder: new Set() }, 'IKKE_AVREGNET'],
    ['nothing approved', {}, { avregnet: [] }, 'INGENTING_GODKJENT'],
    ['another component', { komponent: 'natt' }, {}, 'VARE_UKJENT'],
    ['another service', { tjeneste: 'PRAKTISK_BISTAND' }, {}, 'TJENESTE_AVVIKER'],
    ['hours times price that is not the amount', { belopOre: ore(806_251) }, {}, 'BELOP_STEMMER_IKKE'],
    ['another price', { prisOre: ore(65_000), belopOre: ore(812_500) }, {}, 'PRIS_AVVIKER'],
    ['more hours', { antall: brok(13), belopOre: ore(838_500) }, {}, 'TIMER_AVVIKER'],
    ['fewer hours', { antall: brok(12), belopOre: ore(774_000) }, {}, 'TIMER_AVVIKER'],
    ['hours invoiced before', {}, { avregnet: [avregnet({ fakturert: brokFraDesimal('12.5') })] }, 'ALLEREDE_FAKTURERT'],
  ])('%s holds it back', (_, l, g, forventet) => {
    expect(utfall(l, g)).toBe(forventet);
  });

  test('hours may differ by the tolerance, and a count never', () => {
    const litt = { antall: brokFraDesimal('12.51'), belopOre: ore(806_895) };
    expect(utfall(litt)).toBe('TIMER_AVVIKER');
    expect(utfall(litt, { toleranseMinutter: 1 })).toBe('GODKJENT');
    expect(utfall({ ...litt, volumenhet: 'ANTALL' }, { toleranseMinutter: 1 })).toBe('TIMER_AVVIKER');
    expect(utfall({ prisOre: ore(64_510), belopOre: ore(806_375) }, { toleranseOre: 10 })).toBe('GODKJENT');
  });

  test('the same hours are not approved twice within an invoice, and the rest of them once', () => {
    expect(matchFaktura([linje(), linje({ linjenr: 2 })], grunnlag()).map((m) => m.grunn ?? m.utfall)).toEqual(['GODKJENT', 'ALLEREDE_FAKTURERT']);
    const rest = linje({ antall: brokFraDesimal('2.5'), belopOre: ore(161_250) });
    expect(matchFaktura([rest], grunnlag({ avregnet: [avregnet({ fakturert: brok(10) })] })).map((m) => m.utfall)).toEqual(['GODKJENT']);
  });

  test('without tolerance no lines together are approved for more than the ledger holds', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 8 }), fc.integer({ min: 0, max: 200 }), (tideler, avregnetTideler) => {
        const linjer = tideler.map((t, i) => linje({ linjenr: i + 1, antall: brok(t, 10), belopOre: ore(t * 6450) }));
        const matchet = matchFaktura(linjer, grunnlag({ avregnet: [avregnet({ volum: brok(avregnetTideler, 10) })] }));
        const godkjent = matchet.filter((m) => m.utfall === 'GODKJENT').reduce((s, m) => s + m.linje.belopOre, 0);
        expect(godkjent).toBeLessThanOrEqual(avregnetTideler * 6450);
      }),
    );
  });
});
