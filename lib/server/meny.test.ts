import { expect, test } from 'vitest';
import { ROLLER } from '#lib/grunnlag/domain/rolle.ts';
import { FLEST_I_MENYEN, hjemFor, kalenderinngang, menyFor } from '#lib/server/meny.ts';
import nb from '../../messages/nb/felles.json' with { type: 'json' };
import nn from '../../messages/nn/felles.json' with { type: 'json' };

const sider = (rolle: (typeof ROLLER)[number]) => menyFor(rolle).flatMap((valg) => [...valg.sider]);

test.each(ROLLER)('the menu of %s has at most six entries, and one fewer where a deputy gets one more', (rolle) => {
  const flest = rolle === 'saksbehandler' || rolle === 'utforeransatt' ? FLEST_I_MENYEN - 1 : FLEST_I_MENYEN;
  expect(menyFor(rolle).length).toBeGreaterThan(0);
  expect(menyFor(rolle).length).toBeLessThanOrEqual(flest);
});

test.each(ROLLER)('a page stands once in the menu of %s, and every entry has its text in both languages', (rolle) => {
  const adresser = sider(rolle).map(({ href }) => href);
  expect(new Set(adresser).size).toBe(adresser.length);
  for (const tekst of [nb, nn]) {
    for (const { nokkel } of sider(rolle)) expect(tekst.meny).toHaveProperty(nokkel);
    for (const { gruppe } of menyFor(rolle)) if (gruppe !== null) expect(tekst.menygruppe).toHaveProperty(gruppe);
  }
});

test('a group has its pages in order, and a group of one page is that page', () => {
  const meny = menyFor('controller');
  expect(meny.find(({ gruppe }) => gruppe === 'regnskap')?.sider.map(({ href }) => href)).toEqual(['/regnskap', '/bilag', '/arsslutt']);
  expect(meny).toContainEqual({ gruppe: null, sider: [{ nokkel: 'godkjenning', href: '/godkjenning' }] });
  expect(hjemFor('controller')).toBe('/avregning');
});

test('what the calendar waits for is counted on a page the role has', () => {
  const uten = ROLLER.filter((rolle) => {
    const inngang = kalenderinngang(rolle);
    return inngang !== null && !sider(rolle).some(({ nokkel }) => nokkel === inngang);
  });
  expect(uten).toEqual([]);
});
