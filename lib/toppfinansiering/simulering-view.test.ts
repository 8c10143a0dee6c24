import { describe, expect, test } from 'vitest';
import { STANDARDVALG } from '#lib/toppfinansiering/domain/utforming-kode.ts';
import { adresse, lesNy, lesValg } from '#lib/toppfinansiering/simulering-view.ts';

describe('the address holds the choice', () => {
  test('nothing named is one of each of the source’s designs, and has the bare address', () => {
    const valg = lesValg({});
    expect(valg).toEqual({ grunnlag: '2014', koder: STANDARDVALG, ukjente: 0 });
    expect(adresse(valg)).toBe('/ressurskrevende/simulering');
  });

  test('a choice is read back from its own address, also an empty one', () => {
    for (const koder of [['GRAD_75', 'ANTALL_6500'], []]) {
      const sok = new URL(adresse({ grunnlag: '2013', koder }), 'http://x').searchParams;
      expect(lesValg({ grunnlag: sok.get('grunnlag') ?? undefined, u: sok.getAll('u') })).toEqual({ grunnlag: '2013', koder, ukjente: 0 });
    }
  });

  test('what is no design is left out and counted, a design counts once, and there are at most ten', () => {
    expect(lesValg({ u: ['GRAD_75', 'tull', 'GRAD_75'], grunnlag: '1999' })).toEqual({ grunnlag: '2014', koder: ['GRAD_75'], ukjente: 1 });
    expect(lesValg({ u: Array.from({ length: 14 }, (_, i) => `GRAD_${i + 50}`) }).koder).toHaveLength(10);
  });
});

describe('a design is added', () => {
  const valg = lesValg({ u: 'GRAD_75' });
  test('as the next column', () => {
    expect(lesNy({ ny: 'INNSLAG', innslagspunkt: '1 200 000' }, valg)).toEqual({ ok: true, til: '/ressurskrevende/simulering?u=GRAD_75&u=INNSLAG_1200000' });
    expect(lesNy({}, valg)).toBeNull();
  });
  test('not when a field cannot be read; what was typed is kept', () => {
    expect(lesNy({ ny: 'GRAD', grad: 'mye' }, valg)).toEqual({ ok: false, type: 'GRAD', felt: ['grad'], verdier: { grad: 'mye' }, grunn: 'FELT' });
  });
  test('not as the eleventh', () => {
    const fullt = lesValg({ u: Array.from({ length: 10 }, (_, i) => `GRAD_${i + 50}`) });
    expect(lesNy({ ny: 'GRAD', grad: '75' }, fullt)).toMatchObject({ ok: false, grunn: 'FULLT' });
  });
});
