import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { fattVedtak } from './fatt-vedtak.ts';
import type { GjeldendeVedtak, Vedtaksforslag, Vedtakssak } from './fatt-vedtak.ts';

const BEGRUNNELSE = 'Du falt to ganger i oktober og trenger nå hjelp til stell morgen og kveld for å bo trygt hjemme.';
const timer = (minutter: number, besok = 14) => ({ type: 'TIMER', minutter, besok, perUker: 1, deler: [] }) as const;

const iKraft: GjeldendeVedtak = {
  id: 7, virkningId: 70, nummer: 'V-2026-0418', tjeneste: 'HJEMMESYKEPLEIE', tillegg: false, omfang: timer(315), fom: dato('2026-04-28'), tom: dato('2027-01-31'),
};
const sak: Vedtakssak = {
  idag: dato('2026-11-18'), mottakerAvsluttet: null, tjeneste: { kode: 'HJEMMESYKEPLEIE', volumenhet: 'TIMER', hjemmel: 'hol § 3-2' }, enheterSomDekker: [2, 3], tidsband: ['KVELD'], gjeldende: [iKraft],
};
const forslag: Vedtaksforslag = {
  utfall: 'INNVILGET', tjeneste: 'HJEMMESYKEPLEIE', omfang: timer(420, 17), enhetId: 2, fom: dato('2026-11-30'), tom: dato('2027-05-31'),
  begrunnelse: BEGRUNNELSE, erstatterId: 7, tillegg: false, reduksjonsgrunn: null,
};
const avgjor = (f: Partial<Vedtaksforslag>, s: Partial<Vedtakssak> = {}) => fattVedtak({ ...sak, ...s }, { ...forslag, ...f });
const grunner = (f: Partial<Vedtaksforslag>, s: Partial<Vedtakssak> = {}) => {
  const svar = avgjor(f, s);
  return svar.ok ? [] : svar.feil.map((en) => en.grunn);
};

describe('deler etter tid på døgnet', () => {
  const med = (deler: { tidsband: string; minutter: number; besok: number }[]) => ({ omfang: { ...timer(420, 17), deler } });
  test('ligger innenfor helheten, i tidsbånd som finnes', () => {
    expect(grunner(med([{ tidsband: 'KVELD', minutter: 420, besok: 17 }]))).toEqual([]);
    expect(grunner(med([{ tidsband: 'KVELD', minutter: 421, besok: 18 }]))).toEqual(['delerOverstiger', 'delerOverstiger']);
    expect(grunner(med([{ tidsband: 'NATT', minutter: 60, besok: 1 }]))).toEqual(['ukjentTidsband']);
  });

  test('det erstattede vedtakets tidsbånd kan stå, også når ingen ordning har det lenger', () => {
    const gammel = { ...iKraft, omfang: { ...timer(315), deler: [{ tidsband: 'NATT', minutter: 30, besok: 1 }] } };
    expect(grunner(med([{ tidsband: 'NATT', minutter: 60, besok: 1 }]), { gjeldende: [gammel] })).toEqual([]);
  });
});

describe('å fatte vedtak', () => {
  test('det nye vedtaket avslutter det gamle dagen før', () => {
    const svar = avgjor({});
    expect(svar).toMatchObject({ ok: true, verdi: { hjemmel: 'hol § 3-2', avkort: { tom: '2026-11-29', vedtak: { nummer: 'V-2026-0418' } }, reduksjon: false } });
  });

  test('to vedtak om samme tjeneste samtidig må være tillegg eller erstatning', () => {
    expect(grunner({ erstatterId: null })).toEqual(['overlapp']);
    expect(grunner({ erstatterId: null, tillegg: true })).toEqual([]);
  });

  test('et tillegg har alltid en sluttdato', () => {
    expect(grunner({ erstatterId: null, tillegg: true, tom: null })).toEqual(['tilleggUtenSlutt']);
  });

  test('et likt vedtak i kraft kan ikke fattes en gang til, heller ikke som tillegg', () => {
    expect(grunner({ erstatterId: null, omfang: timer(315) })).toEqual(['likIKraft']);
    expect(grunner({ erstatterId: null, tillegg: true, omfang: timer(315) })).toEqual(['likIKraft']);
  });

  test('et likt omfang kan videreføres ved å erstatte det som løper ut', () => {
    expect(grunner({ omfang: timer(315), fom: dato('2027-01-31'), tom: dato('2027-12-31') })).toEqual([]);
  });

  test('mindre hjelp enn før krever at grunn og varsel er oppgitt', () => {
    expect(grunner({ omfang: timer(210) })).toEqual(['reduksjonUtenGrunn', 'manglerVarsel']);
    const reduksjonsgrunn = 'Du ba selv om færre besøk i brev 02.11.2026.';
    expect(grunner({ omfang: timer(210), reduksjonsgrunn })).toEqual(['manglerVarsel']);
    expect(avgjor({ omfang: timer(210), reduksjonsgrunn, varselunntak: 'ONSKET' })).toMatchObject({ ok: true, verdi: { reduksjon: true, varselId: null } });
  });

  test('et varsel må være hørt og vurdert før det kan brukes', () => {
    const varsel = { id: 5, slag: 'REDUKSJON', sendt: dato('2026-10-20'), frist: dato('2026-11-04'), svarMottatt: null, vurdert: false, brukt: false, trukket: false } as const;
    const mindre = { omfang: timer(210), reduksjonsgrunn: 'Du greier nå stellet selv om kvelden.' };
    expect(grunner(mindre, { varsel })).toEqual(['varselIkkeVurdert']);
    expect(grunner(mindre, { varsel: { ...varsel, frist: dato('2026-11-25') } })).toEqual(['varselVenterSvar']);
    expect(avgjor(mindre, { varsel: { ...varsel, vurdert: true } })).toMatchObject({ ok: true, verdi: { varselId: 5 } });
  });

  test('en kort tjeneste varer høyst to uker, også når flere følger på hverandre', () => {
    const kort = { erstatterId: null, tillegg: false, kort: true, fom: dato('2026-11-20') };
    const uten = { gjeldende: [] };
    expect(grunner({ ...kort, tom: null }, uten)).toEqual(['kortForLangt']);
    expect(grunner({ ...kort, tom: dato('2026-12-03') }, uten)).toEqual([]);
    expect(grunner({ ...kort, tom: dato('2026-12-04') }, uten)).toEqual(['kortForLangt']);
    expect(grunner({ ...kort, tom: dato('2026-12-03') }, { ...uten, korte: [{ fom: dato('2026-11-12'), tom: dato('2026-11-19') }] })).toEqual(['korteIRekke']);
  });

  test('to timer hver annen uke er mindre enn fem timer i uken', () => {
    expect(grunner({ omfang: { ...timer(600), perUker: 2 } })).toEqual(['reduksjonUtenGrunn', 'manglerVarsel']);
  });

  test('enheten må levere tjenesten etter ordningen', () => {
    expect(grunner({ enhetId: 9 })).toEqual(['enhetDekkerIkke']);
    expect(grunner({ enhetId: null })).toEqual(['manglerEnhet']);
  });

  test('et vedtak kan ikke dateres langt tilbake', () => {
    expect(grunner({ fom: dato('2026-10-18') })).toEqual([]);
    expect(grunner({ fom: dato('2026-10-17') })).toEqual(['fomForTidlig']);
  });

  test('det som erstattes, må ha startet før og gjelde ennå', () => {
    expect(grunner({ fom: dato('2026-11-20') }, { gjeldende: [{ ...iKraft, fom: dato('2026-11-20') }] })).toEqual(['erstatterStarterSenere']);
    expect(grunner({ fom: dato('2027-02-01'), tom: dato('2027-05-31') })).toEqual(['erstatterIkke']);
    expect(grunner({ erstatterId: 99 })).toEqual(['erstatterIkke']);
  });

  test('en avsluttet mottaker får ikke nye vedtak', () => {
    expect(grunner({}, { mottakerAvsluttet: dato('2026-11-10') })).toEqual(['mottakerAvsluttet']);
  });

  test('alle grunner sies på en gang', () => {
    expect(grunner({ begrunnelse: 'kort', omfang: { type: 'ANTALL', antall: 2, perUker: 1 }, enhetId: 9, tom: dato('2026-11-01') })).toEqual(['tomForFom', 'manglerBegrunnelse', 'omfangPasserIkke', 'enhetDekkerIkke']);
  });

  test('et avslag gir ingen rett, avslutter ingenting og krever begrunnelse', () => {
    const avslag = { utfall: 'AVSLAG', omfang: null, enhetId: null, erstatterId: null, tom: null } as const;
    expect(avgjor(avslag)).toMatchObject({ ok: true, verdi: { avkort: null, omfangNokkel: null } });
    expect(grunner({ ...avslag, begrunnelse: ' ' })).toEqual(['manglerBegrunnelse']);
  });
});
