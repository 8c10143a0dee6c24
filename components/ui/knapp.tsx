import type { ComponentProps, ReactNode } from 'react';
import Link from 'next/link';

/** One primary button per page; the rest are secondary or tertiary. */
export type KnappVariant = 'primary' | 'secondary' | 'tertiary';

interface Felles {
  variant?: KnappVariant;
  /** Low button for rows and side panels. */
  tett?: boolean;
  /** The danger colour, for what cannot be undone. */
  fare?: boolean;
  fullBredde?: boolean;
  /** Single letter that presses it when no field has focus. */
  hurtigtast?: string;
  children: ReactNode;
}

type KnappProps = Felles & Omit<ComponentProps<'button'>, keyof Felles>;

function felles({ variant = 'primary', tett, fare, fullBredde, hurtigtast, children }: Felles) {
  return {
    className: 'ds-button',
    'data-variant': variant,
    'data-tett': tett ? '' : undefined,
    'data-color': fare ? 'danger' : undefined,
    'data-fullwidth': fullBredde ? '' : undefined,
    'data-hurtigtast': hurtigtast,
    'data-hurtigtekst': hurtigtast && typeof children === 'string' ? children : undefined,
    'aria-keyshortcuts': hurtigtast?.toUpperCase(),
  };
}

/** A button as server markup. Give `type="submit"` inside forms. */
export function Knapp({ variant, tett, fare, fullBredde, hurtigtast, children, ...rest }: KnappProps) {
  return (
    <button type="button" {...rest} {...felles({ variant, tett, fare, fullBredde, hurtigtast, children })}>
      {children}
      {hurtigtast ? <kbd aria-hidden="true">{hurtigtast.toUpperCase()}</kbd> : null}
    </button>
  );
}

/** An action that is an address, drawn as a button. */
export function KnappLenke({ href, variant, tett, fare, fullBredde, hurtigtast, children }: Felles & { href: string }) {
  return (
    <Link href={href} prefetch={false} {...felles({ variant, tett, fare, fullBredde, hurtigtast, children })}>
      {children}
      {hurtigtast ? <kbd aria-hidden="true">{hurtigtast.toUpperCase()}</kbd> : null}
    </Link>
  );
}

/**
 * An action that cannot be done yet. It stays where it is, says why in its own text ("Lukk oktober (2 hindrer)"),
 * and leads to the first hindrance: `hindring` is the id of that element on the page.
 */
export function SperretKnapp({ hindring, tett, children }: { hindring: string; tett?: boolean; children: ReactNode }) {
  return (
    <a
      href={`#${hindring}`}
      role="button"
      aria-disabled="true"
      className="ds-button"
      data-tett={tett ? '' : undefined}
    >
      {children}
    </a>
  );
}
