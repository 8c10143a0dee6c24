import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BEREGNINGER, erBeregning, kontroller } from '#lib/kontroll/kontroll.ts';

type Eksempel = { inn: unknown; ut: unknown };
type Feileksempel = { beregning: string; inn: unknown; stier: string[] };

function linjer<T>(navn: string): T[] {
  const tekst = readFileSync(new URL(`../../test/eksempler/${navn}.jsonl`, import.meta.url), 'utf8');
  return tekst
    .split('\n')
    .filter((l) => l.trim() !== '')
    .map((l) => JSON.parse(l) as T);
}

describe.each(Object.keys(BEREGNINGER))('the worked examples of %s', (navn) => {
  test.each(linjer<Eksempel>(navn).map((e, i) => [i + 1, e] as const))('example %i gives the same figures', (_, e) => {
    if (!erBeregning(navn)) throw new Error(navn);
    const svar = kontroller(navn, JSON.stringify(e.inn));
    expect(svar).toEqual({ ok: true, verdi: e.ut });
    // the order of keys is part of the format
    expect(JSON.stringify(svar.ok && svar.verdi)).toBe(JSON.stringify(e.ut));
  });
});

test.each(linjer<Feileksempel>('feil').map((e, i) => [i + 1, e.beregning, e] as const))(
  'bad case %i (%s) names every fault',
  (_, navn, e) => {
    if (!erBeregning(navn)) throw new Error(navn);
    const svar = kontroller(navn, JSON.stringify(e.inn));
    expect(svar.ok ? [] : svar.feil.map((f) => f.sti).toSorted()).toEqual(e.stier.toSorted());
  },
);
