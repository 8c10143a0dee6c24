import type { Manedstall } from './arets-avvik.ts';
import { medSummer, type Skjermcelle, skjermPerioder } from '#lib/avvik/domain/skjerming.ts';

/** A figure with its place: which row and column, how many recipients, and the largest of them. */
export type Plassert = { readonly rad: string; readonly kolonne: string; readonly ore: number; readonly antall: number; readonly storsteOre: number };

/** Whether a place may be shown; null for the total of a row or a column. */
export type Vises = (rad: string | null, kolonne: string | null) => boolean;

const TOM: Skjermcelle = { ore: 0, antall: 0, storsteOre: 0 };

/** Everything is shown: for those who may see the vedtak themselves. */
export const ALT_VISES: Vises = () => true;

/**
 * What may be shown of a table of rows and columns where all the totals are shown somewhere, in all the periods it is offered for: each row
 * with as many behind it as its largest cell has, each column likewise. So a row's total of few is hidden too, with so much else that it cannot
 * be found, and what is hidden in one period is hidden in all, so that none can be found as one period less another.
 */
export function skjermetOverPerioder(perioder: readonly (readonly Plassert[])[]): Vises {
  const celler = perioder.flat();
  const rader = [...new Set(celler.map((c) => c.rad))].toSorted();
  const kolonner = [...new Set(celler.map((c) => c.kolonne))].toSorted();
  if (celler.length === 0) return ALT_VISES;
  const vist = skjermPerioder(perioder.map((p) => tabellAv(p, rader, kolonner)))[0] ?? [];
  return (rad, kolonne) => {
    const r = rad === null ? rader.length : rader.indexOf(rad);
    const k = kolonne === null ? kolonner.length : kolonner.indexOf(kolonne);
    // What stands in no cell has nobody behind it.
    return r < 0 || k < 0 || vist[r]?.[k] !== null;
  };
}

function tabellAv(celler: readonly Plassert[], rader: readonly string[], kolonner: readonly string[]): Skjermcelle[][] {
  const paPlass = new Map(celler.map((c) => [`${c.rad}|${c.kolonne}`, c]));
  const tabell = rader.map((rad) => kolonner.map((kolonne): Skjermcelle => paPlass.get(`${rad}|${kolonne}`) ?? TOM));
  const flest = (egne: readonly Skjermcelle[]): { antall: number; storsteOre: number } => ({ antall: Math.max(0, ...egne.map((c) => c.antall)), storsteOre: 0 });
  return medSummer(tabell, tabell.map(flest), kolonner.map((_, k) => flest(tabell.flatMap((rad) => rad[k] ?? []))), flest(tabell.flat()));
}

/** How many recipients stand behind a component's amount at a unit, and the largest of them. */
export type Leddgrunnlag = { readonly enhetId: number; readonly komponent: string; readonly mottakere: number; readonly belopOre: number; readonly storsteOre: number };

/** What may be shown of units (rows) by component (columns, "scheme/component"), in all the periods. */
export function leddskjerming(tall: readonly Manedstall[], perioder: readonly (readonly Leddgrunnlag[])[]): Vises {
  const steder = new Map(tall.map((t) => [`${t.enhetId}|${t.ordningId}/${t.komponent}`, t]));
  return skjermetOverPerioder(
    perioder.map((belop) => {
      const bak = new Map(belop.map((b) => [`${b.enhetId}|${b.komponent}`, b]));
      return [...steder.values()].flatMap((t) => {
        const b = bak.get(`${t.enhetId}|${t.komponent}`);
        return b ? [{ rad: String(t.enhetId), kolonne: `${t.ordningId}/${t.komponent}`, ore: b.belopOre, antall: b.mottakere, storsteOre: b.storsteOre }] : [];
      });
    }),
  );
}
