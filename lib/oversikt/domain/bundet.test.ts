import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { maned } from '#lib/core/maned.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import type { Priskomponent } from '#lib/vedtak/domain/vedtakspris.ts';
import { arsprisFra, bundetAv, type Lopende } from './bundet.ts';

const TIME: Priskomponent = { ordningId: 1, kode: 'time', navn: 'Timer', volumkilde: 'VEDTATT_TID', tidsband: null, plasstyper: [], ore: 60_000, oreVedNiva: {} };
const SYV_TIMER: Omfang = { type: 'TIMER', minutter: 420, besok: 7, perUker: 1, deler: [] };
const MND = [maned('2026-11'), maned('2026-12')];
const del = (fom: string, tom: string | null, enhetId = 2) => ({ fom: dato(fom), tom: tom === null ? null : dato(tom), enhetId, egneBand: [], andresBand: [] });
const V: Lopende = { vedtakId: 1, nummer: 'V-1', pseudonym: 'M-1', tjeneste: 'HJEMMESYKEPLEIE', fom: '2026-01-01', tom: null, omfang: SYV_TIMER, deler: [del('2026-01-01', null)] };
const pris = (komponenter: readonly Priskomponent[] = [TIME]) => arsprisFra(() => komponenter);
const oreAv = (v: Lopende, p = pris()) => { const b = bundetAv(v, p, MND); return b.type === 'BUNDET' ? b.ore : null; };

describe('bundet av vedtak i kraft', () => {
  // 7 hours a week is 1 an hour a day: 365 hours × 600 kr a year
  test('en time om dagen i november og desember er 61 timer', () => expect(bundetAv(V, pris(), MND)).toEqual({ type: 'BUNDET', perManed: [1_800_000, 1_860_000], ore: 3_660_000 }));
  test('bare dagene vedtaket og oppdraget er i kraft', () => expect(oreAv({ ...V, deler: [del('2026-11-21', '2026-12-10')] })).toBe(20 * 60_000));
  test('et bytte av utfører teller hver dag én gang', () => expect(oreAv({ ...V, deler: [del('2026-01-01', '2026-11-15'), del('2026-11-16', null, 3)] })).toBe(3_660_000));
  test('en manglende pris er ikke null kroner', () => expect(bundetAv(V, pris([{ ...TIME, ore: null }]), MND)).toEqual({ type: 'MANGLER_PRIS' }));
  test('en tjeneste uten stykkpris binder ingenting', () => expect(oreAv(V, pris([]))).toBe(0));
  test('et vedtak som var slutt før, trenger ingen pris', () => expect(oreAv({ ...V, deler: [del('2026-01-01', '2026-10-31')] }, pris([{ ...TIME, ore: null }]))).toBe(0));
});
