import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Brok, brok, delt, erNull, ganger, minus, NULL_BROK } from '#lib/core/brok.ts';
import { maSkjermes, medSummer, type Skjermcelle, type Skjermet, skjermPerioder, skjermTabell } from './skjerming.ts';

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

const vilkarlige = fc.integer({ min: 1, max: 5 }).chain((k) => fc.array(fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 1000 })), { minLength: k, maxLength: k }), { minLength: 1, maxLength: 5 }));

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

/** Months of a short year, and every period the board offers of them: each month, the third so far (here of two months), the year so far. */
const perioderAv = (maneder: number): number[][] =>
  [...new Set(Array.from({ length: maneder }, (_, m) => [[m, m], [Math.floor(m / 2) * 2, m], [0, m]]).flat().map((p) => p.join()))].map((p) => p.split(',').map(Number));

const somPar = (p: readonly number[]): readonly [number, number] => [p[0] ?? 0, p[1] ?? 0];

const P = 67_108_859;
const invers = (a: number): number => {
  let [t, nyT, r, nyR] = [0, 1, P, a];
  while (nyR !== 0) {
    const q = Math.floor(r / nyR);
    [t, nyT] = [nyT, t - q * nyT];
    [r, nyR] = [nyR, r - q * nyR];
  }
  return t < 0 ? t + P : t;
};

/** Unknowns that the equations give a value: in reduced echelon form (over a large prime field) their row has them alone. */
function bestemte(likninger: Map<number, number>[]): number[] {
  const rader: Map<number, number>[] = [];
  const trekkFra = (fra: Map<number, number>, rad: Map<number, number>, faktor: number): void => {
    for (const [j, v] of rad) {
      const ny = (((fra.get(j) ?? 0) - faktor * v) % P + P) % P;
      if (ny === 0) fra.delete(j);
      else fra.set(j, ny);
    }
  };
  const leder = (rad: Map<number, number>): number => Math.min(...rad.keys());
  for (const likning of likninger) {
    const ny = new Map(likning);
    for (const rad of rader) trekkFra(ny, rad, ny.get(leder(rad)) ?? 0);
    if (ny.size === 0) continue;
    const l = leder(ny);
    const faktor = invers(ny.get(l) ?? 1);
    for (const [j, v] of ny) ny.set(j, (v * faktor) % P);
    for (const rad of rader) trekkFra(rad, ny, rad.get(l) ?? 0);
    rader.push(ny);
  }
  return rader.filter((rad) => rad.size === 1).map(leder);
}

/** All that the tables shown say of the hidden: in each period rows and columns sum to their totals, and each place of a period is the sum of its months. */
function funnetOverPerioder(vist: readonly Skjermet[][][], perioder: readonly number[][]): number {
  const [rader, kolonner] = [vist[0]?.length ?? 0, vist[0]?.[0]?.length ?? 0];
  const nr = (p: number, r: number, k: number): number => (p * rader + r) * kolonner + k;
  const likning = (ledd: readonly [p: number, r: number, k: number, fortegn: number][]): Map<number, number> =>
    new Map(ledd.filter(([p, r, k]) => vist[p]?.[r]?.[k] === null).map(([p, r, k, f]) => [nr(p, r, k), f]));
  const likninger = perioder.map(somPar).flatMap(([fra, til], p) => {
    const alleR = Array.from({ length: rader }, (_, r) => r);
    const alleK = Array.from({ length: kolonner }, (_, k) => k);
    const f = (siste: boolean): number => (siste ? P - 1 : 1);
    const mnd = perioder.flatMap(([a, b], i) => (a === b && (a ?? 0) >= fra && (b ?? 0) <= til && fra !== til ? [i] : []));
    return [
      ...alleR.map((r) => likning(alleK.map((k) => [p, r, k, f(k === kolonner - 1)]))),
      ...alleK.map((k) => likning(alleR.map((r) => [p, r, k, f(r === rader - 1)]))),
      ...(mnd.length === 0 ? [] : alleR.flatMap((r) => alleK.map((k) => likning([[p, r, k, P - 1], ...mnd.map((i): [number, number, number, number] => [i, r, k, 1])])))),
    ];
  });
  return bestemte(likninger.filter((l) => l.size > 0)).length;
}

describe('months, tertials and the year so far of the same table', () => {
  const enMnd = (r: number, k: number) => fc.array(fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 600 })), { minLength: k, maxLength: k }), { minLength: r, maxLength: r });
  const aret = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 5 })).chain(([r, k, m]) => fc.array(enMnd(r, k), { minLength: m, maxLength: m }));
  /** The tables of every period: kroner are sums of the months, counts and the largest are the period's own. */
  const tabellene = (maneder: readonly (readonly (readonly (readonly number[])[])[])[], perioder: readonly number[][]): Skjermcelle[][][] =>
    perioder.map(somPar).map(([fra, til]) =>
      tabell((maneder[0] ?? []).map((rad, r) => rad.map((_, k) => {
        const egne = maneder.slice(fra, til + 1).map((m) => m[r]?.[k] ?? []);
        return celle(egne.reduce((s, c) => s + (c[0] ?? 0), 0), Math.max(...egne.map((c) => c[1] ?? 0)), Math.max(...egne.map((c) => c[2] ?? 0)));
      }))),
    );

  test('nothing hidden in any of them can be found from all of them together', () => {
    fc.assert(
      fc.property(aret, (maneder) => {
        const perioder = perioderAv(maneder.length);
        expect(funnetOverPerioder(skjermPerioder(tabellene(maneder, perioder)), perioder)).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
  test('each table hidden alone does give figures away: this is what it is for', () => {
    const liten = [[celle(10, 1), celle(20, 9), celle(50, 9)], [celle(30, 9), celle(40, 9), celle(60, 9)], [celle(70, 9), celle(80, 9), celle(90, 9)]];
    const stort = liten.map((rad) => rad.map((c) => celle(c.ore, 9)));
    const perioder = [[0, 0], [1, 1], [0, 1]];
    const sum = liten.map((rad) => rad.map((c) => celle(c.ore * 2, 9)));
    const alene = [tabell(liten), tabell(stort), tabell(sum)].map(skjermTabell);
    expect(funnetOverPerioder(alene, perioder)).toBe(4);
    expect(funnetOverPerioder(skjermPerioder([tabell(liten), tabell(stort), tabell(sum)]), perioder)).toBe(0);
  });
  test('one period is the table alone', () => {
    fc.assert(
      fc.property(vilkarlige, (rader) => {
        const inn = tabell(rader.map((rad) => rad.map(([ore, antall, storste]) => celle(ore, antall, storste))));
        expect(skjermPerioder([inn])[0]).toEqual(skjermTabell(inn));
      }),
      { numRuns: 50 },
    );
  });
});
