import { describe, expect, test } from 'vitest';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { beregnToppfinansiering, fordelPost } from '#lib/toppfinansiering/domain/toppfinansiering.ts';
import type {
  Post,
  Ressurskrevende,
  Tilskuddsparametre,
} from '#lib/toppfinansiering/domain/toppfinansiering.ts';

const parametre: Tilskuddsparametre = {
  tilskuddsar: 2014,
  modell: 'PER_BRUKER',
  innslagspunktOre: ore(1000),
  kompensasjonsgrad: brokFraDesimal('0.8'),
  puFradragOre: ore(576),
  aldersgrense: 67,
  kostraFunksjoner: ['253', '254'],
  lonnsarter: ['010-099'],
  egenandelPerInnbyggerOre: null,
};
const post = (belop: number, valg: Partial<Post> = {}): Post => ({
  funksjon: '254',
  art: '010',
  ore: ore(belop),
  harVedtak: true,
  lonnsandel: null,
  ...valg,
});
const bruker = (id: string, poster: Post[], valg: Partial<Ressurskrevende> = {}): Ressurskrevende => ({
  id,
  fodselsar: 1980,
  puKriterium: false,
  fradrag: [],
  poster,
  ...valg,
});
const beregn = (brukere: Ressurskrevende[], valg: Partial<Tilskuddsparametre> = {}, innbyggere = 0) =>
  beregnToppfinansiering({ regnskapsar: 2013, parametre: { ...parametre, ...valg }, innbyggere, brukere });

describe('which posts count', () => {
  test.each([
    ['another function', { funksjon: '202', art: '370', harVedtak: false }, [['FUNKSJON', 100]]],
    ['not wage', { art: '370', harVedtak: false }, [['IKKE_LONN', 100], ['MANGLER_VEDTAK', 0]]],
    ['no vedtak', { harVedtak: false }, [['IKKE_LONN', 0], ['MANGLER_VEDTAK', 100]]],
    ['a share of a purchase is wage', { art: '370', lonnsandel: brokFraDesimal('0.855') }, [['IKKE_LONN', 14], [null, 86]]],
    ['an art of another length is not in the range', { art: '10' }, [['IKKE_LONN', 100], [null, 0]]],
  ] as const)('%s', (_, valg, ventet) => {
    const deler = fordelPost(post(100, valg), parametre, false).map((d) => [d.grunn, d.ore]);
    expect(deler).toEqual(ventet);
  });

  test('the year one turns 67 is within the limit, the year after is not', () => {
    const [innenfor, over] = beregn([
      bruker('A', [post(2000)], { fodselsar: 1946 }),
      bruker('B', [post(2000)], { fodselsar: 1945 }),
    ]).brukere;
    expect(innenfor).toMatchObject({ ressursinnsatsOre: 2000, utenfor: [] });
    expect(over).toMatchObject({ ressursinnsatsOre: 0, utenfor: [{ grunn: 'OVER_ALDERSGRENSE', ore: 2000 }] });
  });
});

describe('the grant', () => {
  test('per recipient: the grade of what is above the threshold, after deductions', () => {
    const fradrag = [{ type: 'VERTSKOMMUNE', ore: ore(24) }] as const;
    const ut = beregn([bruker('B', [post(999)]), bruker('A', [post(2603)], { puKriterium: true, fradrag })]);
    // 2603 − 576 − 24 = 2003, of which 1003 above: 802.4
    expect(ut.brukere.map((b) => b.id)).toEqual(['A', 'B']);
    expect(ut.brukere[0]).toMatchObject({ fradragOre: 600, nettoOre: 2003, tilskuddOre: 802, egenandelOre: 1201 });
    expect(ut.sum).toEqual({
      antall: 1,
      ressursinnsatsOre: 3602,
      nettoOre: 3002,
      tilskuddOre: 802,
      egenandelOre: 2200,
    });
  });

  test('per inhabitant: the municipality as a whole carries an own share first', () => {
    const valg = { modell: 'PER_INNBYGGER', egenandelPerInnbyggerOre: ore(3) } as const;
    const brukere = [bruker('A', [post(2500)]), bruker('B', [post(1500)]), bruker('C', [post(1000)])];
    const ut = beregn(brukere, valg, 100);
    expect(ut.brukere.every((b) => b.tilskuddOre === null && b.egenandelOre === null)).toBe(true);
    expect(ut.sum).toMatchObject({ antall: 2, nettoOre: 5000, tilskuddOre: 1360, egenandelOre: 3640 });
    expect(beregn(brukere, valg, 1000).sum.tilskuddOre).toBe(0);
  });

  test('deductions never make a net cost negative', () => {
    const fradrag = [{ type: 'SYKELONN', ore: ore(5000) }] as const;
    expect(beregn([bruker('A', [post(100)], { fradrag })]).brukere[0]).toMatchObject({ nettoOre: 0, tilskuddOre: 0 });
  });
});
