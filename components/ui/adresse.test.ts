import { describe, expect, it } from 'vitest';
import { medFelt, sidetall } from '#components/ui/adresse.ts';
import { sidene } from '#components/ui/sidene.ts';

describe('state in the address', () => {
  it('changes one thing, keeps the rest, and has one address per state', () => {
    expect(medFelt('/vedtak', { side: '3', enhet: 'nord' }, { side: undefined })).toBe('/vedtak?enhet=nord');
    expect(medFelt('/vedtak', { b: '1', a: ['x', 'y'] }, { c: 'æ & ø' })).toBe('/vedtak?a=x&a=y&b=1&c=%C3%A6+%26+%C3%B8');
    expect(medFelt('/vedtak', { q: '' }, {})).toBe('/vedtak');
  });

  it('reads a page number and falls back to the first', () => {
    expect([sidetall({ side: '4' }), sidetall({ side: '-1' }), sidetall({ side: 'x' }), sidetall({})]).toEqual([4, 1, 1, 1]);
  });

  it('offers the pages around, the first and the last', () => {
    expect(sidene(1, 3)).toEqual([1, 2, 3]);
    expect(sidene(10, 47)).toEqual([1, null, 9, 10, 11, null, 47]);
    expect(sidene(3, 47)).toEqual([1, 2, 3, 4, null, 47]);
  });
});
