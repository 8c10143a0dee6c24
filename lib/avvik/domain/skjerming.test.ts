import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Brok, brok, delt, erNull, ganger, minus, NULL_BROK } from '#lib/core/brok.ts';
import { maSkjermes, medSummer, type Skjermcelle, skjermTabell } from './skjerming.ts';

const celle = (ore: number, antall: number, storsteOre = Math.ceil(Math.abs(ore) / Math.max(1, antall))): Skjermcelle => ({ ore, antall, storsteOre });
const stor = { antall: 500, storsteOre: 1 };
/** With totals of many. */
const tabell = (celler: Skjermcelle[][]): Skjermcelle[][] => medSummer(celler, celler.map(() => stor), (celler[0] ?? []).map(() => stor), stor);

/** Row echelon form of exact fractions; the last row is the question "is this unknown determined by the others?". */
function iRadrommet(likninger: readonly (readonly Brok[])[], mal: readonly Brok[]): boolean {
  let rest = [...mal];
  const igjen = likninger.map((l) => [...l]);
  for (let k = 0; k < mal.length; k += 1) {
    const i = igjen.findIndex((l) => !erNull(l[k] ?? NULL_BROK));
    if (i < 0) continue;
    const [rad = []] = igjen.splice(i, 1);
    const fjern = (l: Brok[]): Brok[] => {
      const faktor = delt(l[k] ?? NULL_BROK, rad[k] ?? brok(1));
      return erNull(faktor) ? l : l.map((v, j) => minus(v, ganger(faktor, rad[j] ?? NULL_BROK)));
    };
    igjen.forEach((l, j) => (igjen[j] = fjern(l)));
    rest = fjern(rest);
  }
  return rest.every(erNull);
}

/** Hidden cells whose value follows from those shown: every row's and column's cells minus its total are zero. */
function gjenfinnbare(vist: ReturnType<typeof skjermTabell>): number {
  const ukjente = vist.flatMap((rad, r) => rad.flatMap((c, k) => (c === null ? [[r, k] as const] : [])));
  const [rader, kolonner] = [vist.length, vist[0]?.length ?? 0];
  const fortegn = (siste: boolean): Brok => brok(siste ? -1 : 1);
  const likninger = [
    ...vist.map((_, r) => ukjente.map(([ur, uk]) => (ur === r ? fortegn(uk === kolonner - 1) : NULL_BROK))),
    ...(vist[0] ?? []).map((_, k) => ukjente.map(([ur, uk]) => (uk === k ? fortegn(ur === rader - 1) : NULL_BROK))),
  ];
  return ukjente.filter((_, i) => iRadrommet(likninger, ukjente.map((__, j) => brok(i === j ? 1 : 0)))).length;
}

describe('what must be hidden for its own sake', () => {
  test('four recipients are few, five are not', () => {
    expect([maSkjermes(celle(100, 4)), maSkjermes(celle(100, 5))]).toEqual([true, false]);
  });
  test('a cell that one recipient is nearly all of, however many the others are', () => {
    expect([maSkjermes(celle(100, 30, 81)), maSkjermes(celle(100, 30, 80)), maSkjermes(celle(10, 30, 80))]).toEqual([true, false, true]);
  });
  test('a frame has nobody behind it', () => {
    expect(maSkjermes(celle(100, 0, 0))).toBe(false);
  });
});

describe('the table', () => {
  test('nothing small: everything is shown, and the totals are its sums', () => {
    const vist = skjermTabell(tabell([[celle(10, 9), celle(20, 9)], [celle(30, 9), celle(40, 9)]]));
    expect(vist.map((r) => r.map((c) => c?.ore))).toEqual([[10, 20, 30], [30, 40, 70], [40, 60, 100]]);
  });
  test('one small cell takes three with it: the least in its row and column, so that no subtraction finds it', () => {
    const vist = skjermTabell(tabell([[celle(10, 1), celle(20, 9), celle(50, 9)], [celle(30, 9), celle(40, 9), celle(60, 9)], [celle(70, 9), celle(80, 9), celle(90, 9)]]));
    expect(vist.flat().filter((c) => c === null)).toHaveLength(4);
    expect(vist.at(-1)?.every((c) => c !== null)).toBe(true);
    expect(gjenfinnbare(vist)).toBe(0);
  });
  test('the count is hidden with the kroner', () => {
    expect(skjermTabell(tabell([[celle(10, 1), celle(20, 9)], [celle(30, 9), celle(40, 9)]]))[0]?.[0]).toBeNull();
  });
  const vilkarlig = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([r, k]) => fc.array(fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1000 })), { minLength: k, maxLength: k }), { minLength: r, maxLength: r }));

  test('no hidden figure can be found from those shown, whatever the table', () => {
    fc.assert(
      fc.property(vilkarlig, (rader) => {
        const vist = skjermTabell(tabell(rader.map((rad) => rad.map(([ore, antall, storste]) => celle(ore, antall, storste)))));
        expect(gjenfinnbare(vist)).toBe(0);
      }),
      { numRuns: 400 },
    );
  });
  test('what is few or dominated is never shown, and what is shown is unchanged', () => {
    fc.assert(
      fc.property(vilkarlig, (rader) => {
        const inn = tabell(rader.map((rad) => rad.map(([ore, antall, storste]) => celle(ore, antall, storste))));
        expect(skjermTabell(inn).every((rad, r) => rad.every((c, k) => (inn[r]?.[k] && maSkjermes(inn[r][k]) ? c === null : c === null || c.ore === inn[r]?.[k]?.ore)))).toBe(true);
      }),
    );
  });
});
