import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';

/** The figures behind a plot, as a table. */
export interface Plottabell {
  hode: string[];
  rader: { navn: string; celler: string[] }[];
}

interface Props {
  /** One sentence: what the plot says. */
  tittel: string;
  /** Unit, period, and where the axis starts when it is not zero. */
  figurtekst?: ReactNode;
  tabell: Plottabell;
  children: ReactNode;
}

/** A figure: the drawing, its caption, and the same figures as a table one press away. */
export async function Plottramme({ tittel, figurtekst, tabell, children }: Props) {
  const t = await getTranslations('felles');
  return (
    <figure className="plott">
      <div className="tegning">{children}</div>
      {figurtekst ? <figcaption>{figurtekst}</figcaption> : null}
      <details className="detaljer">
        <summary className="mikro">{t('plott.tabell')}</summary>
        <div className="tabellramme" role="region" aria-label={tittel} tabIndex={0} data-bred="">
          <table className="ds-table tett tettere">
            <caption className="ds-sr-only">{tittel}</caption>
            <thead>
              <tr>
                {tabell.hode.map((ord, nummer) => (
                  <th key={ord} scope="col" className={nummer ? 'tall' : undefined}>
                    {ord}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tabell.rader.map((rad) => (
                <tr key={rad.navn}>
                  <th scope="row">{rad.navn}</th>
                  {rad.celler.map((celle, nummer) => (
                    <td key={tabell.hode[nummer + 1]} className="tall">
                      {celle}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

/** The frame of a drawing; its text is never scaled. */
export function Svg({ bredde, hoyde, tittel, className, children }: { bredde: number; hoyde: number; tittel: string; className?: string; children: ReactNode }) {
  return (
    <svg
      className={className ? `p ${className}` : 'p'}
      viewBox={`0 0 ${bredde} ${hoyde}`}
      width={bredde}
      height={hoyde}
      role="img"
      aria-label={tittel}
    >
      {children}
    </svg>
  );
}
