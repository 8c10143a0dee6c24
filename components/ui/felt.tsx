import type { ReactNode } from 'react';

interface Props {
  tittel: ReactNode;
  /** Right of the heading: a link or a dimmed note. */
  ved?: ReactNode;
  /** Hide the heading visually where the content speaks for itself. */
  skjultTittel?: boolean;
  id?: string;
  className?: string;
  children: ReactNode;
}

/** A part of a page: a hairline, a heading, the content. */
export function Felt({ tittel, ved, skjultTittel, id, className, children }: Props) {
  const klasse = skjultTittel ? className : className ? `felt ${className}` : 'felt';
  return (
    <section className={klasse} id={id} tabIndex={id ? -1 : undefined}>
      <h2 className={skjultTittel ? 'ds-sr-only' : undefined}>
        {tittel}
        {ved ? <small>{ved}</small> : null}
      </h2>
      {children}
    </section>
  );
}

/** Two columns: the board, and the one tinted panel beside it (below it on a narrow screen). */
export function MedPanel({ panel, children }: { panel: ReactNode; children: ReactNode }) {
  return (
    <div className="med-panel">
      <div className="stabel-luft">{children}</div>
      {panel}
    </div>
  );
}

/** The one tinted panel of a page. */
export function Sidepanel({ navn, tittel, children }: { navn: string; tittel?: ReactNode; children: ReactNode }) {
  return (
    <aside className="sidepanel" aria-label={navn}>
      {tittel ? <h2>{tittel}</h2> : null}
      {children}
    </aside>
  );
}

/** Facts in a row under the heading: name above, value below. */
export function Fakta({ fakta }: { fakta: { navn: string; verdi: ReactNode }[] }) {
  return (
    <dl className="fakta">
      {fakta.map((ett) => (
        <div key={ett.navn}>
          <dt>{ett.navn}</dt>
          <dd>{ett.verdi}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What waits on the reader: link and one dimmed line each. */
export function Oppgaver({ oppgaver }: { oppgaver: { nokkel: string; lenke: ReactNode; om?: ReactNode }[] }) {
  return (
    <ul className="oppg liten">
      {oppgaver.map((oppgave) => (
        <li key={oppgave.nokkel}>
          {oppgave.lenke}
          {oppgave.om ? <span className="mikro dempet">{oppgave.om}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Opens without script. */
export function Detaljer({ tittel, apen, children }: { tittel: ReactNode; apen?: boolean; children: ReactNode }) {
  return (
    <details className="detaljer" open={apen}>
      <summary>{tittel}</summary>
      {children}
    </details>
  );
}
