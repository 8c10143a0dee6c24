import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ore, sumOre } from '#lib/core/ore.ts';
import { type Arsfakta, beregnArskostnad } from '#lib/toppfinansiering/domain/kostnad.ts';
import { helhetFor } from '#lib/toppfinansiering/domain/helhet.ts';
import { type Gjeldendeparametre, tilBeregning, velgParametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';

const parametre = velgParametre([], 2026) as Gjeldendeparametre;
const post = (id: number, funksjon: string, art: string, belop: number, lonnsandel: string | null, medVedtak: boolean) => ({ id, mottakerId: 1, tekst: 'x', funksjon, art, belopOre: ore(belop), lonnsandel, vedtakId: medVedtak ? 1 : null, nummer: medVedtak ? 'V-1' : null, bilag: 'b' });
const fakta = (poster: Arsfakta['poster'], fodselsar = 2012): Arsfakta => ({ regnskapsar: 2025, innbyggere: 1000, mottakere: [{ mottakerId: 1, pseudonym: 'M-1', fodselsar, pu: false }], tid: [], enheter: [], felles: [], poster, fradrag: [] });
const helhet = (f: Arsfakta, anslag: readonly number[] = []) => {
  const k = beregnArskostnad(f, parametre).mottakere[0];
  if (!k) throw new Error('ingen mottaker');
  return helhetFor(k, tilBeregning(parametre), 2025, new Set(anslag));
};

describe('a recipient’s whole year', () => {
  test('has each krone once, school apart, and says that an estimate is in it', () => {
    const h = helhet(fakta([post(1, '254', '010', 1000, null, true), post(2, '254', '200', 300, null, true), post(3, '202', '010', 500, null, true), post(4, '120', '010', 50, null, true), post(5, '254', '010', 70, null, false)]), [3]);
    expect(h).toMatchObject({ alder: 13, tellerOre: 1000, skoleOre: 500, andreOre: 50, utenfor: { IKKE_LONN: 300, MANGLER_VEDTAK: 70, OVER_ALDERSGRENSE: 0 }, samletOre: 1920, medAnslag: true });
  });
  test('of one who is too old stands outside the grant', () => {
    expect(helhet(fakta([post(1, '254', '010', 1000, null, true)], 1950)).utenfor.OVER_ALDERSGRENSE).toBe(1000);
  });
  test('sums to the posts, whatever they are', () => {
    const enPost = fc.record({ funksjon: fc.constantFrom('254', '202', '999'), art: fc.constantFrom('010', '200', '370'), belop: fc.integer({ min: 1, max: 10_000_000 }), andel: fc.constantFrom(null, '0.3333', '1.0000'), vedtak: fc.boolean() });
    const prov = () => fc.assert(
      fc.property(fc.array(enPost, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1940, max: 2015 }), (poster, fodt) => {
        const h = helhet(fakta(poster.map((p, i) => post(i + 1, p.funksjon, p.art, p.belop, p.andel, p.vedtak)), fodt));
        return sumOre([h.tellerOre, h.skoleOre, h.andreOre, h.utenfor.IKKE_LONN, h.utenfor.MANGLER_VEDTAK, h.utenfor.OVER_ALDERSGRENSE]) === h.samletOre;
      }),
    );
    expect(prov).not.toThrow();
  });
});
