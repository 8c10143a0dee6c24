import { expect, test } from 'vitest';
import { kreverGodkjenning, tolkVedtaksregler } from './vedtaksregler.ts';

test('det som ikke er avgjort, er som om det aldri var det', () => {
  expect(tolkVedtaksregler(null, null)).toEqual({ grenseOre: null, nivaer: {} });
  expect(tolkVedtaksregler({ grenseOre: 'mye' }, { X: { 1: { nb: 'a' } } })).toEqual({ grenseOre: null, nivaer: { X: {} } });
  expect(tolkVedtaksregler({ grenseOre: 50_000_000 }, { X: { 3: { nb: 'tilsyn hver dag', nn: 'tilsyn kvar dag' } } })).toMatchObject({ grenseOre: 50_000_000, nivaer: { X: { 3: { nb: 'tilsyn hver dag' } } } });
});

test('over grensen, og der prisen er ukjent, godkjenner en til', () => {
  const regler = { grenseOre: 50_000_000 };
  expect(kreverGodkjenning(regler, 50_000_000)).toBe(false);
  expect(kreverGodkjenning(regler, 50_000_001)).toBe(true);
  expect(kreverGodkjenning(regler, 'UKJENT')).toBe(true);
  expect(kreverGodkjenning(regler, null)).toBe(false);
  expect(kreverGodkjenning({ grenseOre: null }, 'UKJENT')).toBe(false);
});
