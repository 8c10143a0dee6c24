'use client';

import type { ReactNode } from 'react';
import { usePathname } from 'next/navigation';

/** The account's own drawer; closes by itself when the address changes. Its content is rendered on the server. */
export function Kontomeny({ navn, rolle, children }: { navn: string; rolle: string; children: ReactNode }) {
  return (
    <details className="kontomeny" key={usePathname()} name="topplinje">
      <summary>
        <span>{navn}</span>
        <small>{rolle}</small>
      </summary>
      <div>{children}</div>
    </details>
  );
}
