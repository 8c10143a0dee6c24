import type { Dato } from '#lib/core/dato.ts';

/** Both ends included; `tom: null` is open-ended. Of dates, or of months where validity is in whole months. */
export type Periode<T extends string = Dato> = { readonly fom: T; readonly tom: T | null };

export function inneholder<T extends string>(p: Periode<T>, d: T): boolean {
  return p.fom <= d && (p.tom === null || d <= p.tom);
}

export function overlapper<T extends string>(a: Periode<T>, b: Periode<T>): boolean {
  return (b.tom === null || a.fom <= b.tom) && (a.tom === null || b.fom <= a.tom);
}

/** What two periods have in common, or null. */
export function snitt<T extends string>(a: Periode<T>, b: Periode<T>): Periode<T> | null {
  const fom = a.fom >= b.fom ? a.fom : b.fom;
  const tom = a.tom === null ? b.tom : b.tom === null ? a.tom : a.tom <= b.tom ? a.tom : b.tom;
  return tom !== null && tom < fom ? null : { fom, tom };
}

/** A period is valid when it does not end before it begins. */
export function erPeriode<T extends string>(p: Periode<T>): boolean {
  return p.tom === null || p.fom <= p.tom;
}
