import { dagnummer } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { dagerI, forsteDag } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Periode } from '#lib/core/periode.ts';

/** Day numbers, both included; empty when `til` < `fra`, open when `til` is Infinity. */
export type Dagintervall = { readonly fra: number; readonly til: number };

export function intervallFor(p: Periode<Dato>): Dagintervall {
  return { fra: dagnummer(p.fom), til: p.tom === null ? Infinity : dagnummer(p.tom) };
}

const manedsintervaller = new Map<Maned, Dagintervall>();

/** The days of a month. Asked for by every line of every run, and always the same: remembered. */
export function manedsintervall(m: Maned): Dagintervall {
  let i = manedsintervaller.get(m);
  if (i === undefined) {
    const fra = dagnummer(forsteDag(m));
    i = { fra, til: fra + dagerI(m) - 1 };
    manedsintervaller.set(m, i);
  }
  return i;
}

export function felles(a: Dagintervall, b: Dagintervall): Dagintervall {
  return { fra: Math.max(a.fra, b.fra), til: Math.min(a.til, b.til) };
}

export function lengde(i: Dagintervall): number {
  return Math.max(0, i.til - i.fra + 1);
}

/** Days that a list of disjoint intervals has in common with one more. */
export function fellesDager(liste: readonly Dagintervall[], i: Dagintervall): number {
  let sum = 0;
  for (const del of liste) sum += lengde(felles(del, i));
  return sum;
}

export function antallDager(liste: readonly Dagintervall[]): number {
  let sum = 0;
  for (const del of liste) sum += lengde(del);
  return sum;
}

/** The union, as disjoint intervals in order. */
export function forenet(liste: readonly Dagintervall[]): Dagintervall[] {
  const svar: Dagintervall[] = [];
  for (const i of liste.filter((l) => lengde(l) > 0).toSorted((a, b) => a.fra - b.fra)) {
    const siste = svar.at(-1);
    if (siste && i.fra <= siste.til + 1) svar[svar.length - 1] = { fra: siste.fra, til: Math.max(siste.til, i.til) };
    else svar.push(i);
  }
  return svar;
}

/** `i` less a union (disjoint, in order). */
export function uten(i: Dagintervall, bort: readonly Dagintervall[]): Dagintervall[] {
  const svar: Dagintervall[] = [];
  let fra = i.fra;
  for (const b of bort) {
    if (b.til < fra || b.fra > i.til) continue;
    if (b.fra > fra) svar.push({ fra, til: b.fra - 1 });
    fra = b.til + 1;
  }
  if (fra <= i.til) svar.push({ fra, til: i.til });
  return svar;
}
