import type { ReactNode } from 'react';
import { Plottramme, Svg } from '#components/plott/plottramme.tsx';
import { skala, trinn, trinnformat } from '#components/plott/akse.ts';

export interface Prikkrad {
  navn: string;
  /** in the unit of the axis; null: not known, or too few */
  verdi: number | null;
  /** the value in words, beside the row and in the table */
  tekst: string;
  /** an open ring: so small that one person moves it */
  aapen?: boolean;
}

interface Props {
  tittel: string;
  figurtekst?: ReactNode;
  rader: Prikkrad[];
  /** Words of the table's columns: name, value. */
  hode: [string, string];
  /** Words of the axis. */
  format: (verdi: number) => string;
  /** A line through all rows: all of them together. */
  referanse?: number | null;
}

const RADHOYDE = 26;
const BUNN = 22;

function Tegning({ tittel, rader, format, referanse, bredde, navnbredde, className }: Props & { bredde: number; navnbredde: number; className: string }) {
  const kjente = rader.flatMap((rad) => (rad.verdi === null ? [] : [rad.verdi]));
  const alle = [...kjente, ...(referanse == null ? [] : [referanse])];
  const spenn = Math.max(...alle) - Math.min(...alle);
  // The spread is what one looks for: the axis runs from just below the lowest to just above the highest.
  const [min, maks] = [Math.min(...alle) - (spenn || 1) * 0.15, Math.max(...alle) + (spenn || 1) * 0.15];
  const x = skala([min, maks], [navnbredde, bredde - 74]);
  const hoyde = rader.length * RADHOYDE;
  const linjer = trinn(min, maks);
  const akseord = trinnformat(linjer, format);
  return (
    <Svg bredde={bredde} hoyde={hoyde + BUNN} tittel={tittel} className={className}>
      {linjer.map((verdi) => (
        <g key={verdi}>
          <line x1={x(verdi)} x2={x(verdi)} y1={0} y2={hoyde} className="rute" />
          <text x={x(verdi)} y={hoyde + 16} className="m d">{akseord(verdi)}</text>
        </g>
      ))}
      {referanse == null ? null : <line x1={x(referanse)} x2={x(referanse)} y1={0} y2={hoyde} className="maal" />}
      {rader.map((rad, i) => {
        const y = i * RADHOYDE + 13;
        return (
          <g key={rad.navn}>
            <text x={0} y={y + 4}>{rad.navn}</text>
            {rad.verdi === null ? null : <circle cx={x(rad.verdi)} cy={y} r={5} className={rad.aapen ? 'hul' : 'total'} />}
            <text x={bredde} y={y + 4} className="e b">{rad.tekst}</text>
          </g>
        );
      })}
    </Svg>
  );
}

/** One dot a unit on a common axis, in the order given; never ranked. Null where there are not two to hold against each other. */
export function Prikker(props: Props) {
  if (props.rader.filter((rad) => rad.verdi !== null).length < 2) return null;
  const tabell = { hode: props.hode, rader: props.rader.map((rad) => ({ navn: rad.navn, celler: [rad.tekst] })) };
  return (
    <Plottramme tittel={props.tittel} figurtekst={props.figurtekst} tabell={tabell}>
      <Tegning {...props} bredde={760} navnbredde={190} className="bare-bred" />
      <Tegning {...props} bredde={328} navnbredde={150} className="bare-smal" />
    </Plottramme>
  );
}
