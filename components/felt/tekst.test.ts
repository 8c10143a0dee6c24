import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTranslator } from 'use-intl/core';
import { describe, expect, test } from 'vitest';
import { fyllTekst, slaOpp } from '#components/felt/tekst.ts';

/** Every text of a namespace, by dotted key. */
function alle(tekster: Record<string, unknown>, foran = ''): [string, string][] {
  return Object.entries(tekster).flatMap(([k, v]) => (typeof v === 'string' ? [[`${foran}${k}`, v] as [string, string]] : alle(v as Record<string, unknown>, `${foran}${k}.`)));
}

describe('the field app’s own texts', () => {
  for (const sprak of ['nb', 'nn'] as const) {
    const felt = JSON.parse(readFileSync(join(import.meta.dirname, `../../messages/${sprak}/felt.json`), 'utf8')) as Record<string, unknown>;
    const t = createTranslator({ locale: sprak, messages: { felt }, namespace: 'felt' }) as unknown as (nokkel: string, verdier: object) => string;

    test.each([0, 1, 2, 7])(`every text in ${sprak} reads as the whole format reads it, with %i`, (n) => {
      for (const [nokkel, tekst] of alle(felt)) {
        const navn = [...tekst.matchAll(/\{(\w+)/g)].map((treff) => treff[1] ?? '');
        const verdier = Object.fromEntries(navn.map((en) => [en, tekst.includes(`{${en},`) ? n : `«${en}»`]));
        expect(fyllTekst(tekst, verdier)).toBe(t(nokkel, verdier));
      }
    });
  }

  test('a select takes its word, a missing key is shown as it is, and an open brace is a fault', () => {
    expect(fyllTekst('{r, select, foran {før {x}} other {etter}}', { r: 'foran', x: 3 })).toBe('før 3');
    expect(slaOpp({ a: { b: 'c' } }, 'a.b')).toBe('c');
    expect(slaOpp({}, 'a.b')).toBe('a.b');
    expect(() => fyllTekst('{x', {})).toThrow(SyntaxError);
  });
});
