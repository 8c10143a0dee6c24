import { expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { lagForelopigBrev } from './forelopig-brev.ts';
import type { Forelopig } from './forelopig-brev.ts';

const F: Forelopig = {
  sprak: 'nb', kommune: 'Sørvik kommune', kontor: 'Bestillerkontoret', mottaker: { navn: 'Solveig Prøve', adresse: null }, representant: 'Kari Prøve', saksbehandler: 'Marit Eide',
  dato: dato('2026-11-22'), mottatt: dato('2026-10-23'), forventet: dato('2026-12-15'), henvendelseId: 7, grunn: 'Vi venter på opplysninger fra sykehuset.',
};

test.each(['nb', 'nn'] as const)('brevet på %s sier når svaret kommer, hvorfor, og etter hvilken regel', (sprak) => {
  const brev = lagForelopigBrev({ ...F, sprak });
  const tekst = brev.deler.flatMap((d) => d.avsnitt).join(' ');
  for (const ord of ['23.10.2026', '15.12.2026', 'Vi venter på opplysninger fra sykehuset.', '§ 11 a']) expect(tekst).toContain(ord);
  expect(`${tekst} ${brev.mottaker.join(' ')}`).not.toMatch(/[{}]/);
  expect(brev.mottaker).toHaveLength(2);
});
