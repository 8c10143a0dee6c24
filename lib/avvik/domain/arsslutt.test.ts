import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ore } from '#lib/core/ore.ts';
import type { Maned } from '#lib/core/maned.ts';
import { akkumuler, beregnEnhet, type Enhetsar, regelFor, sammeLinjer } from '#lib/avvik/domain/arsslutt.ts';
import { type Arsforhold, hindringer, lagForslagslinjer } from '#lib/avvik/domain/overforingsforslag.ts';

const valg = (andelOverskudd: string | null, andelUnderskudd: string | null, takAkkumulert: string | null = null) => ({ andelOverskudd, andelUnderskudd, takAndelAvBudsjett: null, takAkkumulert, dispensasjon: null });
const ordning = (id: number, overforing: ReturnType<typeof valg> | null) => ({ ordningId: id, ordning: `Ordning ${id}`, overforing });
const enhet = (resultat: number, mer: Partial<Enhetsar> = {}): Enhetsar => ({
  enhetId: 1, kode: 'NORD', navn: 'Nord', regel: regelFor([ordning(1, valg('0.9', '1'))]), inntektOre: ore(10_000 + resultat), etterslepOre: ore(0), anslagOre: ore(0), kostnadOre: ore(10_000),
  budsjettOre: ore(10_000), innOre: ore(0), dispensasjon: null, utenRegnskap: [], ...mer,
});
const linje = (resultat: number, mer: Partial<Enhetsar> = {}) => {
  const l = beregnEnhet(enhet(resultat, mer));
  if (!l) throw new Error('no rule');
  return l;
};
const ALT_I_ORDEN: Arsforhold = { arErOver: true, nesteArAvgjort: false, forslagVenter: false, harApenManed: true, uavregnet: [], venterDispensasjon: [], venterAnslag: [] };

describe('the rule of a unit', () => {
  test('is its scheme’s', () => expect(regelFor([ordning(1, null), ordning(2, valg('0.9', '1'))])).toMatchObject({ type: 'REGEL', ordningId: 2 }));
  test('no scheme with a rule: nothing is carried', () => expect(regelFor([ordning(1, null)])).toEqual({ type: 'INGEN' }));
  test('a share nobody has decided is no rule, never 0', () => expect(regelFor([ordning(1, valg(null, '1'))])).toMatchObject({ type: 'FEIL', grunn: 'ANDEL_MANGLER' }));
  test('two schemes with different rules do not decide one result', () => {
    expect(regelFor([ordning(1, valg('0.9', '1')), ordning(2, valg('0.5', '1'))])).toMatchObject({ type: 'FEIL', grunn: 'ULIKE_REGLER' });
    expect(regelFor([ordning(1, valg('0.9', '1')), ordning(2, valg('0.9', '1'))])).toMatchObject({ type: 'REGEL' });
  });
});

describe('what a unit takes with it', () => {
  test('is what it brought in and what the year added', () => expect(linje(1_000, { innOre: ore(300) })).toMatchObject({ overforesOre: 900, akkumulertOre: 1_200 }));
  test('a deficit that was brought in is still owed after a year in balance', () => expect(linje(0, { innOre: ore(-400) })).toMatchObject({ overforesOre: 0, akkumulertOre: -400 }));
  test('savings that are spent are gone', () => expect(linje(-400, { innOre: ore(400) })).toMatchObject({ overforesOre: -400, akkumulertOre: 0 }));
  test('no more than the cap on the accumulated amount, either way', () => {
    const regel = regelFor([ordning(1, valg('1', '1', '0.05'))]);
    expect(linje(300, { regel, innOre: ore(400) })).toMatchObject({ overforesOre: 300, akkumulertOre: 500 });
    expect(linje(-300, { regel, innOre: ore(-400) })).toMatchObject({ overforesOre: -300, akkumulertOre: -500 });
    expect(linje(300, { regel, innOre: ore(100) })).toMatchObject({ akkumulertOre: 400 });
  });
  test('a dispensation limits the year’s deficit, not what was owed before', () =>
    expect(linje(-1_000, { innOre: ore(-200), dispensasjon: { id: 7, maksUnderskuddOre: ore(300) } })).toMatchObject({ overforesOre: -300, akkumulertOre: -500, dispensasjonId: 7, kommunenDekkerOre: 700 }));
  test('an estimate of what is not settled counts as revenue', () => expect(linje(-500, { anslagOre: ore(600) })).toMatchObject({ resultatOre: 100, overforesOre: 90 }));
  test('the cap never makes an amount larger, and none is no cap', () => {
    const belop = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(fc.property(belop, belop, fc.integer({ min: 0, max: 1e12 }), fc.integer({ min: 0, max: 100 }), (inn, ny, budsjett, prosent) => {
      const fri = akkumuler(ore(inn), ore(ny), null, null);
      const kappet = akkumuler(ore(inn), ore(ny), (prosent / 100).toFixed(2), ore(budsjett));
      expect(fri).toBe(inn + ny);
      expect(Math.abs(kappet)).toBeLessThanOrEqual(Math.abs(fri));
      expect(Math.abs(kappet) * 100).toBeLessThanOrEqual(budsjett * prosent + 50);
    }));
  });
});

describe('a proposal', () => {
  test('the lines of a year together are its last decision, however often it is corrected', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 6 }), (resultater) => {
      let gjeldende: ReturnType<typeof lagForslagslinjer> = [];
      let hovedbok = 0;
      resultater.forEach((r, i) => {
        gjeldende = lagForslagslinjer(i === 0 ? 'VEDTAK' : 'RETTING', [linje(r)], gjeldende);
        hovedbok += gjeldende[0]?.bokforesOre ?? 0;
        expect(hovedbok).toBe(gjeldende[0]?.akkumulertOre);
      });
      const tilbake = lagForslagslinjer('TILBAKEFORING', [], gjeldende);
      expect(hovedbok + (tilbake[0]?.bokforesOre ?? 0)).toBe(0);
    }));
  });
  test('a unit that no longer has a rule gives back what it got', () => {
    const gjeldende = lagForslagslinjer('VEDTAK', [linje(1_000)], []);
    expect(lagForslagslinjer('RETTING', [], gjeldende)).toMatchObject([{ akkumulertOre: 0, bokforesOre: -900 }]);
  });
  test('another figure than the one shown is another proposal', () => {
    expect(sammeLinjer([linje(1_000)], [linje(1_000)])).toBe(true);
    expect(sammeLinjer([linje(1_000)], [linje(1_001)])).toBe(false);
    expect(sammeLinjer([linje(1_000)], [])).toBe(false);
    expect(sammeLinjer([linje(1_000)], [linje(1_000, { regel: regelFor([ordning(1, valg('0.90', '1'))]) })])).toBe(false);
  });
});

describe('what hinders a proposal', () => {
  test('nothing, when all is in order', () => expect(hindringer([enhet(1)], ALT_I_ORDEN)).toEqual([]));
  test('a month without a settlement, until each unit has an approved estimate', () => {
    const uavregnet = [{ maned: '2025-12' as Maned, medAnslag: [] as number[] }];
    expect(hindringer([enhet(1)], { ...ALT_I_ORDEN, uavregnet })).toEqual([{ grunn: 'MANED_IKKE_AVREGNET', maned: '2025-12', enheter: ['Nord'] }]);
    expect(hindringer([enhet(1)], { ...ALT_I_ORDEN, uavregnet: [{ maned: '2025-12' as Maned, medAnslag: [1] }] })).toEqual([]);
  });
  test('accounts that have not come are not a cost of 0', () => expect(hindringer([enhet(1, { utenRegnskap: ['2025-12'] })], ALT_I_ORDEN)).toEqual([{ grunn: 'REGNSKAP_MANGLER', enheter: ['Nord'], maneder: ['2025-12'] }]));
  test('a cap without a budget', () => {
    const regel = regelFor([ordning(1, valg('1', '1', '0.05'))]);
    expect(hindringer([enhet(1, { regel, budsjettOre: null })], ALT_I_ORDEN)).toEqual([{ grunn: 'BUDSJETT_MANGLER', enheter: ['Nord'] }]);
  });
  test('everything is said at once', () =>
    expect(hindringer([enhet(1)], { ...ALT_I_ORDEN, arErOver: false, venterDispensasjon: [1], forslagVenter: true }).map((h) => h.grunn)).toEqual(['AR_IKKE_OVER', 'FORSLAG_VENTER', 'DISPENSASJON_VENTER']));
});
