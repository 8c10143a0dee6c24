import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { innforPris, prisensSlutt } from '#lib/stykkpris/domain/innfor-pris.ts';
import type { Gjeldendepris } from '#lib/stykkpris/domain/innfor-pris.ts';

const rad = (id: number, fom: string, tom: string | null): Gjeldendepris => ({ id, fomManed: maned(fom), tomManed: tom === null ? null : maned(tom), ore: id * 100, status: 'FORELOPIG', grunnlag: 'g' });
const rom = (fom: string, tom: string | null) => ({ fomManed: maned(fom), tomManed: tom === null ? null : maned(tom) });

describe('a new price in the book', () => {
  test('next year’s price ends this year’s row, and changes nothing else', () => {
    expect(innforPris([rad(1, '2026-01', null)], rom('2027-01', null))).toEqual({ avslutt: [{ id: 1, tomManed: '2026-12' }], erstatt: [], viderefor: [] });
  });

  test('the final price takes the place of the year’s rows, a revised one too', () => {
    const svar = innforPris([rad(1, '2026-01', '2026-04'), rad(2, '2026-05', '2026-12'), rad(3, '2027-01', null)], rom('2026-01', '2026-12'));
    expect(svar).toEqual({ avslutt: [], erstatt: [1, 2], viderefor: [] });
  });

  test('a revision from May splits the row and goes on', () => {
    expect(innforPris([rad(1, '2026-01', null)], rom('2026-05', null))).toEqual({ avslutt: [{ id: 1, tomManed: '2026-04' }], erstatt: [], viderefor: [] });
  });

  test('what a row has left after the new one is carried on at its own price', () => {
    const svar = innforPris([rad(1, '2026-01', '2027-06')], rom('2026-05', '2026-12'));
    expect(svar.viderefor).toEqual([{ fomManed: '2027-01', tomManed: '2027-06', ore: 100, status: 'FORELOPIG', grunnlag: 'g' }]);
  });

  test('a final price holds through its year where the next year has one, else until further notice', () => {
    const rader = [rom('2026-01', '2026-12'), rom('2027-01', null)];
    expect(prisensSlutt('ENDELIG', maned('2026-01'), rader)).toBe('2026-12');
    expect(prisensSlutt('REVISJON', maned('2026-05'), [rom('2026-01', null)])).toBeNull();
    expect(prisensSlutt('FORELOPIG', maned('2027-01'), rader)).toBeNull();
  });
});
