import { describe, expect, test } from 'vitest';
import { dato } from '#lib/core/dato.ts';
import { avslattFra, kanBesvares, meldMer, STANDARD_DAGER, tolkJusteringsdager } from '#lib/oppdrag/domain/justering.ts';

const iDag = dato('2026-11-22');
const oppdrag = { fom: dato('2026-01-01'), tom: dato('2026-12-15'), annullert: false };
const mer = { fom: iDag, tom: dato('2026-12-05'), minutter: 60, besok: 0 };
const svar = (f: Partial<typeof mer>, andre: { fom: typeof iDag; tom: typeof iDag }[] = []) => meldMer({ ...mer, ...f }, oppdrag, andre, 14, iDag);

describe('more on the spot', () => {
  test('is in effect at once for as long as the municipality lets it', () => {
    expect(svar({})).toMatchObject({ ok: true });
  });
  test.each([
    ['is never less', { minutter: -30 }, 'intetMer'],
    ['is something', { minutter: 0 }, 'intetMer'],
    ['does not last longer than the rule', { tom: dato('2026-12-06') }, 'forLang'],
    ['is not reported weeks after', { fom: dato('2026-11-14') }, 'forSent'],
    ['ends with the order', { fom: dato('2026-12-10'), tom: dato('2026-12-16') }, 'utenforOppdraget'],
    ['does not end before it begins', { tom: dato('2026-11-21') }, 'tomForFom'],
  ])('%s', (_setning, forslag, grunn) => {
    expect(svar(forslag)).toMatchObject({ ok: false, feil: { grunn } });
  });
  test('does not lie on top of another', () => {
    expect(svar({}, [{ fom: dato('2026-12-05'), tom: dato('2026-12-08') }])).toMatchObject({ feil: { grunn: 'overlapper' } });
    expect(svar({}, [{ fom: dato('2026-12-06'), tom: dato('2026-12-08') }])).toMatchObject({ ok: true });
  });
});

describe('the purchaser’s answer', () => {
  const venter = { fom: iDag, tom: iDag, meldtAv: 3, godkjent: false, avslatt: false };
  test('is given once, and never by the one who reported', () => {
    expect(kanBesvares(venter, 1)).toEqual({ ok: true, verdi: true });
    expect(kanBesvares(venter, 3)).toEqual({ ok: false, feil: { grunn: 'egen' } });
    expect(kanBesvares({ ...venter, godkjent: true }, 1)).toEqual({ ok: false, feil: { grunn: 'besvart' } });
    expect(kanBesvares({ ...venter, avslatt: true }, 1)).toEqual({ ok: false, feil: { grunn: 'besvart' } });
  });
  test('turns it down from today, or from its start when that is to come', () => {
    expect(avslattFra({ fom: dato('2026-11-18') }, iDag)).toBe(iDag);
    expect(avslattFra({ fom: dato('2026-11-25') }, iDag)).toBe('2026-11-25');
  });
});

test('a setting that is not a number of days is the standard', () => {
  expect([tolkJusteringsdager(21), tolkJusteringsdager('x'), tolkJusteringsdager(0), tolkJusteringsdager(null)]).toEqual([21, STANDARD_DAGER, STANDARD_DAGER, STANDARD_DAGER]);
});
