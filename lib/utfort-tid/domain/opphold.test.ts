import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dato, dagnummer, leggTilDager } from '#lib/core/dato.ts';
import { beleggPerDogn, type Innflytting, kanLeggeInn, kommTilbake, meldFravar, type Opphold, skrivUt, tomrom } from '#lib/utfort-tid/domain/opphold.ts';

const iDag = dato('2026-11-22');
const bor: Opphold = { inn: dato('2026-11-01'), ut: null, fravar: [] };

describe('what a night is like', () => {
  test('the night of arrival counts, the night of departure does not', () => {
    const o = { inn: dato('2026-11-03'), ut: dato('2026-11-05'), fravar: [] };
    expect(beleggPerDogn([o], dato('2026-11-02'), dato('2026-11-06')).map((d) => d.inne)).toEqual([0, 1, 1, 0, 0]);
  });

  test('a bed is held for one who is away, and is then not slept in', () => {
    const o = { ...bor, fravar: [{ fom: dato('2026-11-03'), tom: dato('2026-11-04') }] };
    expect(beleggPerDogn([o], dato('2026-11-02'), dato('2026-11-05'))).toEqual([
      { dato: '2026-11-02', inne: 1, borte: 0 },
      { dato: '2026-11-03', inne: 0, borte: 1 },
      { dato: '2026-11-04', inne: 0, borte: 1 },
      { dato: '2026-11-05', inne: 1, borte: 0 },
    ]);
  });

  test('a stay entered by mistake counts for no night', () => {
    expect(beleggPerDogn([{ ...bor, ut: bor.inn }], bor.inn, iDag).every((d) => d.inne === 0)).toBe(true);
  });

  test('over any stays the nights are those of each stay by itself, and nobody is away twice in a night', () => {
    const dag = fc.integer({ min: 0, max: 40 }).map((n) => leggTilDager(dato('2026-10-01'), n));
    const strekk = fc.tuple(dag, dag).map(([a, b]) => (a <= b ? { fom: a, tom: b } : { fom: b, tom: a }));
    const stay = fc.record({ inn: dag, lengde: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }), fravar: fc.array(strekk, { maxLength: 3 }) });
    const tell = (o: Opphold, d: string): [number, number] => {
      const der = o.inn <= d && (o.ut === null || d < o.ut);
      const borte = der && o.fravar.some((f) => f.fom <= d && (f.tom === null || d <= f.tom));
      return [der && !borte ? 1 : 0, borte ? 1 : 0];
    };
    const prov = () => fc.assert(
      fc.property(fc.array(stay, { maxLength: 6 }), (rader) => {
        const opphold = rader.map((r): Opphold => ({ inn: r.inn, ut: r.lengde === null ? null : leggTilDager(r.inn, r.lengde), fravar: r.fravar }));
        for (const d of beleggPerDogn(opphold, dato('2026-10-05'), dato('2026-11-05'))) {
          const sum = opphold.map((o) => tell(o, d.dato)).reduce(([a, b], [c, e]) => [a + c, b + e] as [number, number], [0, 0] as [number, number]);
          if (sum[0] !== d.inne || sum[1] !== d.borte) return false;
        }
        return true;
      }),
    );
    expect(prov).not.toThrow();
  });
});

describe('moving in', () => {
  const inn: Innflytting = {
    dag: iDag,
    iDag,
    oppdrag: { fom: dato('2026-11-10'), tom: null, plasstype: 'LANGTID', mottakerId: 7 },
    plass: { plasstype: 'LANGTID', fom: dato('2020-01-01'), tom: null },
    paPlassen: [{ inn: dato('2025-01-01'), ut: iDag }],
    paOppdraget: [],
    tildeltTil: 7,
  };

  test('is fine at a place that was left the same day', () => {
    expect(kanLeggeInn(inn)).toEqual({ ok: true, verdi: null });
  });

  test.each([
    ['tomorrow cannot be registered today', { dag: leggTilDager(iDag, 1) }, 'IKKE_I_FREMTIDEN'],
    ['not before the order', { dag: dato('2026-11-09'), paPlassen: [] }, 'UTENFOR_OPPDRAGET'],
    ['not at a place out of use', { plass: { ...inn.plass, tom: dato('2026-11-01') } }, 'PLASS_UTE_AV_BRUK'],
    ['not where somebody lives', { paPlassen: [{ inn: dato('2025-01-01'), ut: null }] }, 'PLASS_OPPTATT'],
    ['not where somebody has moved in since', { dag: dato('2026-11-15'), paPlassen: [{ inn: dato('2026-11-18'), ut: dato('2026-11-20') }] }, 'PLASS_OPPTATT'],
    ['not when one has a place already', { paOppdraget: [{ inn: dato('2026-11-12'), ut: null }] }, 'HAR_PLASS'],
    ['not at a place that is given to another', { tildeltTil: 8 }, 'TILDELT_ANNEN'],
    ['not at another kind of place than the vedtak says', { oppdrag: { ...inn.oppdrag, plasstype: 'KORTTID' } }, 'FEIL_PLASSTYPE'],
  ] as const)('%s', (_setning, endring, grunn) => {
    expect(kanLeggeInn({ ...inn, ...endring })).toMatchObject({ ok: false, feil: { grunn } });
  });
});

describe('leaving', () => {
  test('takes the day given, and a stay that never was ends the day it began', () => {
    expect(skrivUt(bor, dato('2026-11-20'), 'HJEM', iDag)).toEqual({ ok: true, verdi: '2026-11-20' });
    expect(skrivUt(bor, dato('2026-11-20'), 'FEILFORT', iDag)).toEqual({ ok: true, verdi: bor.inn });
  });
  test.each([
    ['not before moving in', bor, '2026-10-31', 'FOR_INNFLYTTING'],
    ['not tomorrow', bor, '2026-11-23', 'IKKE_I_FREMTIDEN'],
    ['not twice', { ...bor, ut: dato('2026-11-10') }, '2026-11-20', 'UTE_ALLEREDE'],
  ] as const)('%s', (_setning, o, dag, grunn) => {
    expect(skrivUt(o, dato(dag), 'DOD', iDag)).toMatchObject({ ok: false, feil: { grunn } });
  });
});

describe('being away', () => {
  test('the night of return is at the place', () => {
    expect(meldFravar(bor, dato('2026-11-10'), dato('2026-11-12'), iDag)).toEqual({ ok: true, verdi: { fom: '2026-11-10', tom: '2026-11-11' } });
    expect(kommTilbake({ fom: dato('2026-11-10'), tom: null }, dato('2026-11-12'), iDag)).toEqual({ ok: true, verdi: '2026-11-11' });
  });
  test.each([
    ['back before one left', '2026-11-10', '2026-11-10', 'TILBAKE_FOR_AVREISE'],
    ['before moving in', '2026-10-30', null, 'FOR_INNFLYTTING'],
    ['in the future', '2026-11-23', null, 'IKKE_I_FREMTIDEN'],
    ['twice at once', '2026-11-04', '2026-11-06', 'FRAVAR_OVERLAPPER'],
    ['open over another', '2026-11-02', null, 'FRAVAR_OVERLAPPER'],
  ] as const)('not %s', (_setning, dro, tilbake, grunn) => {
    const o = { ...bor, fravar: [{ fom: dato('2026-11-05'), tom: dato('2026-11-07') }] };
    expect(meldFravar(o, dato(dro), tilbake === null ? null : dato(tilbake), iDag)).toMatchObject({ ok: false, feil: { grunn } });
  });
});

test('empty nights lie between one stay and the next, and after the last', () => {
  const rader = [
    { inn: dato('2026-10-01'), ut: dato('2026-10-10'), utGrunn: 'DOD' as const },
    { inn: dato('2026-10-12'), ut: dato('2026-10-12'), utGrunn: 'FEILFORT' as const },
    { inn: dato('2026-10-15'), ut: dato('2026-11-20'), utGrunn: 'HJEM' as const },
  ];
  expect(tomrom(rader, iDag)).toEqual([
    { fra: '2026-11-20', til: null, dogn: dagnummer(iDag) - dagnummer(dato('2026-11-20')), etter: 'HJEM' },
    { fra: '2026-10-10', til: '2026-10-15', dogn: 5, etter: 'DOD' },
  ]);
});
