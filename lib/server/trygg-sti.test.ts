import { describe, expect, test } from 'vitest';
import { tryggSti } from '#lib/server/trygg-sti.ts';

describe('where one may be sent after login', () => {
  test.each(['/mottakere', '/mottakere?side=2&sok=a', '/avregning/2026-10'])('%s is a page of ours', (sti) => {
    expect(tryggSti(sti)).toBe(sti);
  });

  test.each([
    'https://ond.example/',
    '//ond.example/',
    '/\\ond.example/',
    '/a/..//ond.example',
    '/.//ond.example',
    'javascript:alert(1)',
    '/\t/ond.example',
    '/\n//ond.example',
    'mottakere',
    '',
    '/api/auth/signout',
    '/logg-inn?til=/logg-inn',
    '/bytt',
    null,
    ['/mottakere'],
  ])('%j leads home instead', (sti) => {
    expect(tryggSti(sti)).toBe('/');
  });
});
