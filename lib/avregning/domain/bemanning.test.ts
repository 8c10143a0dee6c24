import { expect, test } from 'vitest';
import { behovPerDag, behovPerUke, dogndelAv } from '#lib/avregning/domain/bemanning.ts';

test('each minute of the day lies in one part of it, and the night goes past midnight', () => {
  expect([0, 449, 450, 929, 930, 1349, 1350, 1439].map(dogndelAv)).toEqual(['NATT', 'NATT', 'DAG', 'DAG', 'KVELD', 'KVELD', 'NATT', 'NATT']);
});

test('the demand of a weekday and time of day is the mean of the weeks', () => {
  const celler = behovPerDag([{ uke: 0, ukedag: 1, startMinutt: 480, minutter: 90, utenAnsatt: 0 }, { uke: 1, ukedag: 1, startMinutt: 600, minutter: 30, utenAnsatt: 30 }, { uke: 1, ukedag: 7, startMinutt: 30, minutter: 15, utenAnsatt: 0 }], 2);
  expect(celler).toHaveLength(21);
  expect(celler.filter((c) => c.minutter > 0)).toEqual([{ ukedag: 1, dogndel: 'DAG', minutter: 60, utenAnsatt: 15 }, { ukedag: 7, dogndel: 'NATT', minutter: 8, utenAnsatt: 0 }]);
  expect(behovPerDag([], 0)).toEqual([]);
});

test('a week has the granted minutes of its days in force, beside what the paid hours give at recipients', () => {
  const vedtak = [{ uke: 0, minutter: 420, perUker: 1, dager: 7 }, { uke: 0, minutter: 90, perUker: 2, dager: 7 }, { uke: 1, minutter: 420, perUker: 1, dager: 3 }];
  expect(behovPerUke(vedtak, [0, 1, 2], { minutter: 6200, brukerrettet: 3100, dager: 31 })).toEqual([
    { uke: 0, vedtattMinutter: 465, kapasitetMinutter: 700 },
    { uke: 1, vedtattMinutter: 180, kapasitetMinutter: 700 },
    { uke: 2, vedtattMinutter: 0, kapasitetMinutter: 700 },
  ]);
  expect(behovPerUke([], [0], null)).toEqual([{ uke: 0, vedtattMinutter: 0, kapasitetMinutter: null }]);
});
