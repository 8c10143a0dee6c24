import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import { type Arsfakta, beregnArskostnad, type Direktetid } from './kostnad.ts';
import { kravforskjeller, lagKrav } from './kravsak.ts';
import { type Gjeldendeparametre, KJENTE_PARAMETRE, type Parametersett, puAlder, velgParametre } from './kjente-parametre.ts';
import { delEtterNokkel, lonnFor, lonnPerMinutt } from './lonnskostnad.ts';

const sett: Parametersett = { tilskuddsar: 2026, innslagspunktOre: ore(100_000_000), kompensasjonsgrad: '0.8', puFradragOre: ore(20_000_000), aldersgrense: 67, kostraFunksjoner: ['254'], lonnsarter: ['010-099'], kilde: 'prøve', bekreftet: true };
const PARAMETRE: Gjeldendeparametre = { tilskuddsar: 2026, sett, bekreftet: true, lantFra: null };
const tid = (mottakerId: number, timer: number, felt: Partial<Direktetid> = {}): Direktetid => ({ mottakerId, enhetId: 1, vedtakId: mottakerId, nummer: `V-${mottakerId}`, funksjon: '254', minutter: timer * 60, ikkeKvittertMinutter: 0, harVedtak: true, ...felt });
/** 400 kr per worked hour: 40 mill. kr ÷ (110 000 − 10 000) hours. */
const enhet = { enhetId: 1, navn: 'Miljø', privat: false, godkjent: true, lonnOre: ore(4_000_000_000), timeverkMinutter: 110_000 * 60, fravarMinutter: 10_000 * 60 };
const mottaker = (mottakerId: number, fodselsar = 1980, pu: boolean | null = false) => ({ mottakerId, pseudonym: `M-${mottakerId}`, fodselsar, pu });
const fakta = (felt: Partial<Arsfakta>): Arsfakta => ({ regnskapsar: 2025, innbyggere: 1000, mottakere: [mottaker(1)], tid: [tid(1, 4000)], enheter: [enhet], felles: [], poster: [], fradrag: [], ...felt });
const en = (felt: Partial<Arsfakta>) => {
  const k = beregnArskostnad(fakta(felt), PARAMETRE).mottakere[0];
  if (!k) throw new Error('no recipient');
  return k;
};

describe('wage cost per worked hour', () => {
  test('wages over worked hours, never over the hours with recipients', () => {
    expect(lonnPerMinutt(enhet)).toEqual(brok(40_000, 60));
    expect(lonnFor(60, brok(40_000, 60))).toBe(40_000);
  });
  test('without wages or hours there is no rate, and not 0', () => {
    expect([lonnPerMinutt({ ...enhet, lonnOre: ore(0) }), lonnPerMinutt({ ...enhet, fravarMinutter: 110_000 * 60 })]).toEqual([null, null]);
  });
  test('a key divides to the øre', () => {
    expect(delEtterNokkel(ore(100), [1, 1, 1])).toEqual([33, 34, 33]);
    expect(delEtterNokkel(ore(101), [2, 1, 4]).reduce((a, b) => a + b, 0)).toBe(101);
    expect(() => delEtterNokkel(ore(1), [])).toThrow(RangeError);
  });
});

describe('a recipient’s year', () => {
  test('direct hours times the rate, less the threshold, times the grade', () => {
    const k = en({});
    expect([k.svar.ressursinnsatsOre, k.svar.tilskuddOre, k.plassering, k.mangler]).toEqual([160_000_000, 48_000_000, 'OVER', []]);
  });
  test('time on days without a vedtak in force does not count, and is said', () => {
    const k = en({ tid: [tid(1, 3000), tid(1, 1000, { harVedtak: false })] });
    expect([k.svar.ressursinnsatsOre, k.svar.utenfor, k.mangler]).toEqual([120_000_000, [{ grunn: 'MANGLER_VEDTAK', ore: 40_000_000 }], ['UTEN_VEDTAK']]);
  });
  test('shared staffing counts by its key when another has approved it', () => {
    const felles = { id: 1, enhetId: 1, navn: 'Natt', funksjon: '254', minutter: 3000 * 60, mottakere: [1, 2, 3], vekter: [2, 1, 1], nokkel: 'k' };
    expect(en({ felles: [{ ...felles, godkjent: true }] }).svar.ressursinnsatsOre).toBe(220_000_000);
    const venter = en({ felles: [{ ...felles, godkjent: false }] });
    expect([venter.svar.ressursinnsatsOre, venter.mangler]).toEqual([160_000_000, ['NOKKEL_IKKE_GODKJENT']]);
  });
  test('a purchase counts by its wage share, and not at all without one', () => {
    const kjop = { id: 1, mottakerId: 1, tekst: 'Kjøp', funksjon: '254', art: '370', belopOre: ore(10_000_000), vedtakId: 1, nummer: 'V-1', bilag: 'faktura' };
    expect(en({ poster: [{ ...kjop, lonnsandel: '0.8400' }] }).svar.ressursinnsatsOre).toBe(168_400_000);
    const uten = en({ poster: [{ ...kjop, lonnsandel: null }] });
    expect([uten.svar.ressursinnsatsOre, uten.mangler, uten.svar.utenfor]).toEqual([160_000_000, ['LONNSANDEL_MANGLER'], [{ grunn: 'IKKE_LONN', ore: 10_000_000 }]]);
  });
  test('the PU deduction follows the answer and the birth year; an open question stops', () => {
    expect(en({ mottakere: [mottaker(1, 1980, true)] }).svar.fradragOre).toBe(20_000_000);
    expect(en({ mottakere: [mottaker(1, 2008, true)] }).svar.fradragOre).toBe(0);
    expect(en({ mottakere: [mottaker(1, 1980, null)] }).mangler).toEqual(['PU_UAVKLART']);
    expect(en({ mottakere: [mottaker(1, 2008, null)] }).mangler).toEqual([]);
    expect([puAlder(2002, 2021), puAlder(2003, 2021), puAlder(2005, 2024)]).toEqual([true, false, true]);
  });
  test('other deductions are taken off', () => {
    const fradrag = (['VERTSKOMMUNE', 'OREMERKET', 'BRUKERBETALING', 'SYKELONN'] as const).map((type, id) => ({ id, mottakerId: 1, type, belopOre: ore(1_000_000), bilag: 'b' }));
    expect(en({ fradrag }).svar.nettoOre).toBe(156_000_000);
  });
  test('from the year of 68 the recipient falls out, and is shown apart', () => {
    expect(en({ mottakere: [mottaker(1, 1957)] }).plassering).toBe('FOR_GAMMEL');
    expect(en({ mottakere: [mottaker(1, 1958)] }).plassering).toBe('OVER');
  });
  test('a divisor that is not approved, or not known, stops', () => {
    expect(en({ enheter: [{ ...enhet, godkjent: false }] }).mangler).toEqual(['DELINGSTALL']);
    expect(en({ enheter: [{ ...enhet, lonnOre: ore(0) }] }).mangler).toEqual(['SATS_MANGLER']);
  });
  test('near is from nine tenths of the threshold', () => {
    expect([en({ tid: [tid(1, 2250)] }).plassering, en({ tid: [tid(1, 2249)] }).plassering]).toEqual(['NAER', 'UNDER']);
  });
});

describe('parameters', () => {
  test('a year without figures borrows the newest earlier year’s, unconfirmed', () => {
    const p = velgParametre([], 2026);
    expect([p?.lantFra, p?.bekreftet, p?.sett.innslagspunktOre]).toEqual([2025, false, 167_800_000]);
    expect(velgParametre([], 2010)).toBeNull();
  });
  test('the municipality’s own registration comes first, and only a confirmed one of the year itself is confirmed', () => {
    expect(velgParametre([sett], 2026)).toEqual(PARAMETRE);
    expect(velgParametre([sett], 2027)?.bekreftet).toBe(false);
  });
  test('nothing that is shipped is called confirmed, and all of it has a source', () => {
    expect(KJENTE_PARAMETRE.every((p) => !p.bekreftet && p.kilde !== '')).toBe(true);
  });
});

describe('the claim', () => {
  const aret = beregnArskostnad(fakta({ mottakere: [mottaker(1), mottaker(2), mottaker(3, 1990, true)], tid: [tid(1, 4000), tid(2, 2400), tid(3, 3700)], poster: [{ id: 1, mottakerId: 1, tekst: 'Kjøp', funksjon: '254', art: '370', belopOre: ore(3_333_333), lonnsandel: '0.3333', vedtakId: 1, nummer: 'V-1', bilag: 'f' }] }), PARAMETRE);
  const krav = lagKrav(aret, [], new Map());
  test('holds those over the threshold, and its control case gives the same sums', () => {
    expect(krav.rader.map((r) => r.id)).toEqual(['M-1', 'M-3']);
    const svar = kontroller('toppfinansiering', JSON.stringify(krav.sak));
    expect(svar.ok ? (svar.verdi as { sum: object }).sum : svar.feil).toEqual(krav.sum);
  });
  test('two versions differ by recipient', () => {
    const [forste, andre] = krav.rader;
    if (!forste || !andre) throw new Error('two recipients');
    expect(kravforskjeller([forste, andre], [{ ...forste, nettoOre: 1 }]).map((f) => [f.id, f.etterOre])).toEqual([['M-1', 1], ['M-3', null]]);
    expect(kravforskjeller([forste], [forste])).toEqual([]);
  });
});
