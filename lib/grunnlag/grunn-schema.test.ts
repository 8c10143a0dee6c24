import { expect, test } from 'vitest';
import { skjemafeil } from '#lib/core/skjemafeil.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';
import { z } from 'zod';

const nokler = (grunn: string): string[] => {
  const svar = z.object({ grunn: grunnFelt({ min: 5, maks: 40 }) }).safeParse({ grunn });
  return svar.success ? [] : skjemafeil(svar.error).map((f) => f.nokkel);
};

test('a reason holds no person’s number, however it is written; a case number of eleven digits is none', () => {
  expect(nokler('Gjelder 018140 00008, se saken')).toEqual(['skjema.feil.personnummer']);
  expect(nokler('Gjelder 01814000008')).toEqual(['skjema.feil.personnummer']);
  expect(nokler('Sak 20261234567')).toEqual([]);
  expect(nokler('Nei')).toEqual(['skjema.feil.kortTekst']);
});
