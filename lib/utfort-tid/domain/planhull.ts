import type { Dato } from '#lib/core/dato.ts';

/** A planned visit as the match needs it. Minutes after local midnight. */
export type Ventet = { readonly planId: number; readonly startMinutt: number; readonly minutter: number; readonly personer: number; readonly ansattId: number | null };

/** One order's day: what was planned and not excused, and when the registered visits began. */
export type Plandag = { readonly oppdragId: number; readonly dato: Dato; readonly planlagt: readonly Ventet[]; readonly startet: readonly number[] };

/** A planned visit that nobody has registered. */
export type Hull = Ventet & { readonly oppdragId: number; readonly dato: Dato };

/**
 * The planned visits of an order's day that no registered visit answers: each registered visit answers the planned one
 * nearest to it in time, once; a visit by two is answered by two. A visit that came another time of the day is still made.
 */
export function hullForDag(dag: Plandag): Hull[] {
  const ventet = dag.planlagt.flatMap((v) => Array.from({ length: v.personer }, () => v));
  const par = ventet.flatMap((v, i) => dag.startet.map((s, j) => ({ i, j, avstand: Math.abs(v.startMinutt - s) })));
  const [tatt, brukt] = [new Set<number>(), new Set<number>()];
  for (const { i, j } of par.sort((a, b) => a.avstand - b.avstand || a.i - b.i || a.j - b.j)) {
    if (tatt.has(i) || brukt.has(j)) continue;
    tatt.add(i);
    brukt.add(j);
  }
  return ventet.flatMap((v, i) => (tatt.has(i) ? [] : [{ ...v, oppdragId: dag.oppdragId, dato: dag.dato }]));
}

/** What is missing by now: a visit is missing when its planned end is over. Newest day first, then by time. */
export function finnHull(dager: readonly Plandag[], naa: { readonly dag: Dato; readonly minutt: number }): Hull[] {
  return dager
    .flatMap(hullForDag)
    .filter((h) => h.dato < naa.dag || (h.dato === naa.dag && h.startMinutt + h.minutter <= naa.minutt))
    .sort((a, b) => (a.dato === b.dato ? a.startMinutt - b.startMinutt || a.oppdragId - b.oppdragId : a.dato < b.dato ? 1 : -1));
}

/** Why visits are missing, as far as the pattern says: one employee with many, an order nobody has been at all week. */
export type Hullarsak = { readonly slag: 'ANSATT' | 'UTEN_ANSATT' | 'MOTTAKER' | 'ANDRE'; readonly id: number | null; readonly antall: number };

const MANGE = 4;

/** Groups the gaps by the likeliest cause, the biggest first; each gap in one group, and the groups add up. */
export function hullarsaker(hull: readonly Hull[]): Hullarsak[] {
  const ut: Hullarsak[] = [];
  const perOppdrag = [...Map.groupBy(hull, (h) => h.oppdragId)].filter(([, h]) => new Set(h.map((en) => en.dato)).size >= MANGE);
  const hosEn = new Set(perOppdrag.map(([id]) => id));
  for (const [id, h] of perOppdrag) ut.push({ slag: 'MOTTAKER', id, antall: h.length });
  const resten = hull.filter((h) => !hosEn.has(h.oppdragId));
  let andre = 0;
  for (const [id, h] of Map.groupBy(resten, (en) => en.ansattId)) {
    if (id === null) ut.push({ slag: 'UTEN_ANSATT', id: null, antall: h.length });
    else if (h.length >= MANGE) ut.push({ slag: 'ANSATT', id, antall: h.length });
    else andre += h.length;
  }
  ut.sort((a, b) => b.antall - a.antall || (a.id ?? 0) - (b.id ?? 0));
  return andre > 0 ? [...ut, { slag: 'ANDRE', id: null, antall: andre }] : ut;
}
