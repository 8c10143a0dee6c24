import { describe, expect, test } from 'vitest';
import { kontroller } from '#lib/kontroll/kontroll.ts';
import type { Beregningsnavn } from '#lib/kontroll/kontroll.ts';

function stier(navn: Beregningsnavn, inn: unknown): string[] {
  const svar = kontroller(navn, typeof inn === 'string' ? inn : JSON.stringify(inn));
  return svar.ok ? [] : svar.feil.map((f) => f.sti).toSorted();
}

const pris = { gruppe: 'K', fom: '2025-01', tom: null, ore: 100 };
const komponent = { kode: 't', volumkilde: 'VEDTATT_TID', priser: [pris] };
const vedtak = {
  id: 'V1',
  mottaker: 'M1',
  tjeneste: 'T',
  fom: '2025-01-01',
  tom: null,
  omfang: { type: 'TIMER', minutter: 70 },
};
const oppdrag = { id: 'O1', vedtak: 'V1', enhet: 'U1', fom: '2025-01-01', tom: null, tidsband: null };
const sak = {
  maned: '2025-03',
  ordninger: [{ id: 's', komponenter: [komponent] }],
  enheter: [{ id: 'U1', perioder: [{ fom: '2020-01-01', tom: null, gruppe: 'K' }] }],
  vedtak: [vedtak],
  oppdrag: [oppdrag],
};

describe('what is wrong with a case', () => {
  test('a sound case has no faults', () => {
    expect(stier('avregning', sak)).toEqual([]);
  });

  test('text that is not JSON, or not an object, is one fault of the whole', () => {
    expect(stier('avregning', '{')).toEqual(['']);
    expect(stier('avregning', '[]')).toEqual(['']);
    expect(stier('avregning', 'null')).toEqual(['']);
  });

  test('what is missing is one fault, not one for each thing it should have held', () => {
    expect(stier('stykkpris', { ar: 2025, enheter: [] })).toEqual(['regel']);
    expect(stier('ramme', { metode: 'ANNET', x: 1 })).toEqual(['metode']);
    expect(stier('avregning', { ...sak, vedtak: [{ ...vedtak, omfang: 7 }] })).toEqual(['vedtak[0].omfang']);
    expect(stier('avregning', { ...sak, vedtak: [{ ...vedtak, omfang: null }] })).toEqual(['vedtak[0].omfang']);
  });

  test('a frame of one name to two units, or for two years, is no duplicate; the same twice is, and so is another kind of part by that name', () => {
    const ramme = { kode: 'r', type: 'RAMME', enhet: 'U1', ar: 2025, arsbelopOre: 1200 };
    const enheter = [...sak.enheter, { id: 'U2', perioder: [{ fom: '2020-01-01', tom: null, gruppe: 'K' }] }];
    const med = (...fastledd: object[]) => ({ ...sak, enheter, ordninger: [{ id: 's', fastledd }] });
    expect(stier('avregning', med(ramme, { ...ramme, enhet: 'U2' }, { ...ramme, ar: 2026 }))).toEqual([]);
    expect(stier('avregning', med(ramme, { ...ramme, arsbelopOre: 1 }))).toEqual(['ordninger[0].fastledd[1].kode']);
    expect(stier('avregning', med(ramme, { kode: 'r', type: 'REFUSJON', andel: '1' }))).toEqual(['ordninger[0].fastledd[1].kode']);
    const lest = kontroller('avregning', JSON.stringify(med(ramme, { ...ramme, enhet: 'U2', arsbelopOre: 2400 })));
    expect(lest).toMatchObject({ ok: true, verdi: { linjer: [{ enhet: 'U1', komponent: 'r', belopOre: 100 }, { enhet: 'U2', komponent: 'r', belopOre: 200 }] } });
  });

  test('parts beyond the whole, in minutes or in visits', () => {
    const tidsband = [{ kode: 'N', dager: [1], fra: '22:00', til: '07:00' }];
    const med = (omfang: object) => ({ ...sak, tidsband, vedtak: [{ ...vedtak, omfang: { ...vedtak.omfang, ...omfang } }] });
    const del = { tidsband: 'N', minutter: 40 };
    expect(stier('avregning', med({ deler: [del] }))).toEqual([]);
    expect(stier('avregning', med({ deler: [del, del] }))).toEqual(['vedtak[0].omfang.deler']);
    expect(stier('avregning', med({ besok: 1, deler: [{ ...del, besok: 2 }] }))).toEqual(['vedtak[0].omfang.deler']);
    expect(stier('avregning', med({ minutter: '70', deler: [del] }))).toEqual(['vedtak[0].omfang.minutter']);
  });

  test('two oppdrag may share a vedtak when they name different bands, or come after each other', () => {
    const band = (kode: string) => ({ kode, dager: [1], fra: '22:00', til: '07:00' });
    const tidsband = [band('N'), band('H')];
    const andre = (valg: object) => ({ ...sak, tidsband, oppdrag: [oppdrag, { ...oppdrag, id: 'O2', ...valg }] });
    expect(stier('avregning', andre({ tidsband: ['N'] }))).toEqual([]);
    expect(stier('avregning', andre({}))).toEqual(['oppdrag[1]']);
    const tre = { ...oppdrag, id: 'O3', tidsband: ['H', 'N'] };
    const med3 = andre({ tidsband: ['N'] });
    expect(stier('avregning', { ...med3, oppdrag: [...med3.oppdrag, tre] })).toEqual(['oppdrag[2]']);
    // the day they have in common lies after the end of the vedtak
    const avsluttet = [{ ...vedtak, tom: '2025-01-31' }];
    expect(stier('avregning', { ...andre({ fom: '2025-02-01' }), vedtak: avsluttet })).toEqual([]);
  });

  test('a missing price is told only when nothing else is wrong, and names group and month', () => {
    const utenPris = { ...sak, ordninger: [{ id: 's', komponenter: [{ ...komponent, priser: [] }] }] };
    const svar = kontroller('avregning', JSON.stringify(utenPris));
    const sti = 'ordninger[0].komponenter[0].priser';
    const melding = 'Ordningen s mangler pris på t for gruppen K i 2025-03.';
    expect(svar).toEqual({ ok: false, feil: [{ sti, melding }] });
    expect(stier('avregning', { ...utenPris, maned: 'mars' })).toEqual(['maned']);
  });

  test('a visit without a known oppdrag is set aside, not a fault', () => {
    const besok = { id: 'B', oppdrag: '?', start: '2025-03-30T02:30', minutter: 5, kategori: 'REISE', kvittert: true };
    expect(stier('avregning', { ...sak, besok: [besok] })).toEqual([]);
    expect(stier('avregning', { ...sak, besok: [{ ...besok, start: '2025-03-31 02:30' }, besok] })).toEqual([
      'besok[0].start',
      'besok[1].id',
    ]);
  });

  test('weights and sums are judged only when they could be read', () => {
    const kriterier = [{ kode: 'a', vekt: 1, verdier: { U1: 5 } }];
    const paths = ['kriterier[0].vekt', 'kriterier[0].verdier.U1'];
    expect(stier('ramme', { metode: 'KRITERIER', potOre: 1, kriterier, enheter: ['U1'] })).toEqual(paths);
  });

  test('bins must follow each other and end in the open top', () => {
    const grunnlag = { innslagspunktOre: 1, kompensasjonsgrad: '0.8' };
    const bin = { fraOre: 0, tilOre: 10, antall: 1 };
    const topp = { antallOver: 1, sumOverOre: 20 };
    const sim = (fordeling: unknown[], alternativer: unknown[] = []) =>
      stier('toppfinansiering-simulering', { grunnlag, fordeling, alternativer });
    expect(sim([bin, topp])).toEqual([]);
    expect(sim([bin])).toEqual(['fordeling']);
    expect(sim([bin, { ...bin, fraOre: 11, tilOre: 20 }, topp])).toEqual(['fordeling[1].fraOre']);
    expect(sim([bin, topp], [{ type: 'INNSLAGSPUNKT', ore: 0 }, { type: 'INNSLAGSPUNKT', ore: 12 }])).toEqual([
      'alternativer[0].ore',
      'alternativer[1].ore',
    ]);
    expect(sim([bin, topp], [{ type: 'ANTALL', antall: 3 }])).toEqual(['alternativer[0].antall']);
  });

  test('amounts too large to be exact are refused, not approximated', () => {
    const enhet = { id: 'U1', inntektOre: 9007199254740991, kostnadOre: -9007199254740991 };
    const regel = { andelOverskudd: '1', andelUnderskudd: '1' };
    expect(stier('overforing', { regel, enheter: [enhet] })).toEqual(['']);
  });
});
