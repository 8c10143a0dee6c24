import type { ReactNode } from 'react';

/** ✓ in order · dashed square: missing · red square: stops · triangle: warns · ring: waits · bar: off. */
export type StatusType = 'ok' | 'mangler' | 'stopp' | 'varsel' | 'venter' | 'av';

/** A mark with a form of its own, always followed by words. */
export function Status({ type, children }: { type: StatusType; children: ReactNode }) {
  return (
    <span className="status" data-s={type}>
      {children}
    </span>
  );
}

export type Farge = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** A tag: a word about the thing itself ("i bruk", "Fortrolig adresse"). */
export function Merke({ farge = 'neutral', children }: { farge?: Farge; children: ReactNode }) {
  return (
    <span className="ds-tag" data-color={farge}>
      {children}
    </span>
  );
}
