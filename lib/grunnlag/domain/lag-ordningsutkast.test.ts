import { describe, expect, test } from 'vitest';
import { maned } from '#lib/core/maned.ts';
import { utkastFraMal, utkastFraOrdning } from '#lib/grunnlag/domain/lag-ordningsutkast.ts';
import { leddsetning } from '#lib/grunnlag/domain/leddsetning.ts';
import { MALER } from '#lib/grunnlag/domain/maler/maler.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';
import { rensRegler } from '#lib/grunnlag/domain/ordningsregler.ts';
import { kodeAv, ledigKode } from '#lib/grunnlag/domain/ordningsutkast.ts';
import { VOLUMKILDER } from '#lib/grunnlag/domain/volumkilde.ts';

describe('a preset as a draft', () => {
  const alle = MALER.flatMap((mal) => mal.ordninger.map((o) => ({ navn: `${mal.kode}/${o.kode}`, u: utkastFraMal(mal, o, 'nb'), o })));
  test.each(alle)('$navn keeps its parts, and brings no amount', ({ u, o }) => {
    expect(u.komponenter.map((k) => k.kode)).toEqual(o.komponenter.map((k) => k.kode));
    expect(u.fastledd.map((f) => f.kode)).toEqual(o.fastledd.map((f) => f.kode));
    expect(u.komponenter.flatMap((k) => k.priser).every((p) => p.ore === null)).toBe(true);
    expect(u.fastledd.every((f) => f.belop.length === 0)).toBe(true);
    expect(u.dekning).toEqual([]);
  });
  test('Kristiansand carries over 90 % of a surplus and all of a deficit', () => {
    expect(alle.find((a) => a.navn === 'kristiansand/omsorg')?.u.regler.overforing).toMatchObject({ andelOverskudd: '0.9', andelUnderskudd: '1', dispensasjon: 'RADMANN' });
  });
  test('Asker’s share of a surplus is not in the source, and is left open', () => {
    expect(alle.find((a) => a.navn.startsWith('asker-2002/'))?.u.regler.overforing?.andelOverskudd).toBeNull();
  });
});

test('a new version has the parts, the cover and the prices that hold in its first month or later, and replaces the old', () => {
  const m = maned;
  const alltid = { fomManed: m('2025-01'), tomManed: null };
  const pris = { id: 1, ordningId: 7, komponent: 'time', gruppe: 'KOMMUNAL', niva: null, ore: 1, status: 'ENDELIG' as const, grunnlag: 'R', godkjent: new Date(0), godkjentAv: null };
  const ordning = { id: 7, kode: 'h', navn: 'Hjemme', regler: { stipulering: true }, ...alltid };
  const bok: Ordningsbok = {
    ordninger: [ordning],
    dekning: [{ ordningId: 7, enhetId: 1, tjeneste: 'A', ...alltid }, { ordningId: 7, enhetId: 2, tjeneste: 'A', fomManed: m('2025-01'), tomManed: m('2025-12') }],
    komponenter: [{ ordningId: 7, kode: 'time', navnNb: 'T', navnNn: 'T', volumkilde: 'UTFORT_TID', tjenester: [], regler: {}, rekkefolge: 0, ...alltid }],
    fastledd: [],
    priser: [{ ...pris, ore: 2, status: 'FORELOPIG', grunnlag: 'Regnskap 2025', fomManed: m('2026-06'), tomManed: null }, { ...pris, fomManed: m('2025-01'), tomManed: m('2026-05') }],
  };
  const u = utkastFraOrdning(bok, { ...ordning, mal: 'asker-2002' }, m('2026-09'));
  expect(u).toMatchObject({ fom: '2026-09', erstatter: [7], dekning: [{ enhetId: 1, tjenester: ['A'] }], regler: { stipulering: true }, prisgrunnlag: 'Regnskap 2025', prisstatus: 'FORELOPIG' });
  expect(u.komponenter[0]?.priser).toEqual([{ gruppe: 'KOMMUNAL', niva: null, fom: '2026-09', tom: null, ore: 2 }]);
});

describe('what a component pays for, in words', () => {
  const deler = (volumkilde: (typeof VOLUMKILDER)[number], regler = {}) => leddsetning({ volumkilde, regler }).map((d) => d.nokkel);
  test('performed time, at most granted + 10 %, rounded to 5 minutes', () => {
    const setning = leddsetning({ volumkilde: 'UTFORT_TID_MAKS_VEDTATT', regler: { tak: { faktor: '1.1', periode: 'MANED' }, minuttregel: { trinn: 5, minst: 10 } } });
    expect(setning.map((d) => d.nokkel)).toEqual(['betaler.UTFORT_TID_MAKS_VEDTATT', 'takPluss', 'utenPause', 'avrundet', 'minst']);
    expect(setning[1]?.verdier).toMatchObject({ over: '10\u00a0%', periode: 'MANED' });
  });
  test('a rule without effect on the way of counting is not spoken of, and not kept', () => {
    const regler = { minuttregel: { trinn: 5 }, plasstyper: ['LANGTID'], fordeling: 'DAGER' as const };
    expect(deler('VEDTATT_TID', regler)).toEqual(['betaler.VEDTATT_TID', 'utenPause']);
    expect(rensRegler('VEDTATT_TID', regler)).toEqual({});
    expect(rensRegler('BRUKERE_MANED', regler)).toEqual({ fordeling: 'DAGER' });
  });
  test('nights away are paid as the rules say, and nothing beyond them', () => {
    expect(deler('BELAGTE_DOGN')).toEqual(['betaler.BELAGTE_DOGN', 'borteIngenting']);
    expect(deler('BELAGTE_DOGN', { fravarsregel: [{ fraDag: 1, tilDag: 7, andel: '1' }, { fraDag: 8, tilDag: null, andel: '0.5' }] })).toEqual(['betaler.BELAGTE_DOGN', 'borte', 'borteApen']);
  });
});

test('a part is called by its name in the ledger, and never as another', () => {
  expect(kodeAv('Timer, utført (høyst vedtatt)')).toBe('timer-utfort-hoyst-vedtatt');
  expect(ledigKode('time', ['time', 'time-2'])).toBe('time-3');
});
