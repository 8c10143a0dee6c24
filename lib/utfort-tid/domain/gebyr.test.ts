import { describe, expect, test } from 'vitest';
import { brok } from '#lib/core/brok.ts';
import { beregnGebyrgrunnlag, halvtimer, sammenlign } from './gebyr.ts';

const fakta = { levertMinutter: 200, registrert: true, innvilget: [{ perUke: brok(60, 1), dager: 31 }], fravarsdager: 0 };
const sats = { orePerTime: 42_400, avrunding: 'NAERMEST' } as const;

test.each([[0, 0, 0], [14, 0, 0], [15, 0, 1], [29, 0, 1], [30, 1, 1], [44, 1, 1], [45, 1, 2]])('%i minutes are %i half hours down, %i to the nearest', (m, ned, naermest) => {
  expect([halvtimer(m, 'NED'), halvtimer(m, 'NAERMEST')]).toEqual([ned, naermest]);
});

describe('the basis', () => {
  test('is what was delivered where anything is registered, also nothing', () => {
    expect(beregnGebyrgrunnlag(fakta, sats)).toEqual({ kilde: 'LEVERT', minutter: 200, halvtimer: 7, fravarsdager: 0, ore: 148_400 });
    expect(beregnGebyrgrunnlag({ ...fakta, levertMinutter: 0 }, sats)).toMatchObject({ kilde: 'LEVERT', halvtimer: 0, ore: 0 });
  });

  test('else what was granted for the days without absence, exact until it is rounded', () => {
    // 60 minutes a week for 31 days: 265 5/7; less ten days' absence: 180.
    expect(beregnGebyrgrunnlag({ ...fakta, registrert: false }, sats)).toMatchObject({ kilde: 'INNVILGET', minutter: 266, halvtimer: 9 });
    expect(beregnGebyrgrunnlag({ ...fakta, registrert: false, innvilget: [{ perUke: brok(60, 1), dager: 21 }], fravarsdager: 10 }, sats)).toMatchObject({ minutter: 180, halvtimer: 6, fravarsdager: 10 });
    expect(beregnGebyrgrunnlag({ ...fakta, registrert: false, innvilget: [{ perUke: brok(60, 2), dager: 31 }] }, sats)).toMatchObject({ minutter: 133 });
    // Two vedtak after one another are rounded once: 120 + 1020/7.
    expect(beregnGebyrgrunnlag({ ...fakta, registrert: false, innvilget: [{ perUke: brok(60, 1), dager: 14 }, { perUke: brok(60, 1), dager: 17 }] }, sats)).toMatchObject({ minutter: 266 });
  });

  test('half an hour of an odd rate is rounded to the øre', () => {
    expect(beregnGebyrgrunnlag({ ...fakta, levertMinutter: 30 }, { ...sats, orePerTime: 42_401 }).ore).toBe(21_201);
  });
});

test.each([[100, 100, 'LIK'], [100, 101, 'FOR_MYE'], [100, 99, 'FOR_LITE'], [100, null, 'IKKE_FAKTURERT'], [null, 5, 'UTEN_GRUNNLAG'], [0, 5, 'UTEN_GRUNNLAG'], [0, null, 'LIK'], [0, 0, 'LIK'], [null, null, 'LIK']] as const)('basis %s against %s is %s', (g, f, svar) => {
  expect(sammenlign(g, f)).toBe(svar);
});
