import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { STANDARD_KLAGEREGEL } from '#lib/vedtak/domain/klageregel.ts';
import { OPPHORSGRUNNER } from '#lib/vedtak/domain/opphor-vedtak.ts';
import { VARSELUNNTAK } from '#lib/vedtak/domain/varsel.ts';
import type { Brev, Brevsprak } from './brev.ts';
import { lagKlagebrev, lagOpphorsbrev, lagVarselbrev } from './lag-saksbrev.ts';
import type { Horing } from './lag-saksbrev.ts';
import { STANDARDMAL } from './standardmal.ts';

const hode = (sprak: Brevsprak) => ({
  sprak, kommune: 'Sørvik kommune', kontor: 'Bestillerkontoret', mottaker: { navn: 'Solveig Haugland', adresse: null }, representant: null, nummer: 'V-2026-0418', dato: dato('2026-11-18'),
  tjeneste: { navn: 'Praktisk bistand', hjemmel: 'hol § 3-2', bekreftet: true, egenandel: true }, saksbehandler: 'Marit Eide', leder: 'Jon Aas',
  omfang: { type: 'TIMER', minutter: 90, besok: 1, perUker: 2, deler: [] } as const,
});
const alt = (b: Brev) => [b.overskrift, ...b.deler.flatMap((d) => [d.overskrift, ...d.avsnitt])].join('\n').replaceAll('\u00a0', ' ');
const varslet: Horing = { type: 'VARSEL', sendt: dato('2026-10-20'), frist: dato('2026-11-03'), svarMottatt: null, vurdering: 'Du greier gulvvask med hjelp fra datteren din.' };

describe.each(['nb', 'nn'] as Brevsprak[])('brev utenom vedtaket, %s', (sprak) => {
  test.each(OPPHORSGRUNNER)('et opphør (%s) sier siste dag, hvorfor, hvordan en ble hørt, og hvordan en klager', (grunn) => {
    const b = lagOpphorsbrev({ ...hode(sprak), tom: dato('2026-11-30'), grunn, begrunnelse: 'Du har fått robotstøvsuger.', horing: varslet, regel: STANDARD_KLAGEREGEL }, STANDARDMAL);
    for (const ord of ['V-2026-0418', '30.11.2026', 'robotstøvsuger', '20.10.2026', '03.11.2026', 'gulvvask', '16.12.2026', 'Statsforvalt', '§ 7-5']) expect(alt(b)).toContain(ord);
    expect(b.overskrift).toMatch(/^Praktisk bistand slutt[ea]r 30\.11\.2026$/);
    expect(alt(b)).not.toMatch(/[{}]|undefined/);
  });

  test.each(VARSELUNNTAK)('et unntak fra varsel (%s) sies', (unntak) => {
    const uten = alt(lagOpphorsbrev({ ...hode(sprak), tom: dato('2026-11-30'), grunn: 'REVURDERT', begrunnelse: 'x', horing: null, regel: STANDARD_KLAGEREGEL }, STANDARDMAL));
    const med = alt(lagOpphorsbrev({ ...hode(sprak), tom: dato('2026-11-30'), grunn: 'REVURDERT', begrunnelse: 'x', horing: { type: 'UNNTAK', unntak }, regel: STANDARD_KLAGEREGEL }, STANDARDMAL));
    expect(med.length).toBeGreaterThan(uten.length + 40);
  });

  test.each(['REDUKSJON', 'OPPHOR'] as const)('et varsel (%s) avgjør ingenting og sier fristen', (slag) => {
    const b = lagVarselbrev({ ...hode(sprak), slag, hva: 'Fra 90 til 60 minutter.', hvorfor: 'Du greier mer selv.', frist: dato('2026-12-07') }, STANDARDMAL);
    for (const ord of ['1 time og 30 minutt', 'Fra 90 til 60 minutter.', 'Du greier mer selv.', '07.12.2026', 'Ingenting er avgj']) expect(alt(b)).toContain(ord);
    expect(b.ubekreftet.length).toBeGreaterThan(0);
  });

  test.each(['OMGJORT', 'DELVIS', 'OPPRETTHOLDT', 'AVVIST'] as const)('svaret på en klage (%s) sier hva som ble avgjort, og hvem som avgjør videre', (utfall) => {
    const b = lagKlagebrev({ ...hode(sprak), utfall, mottatt: dato('2026-11-10'), frist: dato('2026-11-16'), oppreisning: utfall === 'DELVIS', vurdering: 'Vi har lest det du skrev.', regel: STANDARD_KLAGEREGEL }, STANDARDMAL);
    for (const ord of ['10.11.2026', '16.11.2026', 'Vi har lest det du skrev.', ...(utfall === 'OMGJORT' ? [] : ['Statsforvalt'])]) expect(alt(b)).toContain(ord);
  });
});
