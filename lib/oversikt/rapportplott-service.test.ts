import { expect, test } from 'vitest';
import type { Seksjon } from './domain/rapport.ts';
import type { Ord } from './domain/rapporttekst.ts';
import { rapportplott } from './rapportplott-service.ts';

const ord: Ord = (nokkel, verdier = {}) => [nokkel, ...Object.entries(verdier).map(([navn, v]) => `${navn}=${v}`)].join(' ');
const kolonner = ['ramme', 'kostnad', 'volum', 'miks', 'pris', 'avvik'].map((kode) => ({ kode, form: 'ore' as const }));
const sum = (celler: Seksjon['rader'][number]['celler']): Seksjon => ({ kode: 'perioden', kapittel: 'okonomi', kolonner, rader: [{ nokkel: 'maned', navn: null, celler }] });

test('the plots of a report are said in words, and a cut axis says where it starts, whatever the øre', () => {
  // half the distance between the levels is half an øre
  const [foss] = rapportplott({ seksjoner: [sum([27_000_000_000, 27_300_000_001, 200_000_000, 0, 100_000_001, 300_000_001])] }, ord);
  expect(foss?.tekst).toBe('side.plottFoss ramme=270,0 kostnad=273,0 volum=+2,0 miks=0,0 pris=+1,0');
  expect(foss?.under).toBe('side.plottFossUnder side.plottAkse start=268,5');
  expect(foss?.svg).toContain('>+2,0<');
});

test('a hidden figure is in no plot, and one month is no line', () => {
  expect(rapportplott({ seksjoner: [sum([100, 'SKJULT', 1, 2, 3, 6])] }, ord)).toEqual([]);
  expect(rapportplott({ seksjoner: [{ kode: 'kumulativt', kapittel: 'okonomi', kolonner: [{ kode: 'avvik', form: 'oreEndring' }], rader: [{ nokkel: '2026-01', navn: null, celler: [5] }] }] }, ord)).toEqual([]);
});
