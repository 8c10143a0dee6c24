import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { kanForeOppmote, motVedtatt, ukenTil } from '#lib/utfort-tid/domain/oppmote.ts';

const iDag = dato('2026-11-22');
const oppdrag = { fom: dato('2026-11-01'), tom: dato('2026-11-30') };

describe('attendance', () => {
  test('is kept for a day that has come, while the order holds and the centre is open', () => {
    expect(kanForeOppmote(iDag, iDag, oppdrag, false)).toEqual({ ok: true, verdi: null });
  });
  test.each([
    ['tomorrow', '2026-11-23', false, 'IKKE_I_FREMTIDEN'],
    ['before the order', '2026-10-31', false, 'UTENFOR_OPPDRAGET'],
    ['on a closed day', '2026-11-20', true, 'STENGT'],
  ] as const)('not %s', (_setning, dag, stengt, grunn) => {
    expect(kanForeOppmote(dato(dag), iDag, oppdrag, stengt)).toEqual({ ok: false, feil: { grunn } });
  });
  test('is counted from Monday to Sunday', () => {
    expect(ukenTil(dato('2026-11-22'))).toEqual({ fom: '2026-11-16', tom: '2026-11-22' });
    expect(ukenTil(dato('2026-11-16'))).toEqual({ fom: '2026-11-16', tom: '2026-11-22' });
  });
  test('is under, at or over what is granted', () => {
    expect([motVedtatt(1, 2, 1), motVedtatt(2, 2, 1), motVedtatt(3, 2, 1), motVedtatt(1, 1, 2)]).toEqual(['UNDER', 'FULL', 'OVER', 'OVER']);
  });
});
