import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Maned } from '#lib/core/maned.ts';
import { ore } from '#lib/core/ore.ts';
import { type Bilagsgrunnlag, byggBilag, byggFakturabilag, kontroller, motsatt } from './bygg-bilag.ts';
import type { Konteringsfelt, Konteringsregel } from './kontering.ts';

const OKT = '2026-10' as Maned;
const regel = (felt: Konteringsfelt, verdi: string, r: Partial<Konteringsregel> = {}): Konteringsregel => ({
  id: 1, felt, verdi, enhetId: null, tjeneste: null, komponent: null, gruppe: null, fomManed: '2020-01' as Maned, tomManed: null, ...r,
});
const REGLER = [
  regel('ANSVAR_BESTILLER', '3100'), regel('ANSVAR_UTFORER', '3210', { enhetId: 2 }), regel('ANSVAR_UTFORER', '3220', { enhetId: 3 }), regel('ANSVAR_UTFORER', '3230', { enhetId: 4 }),
  regel('FUNKSJON', '254'), regel('FUNKSJON', '253', { tjeneste: 'LANGTIDSOPPHOLD' }), regel('ART', '19990'), regel('ART', '37000', { gruppe: 'PRIVAT' }),
  regel('KONTO_PALOPT', '23270'), regel('KONTO_GJELD', '23240'),
];
const sum = (enhetId: number, belop: number, g: Partial<Bilagsgrunnlag> = {}): Bilagsgrunnlag => ({
  enhetId, privat: false, tjeneste: 'HJEMMESYKEPLEIE', komponent: 'time', gruppe: 'KOMMUNAL', antall: 1, belopOre: ore(belop), ...g,
});
function bygd(form: 'BILAG' | 'BUDSJETT', grunnlag: readonly Bilagsgrunnlag[]) {
  const svar = byggBilag(OKT, form, grunnlag, REGLER);
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}

describe('internal vouchers', () => {
  test('the purchaser is debited once per function for what all units are credited', () => {
    const [bilag] = bygd('BILAG', [sum(2, 100_00), sum(2, 20_00, { komponent: 'besok' }), sum(3, 50_00), sum(3, 70_00, { tjeneste: 'LANGTIDSOPPHOLD' })]);
    expect(bilag?.poster.map((p) => [p.side, p.ansvar, p.funksjon, p.art, p.belopOre])).toEqual([
      ['BESTILLER', '3100', '253', '19990', 7000],
      ['BESTILLER', '3100', '254', '19990', 17000],
      ['UTFORER', '3210', '254', '19990', -12000],
      ['UTFORER', '3220', '253', '19990', -7000],
      ['UTFORER', '3220', '254', '19990', -5000],
    ]);
    expect(bilag?.antallLinjer).toBe(4);
    expect(kontroller(bilag?.poster ?? [])).toMatchObject({ debetOre: 24000, kreditOre: 24000, restOre: 0, funksjoner: [{ funksjon: '253', belopOre: 0 }, { funksjon: '254', belopOre: 0 }] });
  });

  test('a correction that takes money back is netted, and an account that nets to nothing is left out', () => {
    const [bilag] = bygd('BILAG', [sum(2, 100_00), sum(2, -100_00, { komponent: 'besok' }), sum(3, -30_00)]);
    expect(bilag?.poster.map((p) => [p.side, p.ansvar, p.belopOre])).toEqual([['BESTILLER', '3100', -3000], ['UTFORER', '3220', 3000]]);
  });

  test('as budget the unit gets more and the purchaser has as much less', () => {
    const [bilag] = bygd('BUDSJETT', [sum(2, 100_00)]);
    expect(bilag?.form).toBe('BUDSJETT');
    expect(bilag?.poster.map((p) => [p.side, p.belopOre])).toEqual([['BESTILLER', -10000], ['UTFORER', 10000]]);
  });

  test('without a rule there is no voucher at all, and each missing rule is told once', () => {
    const svar = byggBilag(OKT, 'BILAG', [sum(2, 1), sum(9, 1), sum(9, 2), sum(9, 3, { komponent: 'besok' })], REGLER);
    expect(svar.ok ? [] : svar.feil.map((m) => [m.felt, m.kjennetegn.enhetId, m.kjennetegn.komponent])).toEqual([['ANSVAR_UTFORER', 9, 'time'], ['ANSVAR_UTFORER', 9, 'besok']]);
  });
});

describe('private providers', () => {
  test('are set aside as cost and debt in a voucher of their own, also where internal money moves as budget', () => {
    const bilag = bygd('BUDSJETT', [sum(2, 100_00), sum(4, 40_00, { privat: true, gruppe: 'PRIVAT' })]);
    expect(bilag.map((b) => [b.slag, b.form, b.belopOre])).toEqual([['INTERN', 'BUDSJETT', 10000], ['AVSETNING', 'BILAG', 4000]]);
    expect(bilag[1]?.poster.map((p) => [p.side, p.ansvar, p.funksjon, p.art, p.belopOre])).toEqual([['BESTILLER', '3100', '254', '37000', 4000], ['PALOPT', '', '', '23270', -4000]]);
  });

  test('a paid invoice goes off what was set aside and on to what is owed: the cost is not booked twice', () => {
    const svar = byggFakturabilag(OKT, 4, ore(3000), 2, REGLER);
    expect(svar.ok ? svar.verdi.poster.map((p) => [p.side, p.art, p.belopOre]) : svar.feil).toEqual([['PALOPT', '23270', 3000], ['GJELD', '23240', -3000]]);
  });
});

const tilfeldig: fc.Arbitrary<Bilagsgrunnlag> = fc.record({
  enhetId: fc.constantFrom(2, 3, 4),
  tjeneste: fc.constantFrom(null, 'HJEMMESYKEPLEIE', 'LANGTIDSOPPHOLD'),
  komponent: fc.constantFrom('time', 'besok', 'manuell/1'),
  antall: fc.integer({ min: 1, max: 5000 }),
  belopOre: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(ore),
}).map((g) => ({ ...g, privat: g.enhetId === 4, gruppe: g.enhetId === 4 ? 'PRIVAT' : 'KOMMUNAL' }));

describe('whatever the ledger holds', () => {
  test('debit is credit, by function and art too, and the units’ sum is the purchaser’s charge', () => {
    fc.assert(
      fc.property(fc.array(tilfeldig, { maxLength: 40 }), fc.constantFrom('BILAG' as const, 'BUDSJETT' as const), (grunnlag, form) => {
        const bilag = bygd(form, grunnlag);
        const avSide = (slag: string, side: string) => bilag.filter((b) => b.slag === slag).flatMap((b) => b.poster).filter((p) => p.side === side).reduce((s, p) => s + p.belopOre, 0);
        for (const b of bilag) {
          const sjekk = kontroller(b.poster);
          expect(sjekk.restOre).toBe(0);
          if (b.slag === 'INTERN') expect(sjekk.funksjoner.filter((f) => f.belopOre !== 0)).toEqual([]);
        }
        const internt = grunnlag.filter((g) => !g.privat).reduce((s, g) => s + g.belopOre, 0);
        const fortegn = form === 'BILAG' ? 1 : -1;
        expect(avSide('INTERN', 'BESTILLER')).toBe(fortegn * internt + 0);
        expect(avSide('INTERN', 'UTFORER')).toBe(-fortegn * internt + 0);
        expect(avSide('AVSETNING', 'BESTILLER')).toBe(grunnlag.filter((g) => g.privat).reduce((s, g) => s + g.belopOre, 0));
        expect(bilag.reduce((s, b) => s + b.antallLinjer, 0)).toBe(grunnlag.reduce((s, g) => s + g.antall, 0));
      }),
    );
  });

  test('a voucher and its reversal leave nothing', () => {
    fc.assert(
      fc.property(fc.array(tilfeldig, { minLength: 1, maxLength: 20 }), (grunnlag) => {
        for (const b of bygd('BILAG', grunnlag)) expect(kontroller([...b.poster, ...motsatt(b.poster)]).funksjoner.every((f) => f.belopOre === 0)).toBe(true);
      }),
    );
  });
});
