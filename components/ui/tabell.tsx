import type { ReactNode } from 'react';
import { SorterHode } from '#components/ui/sorter-hode.tsx';
import type { Sortering } from '#components/ui/sorter-hode.tsx';

export interface Kolonne {
  /** Heading with its unit: "Oktober, kr". Empty for a column of actions; give `navn` then. */
  tekst: ReactNode;
  /** Name for screen readers where the heading is empty. */
  navn?: string;
  /** Figures: right-aligned, the heading too. */
  tall?: boolean;
  /** The column can be sorted by this field (see `sortering`). */
  sorter?: string;
  /** Left out on a phone; mark its cells with className "bare-bred". */
  bareBred?: boolean;
  /** CSS width. */
  bredde?: string;
}

interface Props {
  /** What the table shows; read by screen readers, and seen when `visTittel`. */
  tittel: string;
  visTittel?: boolean;
  kolonner?: Kolonne[];
  sortering?: Sortering;
  /** Rows of 27 px instead of 30. */
  tettere?: boolean;
  /** The head stays in view. */
  festet?: boolean;
  /** Always scrolls sideways in its own frame. */
  bred?: boolean;
  /** Scrolls in a frame of its own height; with `festet` the head stays. */
  rulle?: boolean;
  /** Rows of the foot: <tr> or <SumRad>. */
  sum?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A dense table in a frame that can be scrolled from the keyboard. Rows are <Rad>, <GruppeRad>, <SumRad> or plain <tr>. */
export function Tabell(props: Props) {
  const klasser = ['ds-table tett', props.tettere && 'tettere', props.festet && 'festet', props.className];
  return (
    <div
      className="tabellramme"
      role="region"
      aria-label={props.tittel}
      tabIndex={0}
      data-bred={props.bred ? '' : undefined}
      data-rulle={props.rulle ? '' : undefined}
    >
      <table className={klasser.filter(Boolean).join(' ')}>
        <caption className={props.visTittel ? 'synlig' : 'ds-sr-only'}>{props.tittel}</caption>
        {props.kolonner ? (
          <thead>
            <tr>
              {props.kolonner.map((kolonne, nummer) => (
                <Hode key={kolonne.sorter ?? nummer} kolonne={kolonne} sortering={props.sortering} />
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>{props.children}</tbody>
        {props.sum ? <tfoot>{props.sum}</tfoot> : null}
      </table>
    </div>
  );
}

function Hode({ kolonne, sortering }: { kolonne: Kolonne; sortering: Sortering | undefined }) {
  const klasse = [kolonne.tall && 'tall', kolonne.bareBred && 'bare-bred'].filter(Boolean).join(' ') || undefined;
  if (kolonne.sorter && sortering) {
    return (
      <SorterHode felt={kolonne.sorter} sortering={sortering} className={klasse} bredde={kolonne.bredde}>
        {kolonne.tekst}
      </SorterHode>
    );
  }
  return (
    <th scope="col" className={klasse} style={kolonne.bredde ? { width: kolonne.bredde } : undefined}>
      {kolonne.navn ? <span className="ds-sr-only">{kolonne.navn}</span> : null}
      {kolonne.tekst}
    </th>
  );
}

interface RadProps {
  /** The opened or chosen row: tinted. */
  apen?: boolean;
  /** A child of the row above: indented and dimmed, one or two steps. */
  under?: 1 | 2;
  /** Old figures: dimmed. Say from when, in words, in the group row. */
  gammel?: boolean;
  /** A row that J and K stop at. */
  kanVelges?: boolean;
  id?: string;
  children: ReactNode;
}

/** A row of the body; its first cell is usually <th scope="row">. */
export function Rad({ apen, under, gammel, kanVelges, id, children }: RadProps) {
  const klasser = [apen && 'apen', under === 1 && 'under', under === 2 && 'under2', gammel && 'gml'].filter(Boolean);
  return (
    <tr
      className={klasser.join(' ') || undefined}
      id={id}
      tabIndex={id ? -1 : undefined}
      data-rad={kanVelges ? '' : undefined}
    >
      {children}
    </tr>
  );
}

/** Names the rows that follow; `spenn` is the number of columns. */
export function GruppeRad({ spenn, merknad, children }: { spenn: number; merknad?: ReactNode; children: ReactNode }) {
  return (
    <tr className="gruppe">
      <th scope="rowgroup" colSpan={spenn}>
        {children} {merknad ? <span>{merknad}</span> : null}
      </th>
    </tr>
  );
}

/** A sum in the middle of the body; in the foot a plain <tr> is already drawn as a sum. */
export function SumRad({ children }: { children: ReactNode }) {
  return <tr className="sum">{children}</tr>;
}

/** A cell of figures; `bareBred` where its column is. */
export function TallCelle({ dempet, sterk, bareBred, children }: { dempet?: boolean; sterk?: boolean; bareBred?: boolean; children?: ReactNode }) {
  return <td className={`tall${dempet ? ' dempet' : ''}${sterk ? ' sterk' : ''}${bareBred ? ' bare-bred' : ''}`}>{children}</td>;
}
