import { avrundTilTall, type Brok, ganger, brok } from '#lib/core/brok.ts';
import { maSkjermes, MINSTE_ANTALL } from '#lib/avvik/domain/skjerming.ts';

/** Waiting for a kind of place; the price of a night, exact øre, null where the price book has none. */
export type Ventende = { readonly plasstype: string; readonly antall: number; readonly dognOre: Brok | null };

export type Ventelistetall = {
  /** recipients who wait, of all kinds */
  readonly antall: number;
  /** of those with a price: what they would cost if all moved in now, whole øre */
  readonly ore: number;
  /** recipients whose place has no price, which is never 0 */
  readonly utenPris: number;
  readonly typer: readonly { readonly plasstype: string; readonly antall: number; readonly ore: number | null }[];
};

/** What the waiting list would cost to year end if all moved in at once; each kind rounded once, the sum is theirs. */
export function ventelistetall(ventende: readonly Ventende[], dager: number): Ventelistetall {
  const typer = ventende.map(({ plasstype, antall, dognOre }) => ({ plasstype, antall, ore: dognOre === null ? null : avrundTilTall(ganger(dognOre, brok(antall * dager))) }));
  const sum = (velg: (t: (typeof typer)[number]) => number): number => typer.reduce((a, t) => a + velg(t), 0);
  return { antall: sum((t) => t.antall), ore: sum((t) => t.ore ?? 0), utenPris: sum((t) => (t.ore === null ? t.antall : 0)), typer };
}

/** To one who sees sums only: the whole without its kinds, nothing where fewer than five wait, and the kroner only of five or more. */
export function bareSummen(tall: Ventelistetall): Ventelistetall | null {
  if (tall.antall > 0 && tall.antall < MINSTE_ANTALL) return null;
  const priset = tall.antall - tall.utenPris;
  const storsteOre = Math.max(0, ...tall.typer.map((t) => (t.ore === null ? 0 : Math.ceil(t.ore / t.antall))));
  const skjul = maSkjermes({ ore: tall.ore, antall: priset, storsteOre });
  return { antall: tall.antall, ore: skjul ? 0 : tall.ore, utenPris: skjul ? tall.antall : tall.utenPris, typer: [] };
}
