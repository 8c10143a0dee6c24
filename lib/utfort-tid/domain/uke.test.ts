import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dato, leggTilDager } from '#lib/core/dato.ts';
import { erklarUke, forrigeUke, hindringer, mandag, manglende, nesteUke, parseUke, sondag, type Uke, ukeFor, ukensDager, utenPlan, vedtatteBesok, vedtatteMinutter, vedtattgrupper } from '#lib/utfort-tid/domain/uke.ts';

describe('a week in the address', () => {
  test('week 46 of 2026 is Monday the 9th to Sunday the 15th of November', () => {
    const uke = parseUke('2026-W46');
    expect(uke && [mandag(uke), sondag(uke)]).toEqual(['2026-11-09', '2026-11-15']);
  });

  test('a week that does not exist is no week', () => {
    for (const tekst of ['2026-W00', '2025-W53', '2026-W54', '2026-46', 'W46', '', '0000-W01']) expect(parseUke(tekst)).toBeNull();
    expect(parseUke('2026-W53')).toBe('2026-W53');
  });

  test('every day is in the week that its own days are, and the weeks follow one another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => {
        const dag = leggTilDager(dato('1990-01-01'), n);
        const uke = ukeFor(dag);
        expect(ukensDager(uke)).toContain(dag);
        expect(parseUke(uke)).toBe(uke);
        expect(forrigeUke(nesteUke(uke))).toBe(uke);
      }),
    );
  });
});

describe('what is granted, spread on days until there is a plan', () => {
  const dager = ukensDager(ukeFor(dato('2026-11-09')));

  test('14 visits a week are 2 a day', () => {
    const grupper = dager.map((dag) => ({ dag, perUker: 1, besok: 14, minutter: 315 }));
    expect(vedtatteBesok(grupper, dager)).toEqual([2, 2, 2, 2, 2, 2, 2]);
    expect(vedtatteMinutter(grupper)).toBe(315);
  });

  test('the days add up to the week, and no day is off by more than one', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ dag: fc.constantFrom(...dager), perUker: fc.integer({ min: 1, max: 4 }), besok: fc.integer({ min: 0, max: 600 }), minutter: fc.constant(0) })), (grupper) => {
        const hele = vedtatteBesok(grupper, dager);
        const eksakt = grupper.reduce((sum, g) => sum + g.besok / (7 * g.perUker), 0);
        expect(Math.abs(hele.reduce((a, b) => a + b, 0) - eksakt)).toBeLessThanOrEqual(0.5001);
        dager.forEach((dag, i) => {
          const dagens = grupper.filter((g) => g.dag === dag).reduce((sum, g) => sum + g.besok / (7 * g.perUker), 0);
          expect(Math.abs((hele[i] ?? 0) - dagens)).toBeLessThanOrEqual(1.0001);
        });
      }),
    );
  });
});

describe('declaring a week complete', () => {
  const stand = { sondag: dato('2026-11-15'), utenfor: 0, ukvittert: 0 };
  test('is possible the day after its Sunday, when every visit is approved', () => {
    expect(erklarUke(stand, dato('2026-11-16')).ok).toBe(true);
    expect(hindringer(stand, dato('2026-11-15'))).toEqual([{ grunn: 'ukenErIkkeOver' }]);
  });

  test('waits for what is outside the vedtak and for what is not approved, and says both', () => {
    const svar = erklarUke({ ...stand, utenfor: 2, ukvittert: 5 }, dato('2026-11-18'));
    expect(svar).toEqual({ ok: false, feil: [{ grunn: 'utenforGjenstar', verdier: { antall: 2 } }, { grunn: 'ukvittertGjenstar', verdier: { antall: 5 } }] });
  });
});

describe('what the vedtak grant in a week', () => {
  const [man, tir] = [dato('2026-11-09'), dato('2026-11-10')];
  const kraft = [
    { vedtakId: 1, besok: 14, minutter: 315, perUker: 1, dager: [man, tir] },
    { vedtakId: 2, besok: 7, minutter: 140, perUker: 1, dager: [tir] },
    { vedtakId: 3, besok: 7, minutter: 140, perUker: 2, dager: [man, tir] },
  ];

  test('is summed by day over vedtak that repeat alike', () => {
    expect(vedtattgrupper(kraft)).toEqual([
      { dag: man, perUker: 1, besok: 14, minutter: 315 },
      { dag: tir, perUker: 1, besok: 21, minutter: 455 },
      { dag: man, perUker: 2, besok: 7, minutter: 140 },
      { dag: tir, perUker: 2, besok: 7, minutter: 140 },
    ]);
  });

  test('less what is registered is what is missing, the biggest gap first, and never less than none', () => {
    expect(manglende(kraft, new Map([[1, 3]])).map((m) => [m.av.vedtakId, m.vedtatt, m.registrert, m.mangler])).toEqual([
      [1, 4, 3, 1],
      [2, 1, 0, 1],
      [3, 1, 0, 1],
    ]);
    expect(manglende(kraft, new Map([[1, 9], [3, 1]])).map((m) => m.av.vedtakId)).toEqual([2]);
  });
});

test('a vedtak that the plan does not know is told with what is granted and registered in the week, those with the most left first', () => {
  const dager = ukensDager('2026-W46' as Uke);
  const kraft = [{ vedtakId: 1, besok: 7, minutter: 70, perUker: 1, dager }, { vedtakId: 2, besok: 14, minutter: 70, perUker: 2, dager: dager.slice(0, 3) }, { vedtakId: 3, besok: 0, minutter: 0, perUker: 1, dager }, { vedtakId: 4, besok: 2, minutter: 60, perUker: 1, dager }];
  const uten = utenPlan(kraft, new Set([1]), new Map([[2, 1], [4, 5]]));
  expect(uten.map(({ av, ...tall }) => [av.vedtakId, tall])).toEqual([[2, { vedtatt: 3, registrert: 1, mangler: 2 }], [4, { vedtatt: 2, registrert: 5, mangler: 0 }]]);
});
