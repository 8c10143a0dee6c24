import { describe, expect, test } from 'vitest';
import { besokSkjema, leveranseBeskrevet, REGLER } from './api-schema.ts';
import { APIKALL, lagOpenapi, MELDINGER, skjemafelt } from './api-view.ts';

const godt = { kildeId: 'a', oppdragId: 1, start: '2026-10-05T08:15:00+02:00', minutter: 20 };

describe('the description', () => {
  const dok = lagOpenapi('https://stykkpris.eksempel.no') as { openapi: string; paths: Record<string, Record<string, { parameters: { name: string }[]; requestBody?: { content: Record<string, { schema: { properties: { besok: { maxItems: number; items: { properties: object; required: string[] } } } } }> } }>> };

  test('is OpenAPI 3.1 with every call, made of the schemas that read the requests', () => {
    expect(dok.openapi).toMatch(/^3\.1\./);
    expect(Object.entries(dok.paths).flatMap(([sti, m]) => Object.keys(m).map((metode) => `${metode} ${sti}`))).toEqual(APIKALL.map((k) => `${k.metode} ${k.sti}`));
    const besok = dok.paths['/besok']?.['post']?.requestBody?.content['application/json']?.schema.properties.besok;
    expect(besok?.maxItems).toBe(1000);
    expect(Object.keys(besok?.items.properties ?? {})).toEqual(Object.keys(besokSkjema.shape));
    expect(besok?.items.required).toEqual(['kildeId', 'oppdragId', 'start', 'minutter']);
    expect(dok.paths['/besok']?.['post']?.parameters.map((p) => p.name)).toEqual(['Idempotency-Key']);
    expect(dok.paths['/oppdrag']?.['get']?.parameters.map((p) => p.name)).toEqual(['etter', 'antall', 'dag']);
  });

  test('has words for every rule, and a line for each field on the page', () => {
    expect(Object.keys(MELDINGER)).toEqual([...REGLER]);
    expect(skjemafelt(leveranseBeskrevet, true).map((f) => f.navn)).toEqual(['besok', ...Object.keys(besokSkjema.shape).map((n) => `besok[].${n}`)]);
    expect(skjemafelt(leveranseBeskrevet, true).find((f) => f.navn === 'besok[].minutter')).toMatchObject({ type: 'integer 1–1440', pakrevd: true });
  });
});

test.each([
  [{}, true], [{ kategori: 'BOMTUR', merknad: 'Ikke hjemme', planlagtMinutter: 30 }, true],
  [{ start: '2026-10-05T08:15:00' }, false], [{ minutter: 0 }, false], [{ minutter: 12.5 }, false], [{ kildeId: ' ' }, false], [{ kategori: 'KAFFE' }, false], [{ oppdragId: '1' }, false],
])('a visit with %j is read: %s', (endring, ok) => expect(besokSkjema.safeParse({ ...godt, ...endring }).success).toBe(ok));
