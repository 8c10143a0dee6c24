'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** One entry of the menu; `antall` counts only what waits on the reader. */
export interface MenyPunkt {
  href: string;
  tekst: string;
  antall?: number;
}

interface Props {
  punkter: MenyPunkt[];
  tekst: { hovedmeny: string; meny: string; venter: string };
}

/** The longest entry whose address starts the current one; "/" only matches itself. */
function gjeldende(punkter: MenyPunkt[], sti: string): string | undefined {
  return punkter
    .map((punkt) => punkt.href)
    .filter((href) => sti === href || (href !== '/' && sti.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}

/** The role's menu: a row of links on a wide screen, one "Meny" button on a narrow one. */
export function Hovedmeny({ punkter, tekst }: Props) {
  const sti = usePathname();
  const her = gjeldende(punkter, sti);
  const lenker = punkter.map((punkt) => (
    <Link
      key={punkt.href}
      href={punkt.href}
      prefetch={false}
      aria-current={punkt.href === her ? (sti === her ? 'page' : 'true') : undefined}
    >
      {punkt.tekst}
      {punkt.antall ? (
        <span className="teller">
          <span className="ds-sr-only">{tekst.venter} </span>
          {punkt.antall}
        </span>
      ) : null}
    </Link>
  ));
  return (
    <>
      <nav className="hovedmeny" aria-label={tekst.hovedmeny}>
        {lenker}
      </nav>
      <details className="menyknapp" key={sti} name="topplinje">
        <summary>{tekst.meny}</summary>
        <nav className="menyliste" aria-label={tekst.hovedmeny}>
          {lenker}
        </nav>
      </details>
    </>
  );
}
