import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { PUNKTER } from './brev.ts';
import type { Brev, Brevgrunnlag, Brevsprak } from './brev.ts';
import { fyll, malFor, ALLE_TEKSTER, ukjenteNavn } from './brevmal.ts';
import { lagBrev } from './lag-brev.ts';
import { STANDARDMAL } from './standardmal.ts';

const timer = (minutter: number, besok: number) => ({ type: 'TIMER', minutter, besok, perUker: 1, deler: [] }) as const;
const GRUNNLAG: Brevgrunnlag = {
  sprak: 'nb', kommune: 'Sørvik kommune', kontor: 'Bestillerkontoret', mottaker: { navn: 'Solveig Haugland', adresse: 'Strandveien 4, 4999 Sørvik' },
  representant: { rolle: 'VERGE', navn: 'Kari Haugland' }, nummer: 'V-2026-1174', dato: dato('2026-11-18'),
  tjeneste: { navn: 'Hjemmesykepleie', hjemmel: 'helse- og omsorgstjenesteloven § 3-2 første ledd nr. 6 bokstav a', bekreftet: true, egenandel: false },
  utfall: 'INNVILGET', omfang: timer(420, 17), tillegg: false, fom: dato('2026-11-30'), tom: dato('2027-05-31'), utforer: 'Hjemmetjenesten Nord',
  erstatter: { nummer: 'V-2026-0418', omfang: timer(315, 14) }, begrunnelse: 'Du falt to ganger i oktober.\n\nDu ønsker å bo hjemme.', reduksjonsgrunn: null,
  henvendelse: { mottatt: dato('2026-11-02') }, utredning: { dato: dato('2026-10-12'), hjemmebesok: true, synspunkt: 'Du vil bo hjemme.' }, saksbehandler: 'Marit Eide', leder: 'Jon Aas',
};
const brev = (mer: Partial<Brevgrunnlag> = {}) => lagBrev({ ...GRUNNLAG, ...mer }, STANDARDMAL);
const alt = (b: Brev) => [b.overskrift, ...b.avsender, ...b.mottaker, ...b.ref.map((r) => `${r.navn} ${r.verdi}`), ...b.deler.flatMap((d) => [d.overskrift, ...d.avsnitt, ...d.liste]), ...b.underskrift].join('\n').replaceAll('\u00a0', ' ');

describe.each(['nb', 'nn'] as Brevsprak[])('the letter in %s', (sprak) => {
  test.each([['INNVILGET'], ['DELVIS'], ['AVSLAG']] as const)('%s has all ten points', (utfall) => {
    const b = brev({ sprak, utfall, ...(utfall === 'AVSLAG' ? { omfang: null, utforer: null, erstatter: null } : {}) });
    // the receiver is the head of the letter; the nine others are sections
    expect(['MOTTAKER', ...b.deler.flatMap((d) => d.punkter)].toSorted()).toEqual([...PUNKTER].toSorted());
    expect(b.mottaker).toEqual(['Solveig Haugland', sprak === 'nb' ? 'v/ verge Kari Haugland' : 'v/ verje Kari Haugland', 'Strandveien 4', '4999 Sørvik']);
    expect(b.deler.every((d) => d.avsnitt.length > 0)).toBe(true);
    const tekst = alt(b);
    for (const ord of ['V-2026-1174', '18.11.2026', '§ 3-2', '12.10.2026', 'Du vil bo hjemme.', 'Du falt to ganger', '§ 7-5', '16.12.2026', 'Statsforvalt', 'ombod', 'Marit Eide', 'Jon Aas']) {
      expect(tekst.replace('ombud', 'ombod')).toContain(ord);
    }
    expect(tekst).not.toMatch(/[{}]|undefined|null/);
    expect(b.mangler).toEqual([]);
  });
});

describe('the letter', () => {
  test('says what is decided in one sentence, in words', () => {
    expect(brev().overskrift).toBe('Du får mer hjemmesykepleie');
    expect(brev().deler[0]?.avsnitt[0]).toBe('Fra 30.11.2026 til og med 31.05.2027 får du hjemmesykepleie, 7 timer i uken, fordelt på 17 besøk. Hjemmetjenesten Nord gir deg tjenesten.');
    expect(brev().deler[1]?.avsnitt[0]).toBe('Vedtaket erstatter V-2026-0418, som gjelder til og med 29.11.2026. Til da hadde du 5 timer og 15 minutter i uken, fordelt på 14 besøk.');
    expect(brev({ sprak: 'nn', omfang: timer(300, 0) }).overskrift).toBe('Du får mindre hjemmesykepleie');
    expect(brev({ erstatter: null, omfang: { type: 'ANTALL', antall: 3, perUker: 2 }, tom: null }).deler[0]?.avsnitt[0]).toContain('3 ganger i løpet av 2 uker');
  });

  test('a level is never alone, and parts by time of day are listed', () => {
    expect(brev({ omfang: { type: 'NIVA', niva: 3 }, erstatter: null }).deler[0]?.avsnitt).toContain('Hvilken hjelp nivået gir, og hvor ofte du får den, står under vurderingen vår.');
    expect(brev({ omfang: { ...timer(420, 17), deler: [{ tidsband: 'NATT', minutter: 61, besok: 2 }] } }).deler[0]?.liste).toEqual(['natt: 1 time og 1 minutt og 2 besøk']);
  });

  test('a reference that is not confirmed says so, in the text and beside it', () => {
    const b = brev({ tjeneste: { ...GRUNNLAG.tjeneste, bekreftet: false } });
    expect(alt(b)).toContain('bokstav a, ikke bekreftet.');
    expect(alt(b)).toContain('(forvaltningsloven § 42, ikke bekreftet)');
    expect(alt(b)).not.toContain('§ 7-5, ikke bekreftet');
    expect(b.ubekreftet).toContain('forvaltningsloven § 42');
    expect(b.ubekreftet[0]).toBe(GRUNNLAG.tjeneste.hjemmel);
  });

  test('says to the writer what is missing, and prints no protected address', () => {
    expect(brev({ utredning: null, leder: null, begrunnelse: ' ' }).mangler).toEqual(['FAKTUM', 'SYN', 'VURDERING', 'KONTAKT']);
    expect(brev({ mottaker: { navn: 'Solveig Haugland', adresse: null }, representant: null }).mottaker).toEqual(['Solveig Haugland']);
  });
});

describe('the template', () => {
  test('the version of the day of the vedtak is used', () => {
    const mal = (versjon: string, fom: string) => ({ ...STANDARDMAL, versjon, fom: dato(fom) });
    const egne = [mal('2027-1', '2027-01-01'), mal('2026-2', '2026-07-01')];
    expect(['2026-06-30', '2026-12-31', '2027-01-01'].map((dag) => malFor(dato(dag), egne, STANDARDMAL).versjon)).toEqual(['standard-1', '2026-2', '2027-1']);
  });

  test('one that names what the letter does not have there is refused before it is used', () => {
    const nb = { ...STANDARDMAL.tekst.nb, klageFrist: 'Fristen er {frst} ({lov.NY}).', endring: '{lov.SYN}' };
    expect(ukjenteNavn(STANDARDMAL, STANDARDMAL)).toEqual([]);
    expect(ukjenteNavn({ ...STANDARDMAL, tekst: { ...STANDARDMAL.tekst, nb } }, STANDARDMAL)).toEqual(['nb.klageFrist: {frst}', 'nb.klageFrist: {lov.NY}']);
  });

  test('both languages name the same things, and a hole is an error', () => {
    const navn = (tekst: string) => [...tekst.matchAll(/\{[^}]+\}/g)].map((t) => t[0]).toSorted();
    expect(ALLE_TEKSTER.map((nokkel) => [nokkel, ...navn(STANDARDMAL.tekst.nn[nokkel])])).toEqual(ALLE_TEKSTER.map((nokkel) => [nokkel, ...navn(STANDARDMAL.tekst.nb[nokkel])]));
    expect(() => fyll('Hei {navn}', {})).toThrow('navn');
  });
});
