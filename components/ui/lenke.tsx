import type { ReactNode } from 'react';
import Link from 'next/link';

interface Props {
  href: string;
  /** Fuller name for screen readers when the visible words are the same in every row. */
  navn?: string;
  className?: string;
  children: ReactNode;
}

/** A link of the design system to one of our own addresses; nothing is fetched before it is pressed. */
export function Lenke({ href, navn, className, children }: Props) {
  return (
    <Link href={href} prefetch={false} aria-label={navn} className={className ? `ds-link ${className}` : 'ds-link'}>
      {children}
    </Link>
  );
}
