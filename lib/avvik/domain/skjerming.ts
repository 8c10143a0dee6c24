/**
 * What may be shown of a table of sums to someone who may not see the persons behind it. A table has rows and columns with
 * totals in its last row and column; the totals are cells like the others, so a total of few is hidden as well.
 */

/** A cell: how many recipients stand behind it, and the largest of them (absolute øre). `antall` 0: nobody, there is no one to give away. */
export type Skjermcelle = { readonly ore: number; readonly antall: number; readonly storsteOre: number };
/** Kept, or hidden in kroner and count alike. */
export type Skjermet = { readonly ore: number; readonly antall: number } | null;

/** Fewer recipients than this are few (domene.md). */
export const MINSTE_ANTALL = 5;
/** One recipient with more than this share of the cell (per cent) dominates it: the cell says what that one costs. */
export const DOMINANSPROSENT = 80;

/** Must the cell be hidden for its own sake? */
export function maSkjermes({ ore, antall, storsteOre }: Skjermcelle): boolean {
  if (antall === 0) return false;
  return antall < MINSTE_ANTALL || storsteOre * 100 > Math.abs(ore) * DOMINANSPROSENT;
}

type Kant = { readonly rad: number; readonly kolonne: number };

/**
 * Rows and columns are nodes, hidden cells are edges. Each row and each column gives one equation (its cells sum to its total), so a
 * hidden figure can be computed exactly when its edge is a bridge: the only one between two parts (Gusfield 1988).
 */
function finnBroer(skjult: readonly Kant[], rader: number): Kant[] {
  const naboer = new Map<number, { til: number; kant: Kant }[]>();
  const legg = (fra: number, til: number, kant: Kant): void => void naboer.set(fra, [...(naboer.get(fra) ?? []), { til, kant }]);
  for (const kant of skjult) {
    legg(kant.rad, rader + kant.kolonne, kant);
    legg(rader + kant.kolonne, kant.rad, kant);
  }
  const nummer = new Map<number, number>();
  const broer: Kant[] = [];
  const besok = (node: number, inn: Kant | null): number => {
    const eget = nummer.size;
    nummer.set(node, eget);
    let lavest = eget;
    for (const { til, kant } of naboer.get(node) ?? []) {
      if (kant === inn) continue;
      const sett = nummer.get(til);
      if (sett !== undefined) lavest = Math.min(lavest, sett);
      else {
        const under = besok(til, kant);
        if (under > eget) broer.push(kant);
        lavest = Math.min(lavest, under);
      }
    }
    return lavest;
  };
  for (const node of naboer.keys()) if (!nummer.has(node)) besok(node, null);
  return broer;
}

/**
 * Which cells to hide: those that must be, and of the others those with the least in them, so that no hidden figure can be found from
 * the figures shown. The last row and column are the totals and are hidden last. The same table gives the same answer.
 */
function finnMaske(tabell: readonly (readonly Skjermcelle[])[], ma: (rad: number, kolonne: number) => boolean): boolean[][] {
  const rader = tabell.length;
  const kolonner = tabell[0]?.length ?? 0;
  const skjult = tabell.map((rad, r) => rad.map((_, k) => ma(r, k)));
  const kanter = (): Kant[] => skjult.flatMap((rad, r) => rad.flatMap((er, k) => (er ? [{ rad: r, kolonne: k }] : [])));
  for (;;) {
    const broer = finnBroer(kanter(), rader);
    const bro = broer[0];
    if (!bro) break;
    const neste = velgNeste(tabell, skjult, bro);
    if (!neste) break;
    for (const { rad, kolonne } of neste) (skjult[rad] as boolean[])[kolonne] = true;
  }
  // A bridge that nothing can mend stands in a table too small to hide anything in: all of it goes.
  const alt = finnBroer(kanter(), rader).length > 0 || (rader * kolonner === 1 && kanter().length > 0);
  return skjult.map((rad) => rad.map((er) => alt || er));
}

const vis = (tabell: readonly (readonly Skjermcelle[])[], maske: readonly (readonly boolean[])[]): Skjermet[][] =>
  tabell.map((rad, r) => rad.map((celle, k) => (maske[r]?.[k] ? null : { ore: celle.ore, antall: celle.antall })));

/** The table with what must be hidden hidden, in kroner and count, and what would give it away. */
export function skjermTabell(tabell: readonly (readonly Skjermcelle[])[]): Skjermet[][] {
  return vis(tabell, finnMaske(tabell, (r, k) => maSkjermes(tabell[r]?.[k] ?? INGEN)));
}

const INGEN: Skjermcelle = { ore: 0, antall: 0, storsteOre: 0 };

/**
 * The same table for several periods, some of them sums of others (months, tertials, the year so far), each with its totals: a place is hidden
 * in all of them or in none. Then the figures shown for a sum are sums of figures shown for its months and tell nothing new; and each table
 * alone gives no hidden figure away, for around each hidden place lies a ring of hidden ones, where any amount can be moved in a month and
 * in every sum the month is in, with all that is shown unchanged. All tables have the same rows and columns.
 */
export function skjermPerioder(perioder: readonly (readonly (readonly Skjermcelle[])[])[]): Skjermet[][][] {
  const forste = perioder[0] ?? [];
  const alle = (r: number, k: number): Skjermcelle[] => perioder.map((p) => p[r]?.[k] ?? INGEN);
  const samlet = forste.map((rad, r) =>
    rad.map((_, k) => alle(r, k).reduce((a, c) => ({ ore: a.ore + Math.abs(c.ore), antall: Math.max(a.antall, c.antall), storsteOre: 0 }), INGEN)),
  );
  const maske = finnMaske(samlet, (r, k) => alle(r, k).some(maSkjermes));
  return perioder.map((tabell) => vis(tabell, maske));
}

/** Totals, and cells of nobody, are hidden last. */
const SIST = 1e15;

/**
 * The cells to hide with a bridge: the cheapest rectangle with it in a corner, so that it lies on a ring of four hidden cells and is
 * no bridge any more. Null in a table without two rows and two columns.
 */
function velgNeste(tabell: readonly (readonly Skjermcelle[])[], skjult: readonly (readonly boolean[])[], bro: Kant): Kant[] | null {
  const [rader, kolonner] = [tabell.length, tabell[0]?.length ?? 0];
  const pris = ({ rad, kolonne }: Kant): number => {
    if (skjult[rad]?.[kolonne]) return 0;
    const celle = tabell[rad]?.[kolonne];
    return Math.abs(celle?.ore ?? 0) + 1 + ((rad === rader - 1 ? 1 : 0) + (kolonne === kolonner - 1 ? 1 : 0) + (celle?.antall === 0 ? 1 : 0)) * SIST;
  };
  let best: { kanter: Kant[]; pris: number } | null = null;
  for (let rad = 0; rad < rader; rad += 1) {
    for (let kolonne = 0; kolonne < kolonner; kolonne += 1) {
      if (rad === bro.rad || kolonne === bro.kolonne) continue;
      const kanter = [{ rad: bro.rad, kolonne }, { rad, kolonne: bro.kolonne }, { rad, kolonne }];
      const sum = kanter.reduce((a, k) => a + pris(k), 0);
      if (best === null || sum < best.pris) best = { kanter, pris: sum };
    }
  }
  return best?.kanter ?? null;
}

/** A table with its totals added: each row's and column's sums, with the recipients and the largest of the whole given beside. */
export function medSummer(
  celler: readonly (readonly Skjermcelle[])[],
  radsum: readonly Omit<Skjermcelle, 'ore'>[],
  kolonnesum: readonly Omit<Skjermcelle, 'ore'>[],
  alt: Omit<Skjermcelle, 'ore'>,
): Skjermcelle[][] {
  const ore = (rad: readonly Skjermcelle[]): number => rad.reduce((s, c) => s + c.ore, 0);
  const tom = { antall: 0, storsteOre: 0 };
  const siste = kolonnesum.map((k, i) => ({ ...k, ore: ore(celler.flatMap((rad) => rad[i] ?? [])) }));
  return [...celler.map((rad, i) => [...rad, { ...(radsum[i] ?? tom), ore: ore(rad) }]), [...siste, { ...alt, ore: ore(siste) }]];
}
