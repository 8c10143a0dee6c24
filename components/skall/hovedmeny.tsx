'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A page of the menu; `antall` counts only what waits on the reader. */
export interface MenyPunkt {
  href: string;
  tekst: string;
  antall?: number;
}

/** One entry of the menu: a group that leads to the first of its pages, or a single page. */
export interface MenyGruppe {
  tekst: string;
  sider: MenyPunkt[];
}

interface Props {
  grupper: MenyGruppe[];
  tekst: { hovedmeny: string; meny: string; venter: string };
}

/** The page of the menu that the current address is, or lies under: the longest one. */
function gjeldende(grupper: MenyGruppe[], sti: string): MenyPunkt | undefined {
  return grupper
    .flatMap((gruppe) => gruppe.sider)
    .filter(({ href }) => `${sti}/`.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
}

function Lenke({ punkt, her, venter }: { punkt: MenyPunkt; her: 'page' | boolean; venter: string }) {
  return (
    <Link href={punkt.href} prefetch={false} aria-current={her || undefined}>
      {punkt.tekst}
      {punkt.antall ? (
        <span className="teller">
          <span className="ds-sr-only">{venter} </span>
          {punkt.antall}
        </span>
      ) : null}
    </Link>
  );
}

/** The role's menu: a row of groups on a wide screen, with the pages of all groups under one "Meny" button on a narrow one. */
export function Hovedmeny({ grupper, tekst: { hovedmeny, meny, venter } }: Props) {
  const sti = usePathname();
  const her = gjeldende(grupper, sti);
  const lenke = (punkt: MenyPunkt) => <Lenke key={punkt.href} punkt={punkt} her={punkt === her && (sti === punkt.href ? 'page' : true)} venter={venter} />;
  return (
    <>
      <nav className="hovedmeny" aria-label={hovedmeny}>
        {grupper.map(({ tekst, sider }) =>
          sider.length > 1 ? (
            <Lenke
              key={tekst}
              punkt={{ href: sider[0]?.href ?? '', tekst, antall: sider.reduce((sum, { antall = 0 }) => sum + antall, 0) }}
              her={sider.some((side) => side === her)}
              venter={venter}
            />
          ) : (
            sider.map(lenke)
          ),
        )}
      </nav>
      <details className="menyknapp" key={sti} name="topplinje">
        <summary>{meny}</summary>
        <nav className="menyliste" aria-label={hovedmeny}>
          {grupper.map(({ tekst, sider }) => (
            <div key={tekst}>
              {sider.length > 1 ? <p>{tekst}</p> : null}
              {sider.map(lenke)}
            </div>
          ))}
        </nav>
      </details>
    </>
  );
}

/** The pages of the group one is in, in a row under the menu; nothing where it has only the one. */
export function Undermeny({ grupper, venter }: { grupper: MenyGruppe[]; venter: string }) {
  const sti = usePathname();
  const her = gjeldende(grupper, sti);
  const gruppe = grupper.find(({ sider }) => sider.length > 1 && sider.some((side) => side === her));
  return gruppe ? (
    <nav className="undermeny" aria-label={gruppe.tekst}>
      {gruppe.sider.map((punkt) => (
        <Lenke key={punkt.href} punkt={punkt} her={punkt === her && (sti === punkt.href ? 'page' : true)} venter={venter} />
      ))}
    </nav>
  ) : null;
}
