import type { ReactNode } from 'react';
import { Plottramme, Svg } from '#components/plott/plottramme.tsx';
import { px, skala, trinn } from '#components/plott/akse.ts';

export interface KvartilRad {
  navn: string;
  q1: number;
  median: number;
  q3: number;
}

interface Props {
  tittel: string;
  figurtekst?: ReactNode;
  rader: KvartilRad[];
  /** Words of the table's columns: group, lower quartile, median, upper quartile. */
  hode: [string, string, string, string];
  format: (verdi: number) => string;
  /** Drawn as a line through all rows: the median of everyone. */
  referanse?: number;
}

const RADHOYDE = 28;
const BUNN = 22;

function Tegning({ tittel, rader, format, referanse, bredde, navnbredde, className }: Props & { bredde: number; navnbredde: number; className: string }) {
  const maks = Math.max(1, ...rader.map((rad) => rad.q3), referanse ?? 0);
  const x = skala([0, maks], [navnbredde, bredde - 56]);
  const hoyde = rader.length * RADHOYDE;
  return (
    <Svg bredde={bredde} hoyde={hoyde + BUNN} tittel={tittel} className={className}>
      {trinn(0, maks).map((verdi) => (
        <g key={verdi}>
          <line x1={x(verdi)} x2={x(verdi)} y1={0} y2={hoyde} className="rute" />
          <text x={x(verdi)} y={hoyde + 16} className="m d">{format(verdi)}</text>
        </g>
      ))}
      {referanse === undefined ? null : <line x1={x(referanse)} x2={x(referanse)} y1={0} y2={hoyde} className="ref" />}
      {rader.map((rad, i) => (
        <g key={rad.navn}>
          <text x={0} y={i * RADHOYDE + 18}>{rad.navn}</text>
          <rect x={x(rad.q1)} y={i * RADHOYDE + 7} width={px(Math.max(2, x(rad.q3) - x(rad.q1)))} height={14} className="fyll" />
          <line x1={x(rad.median)} x2={x(rad.median)} y1={i * RADHOYDE + 4} y2={i * RADHOYDE + 24} className="maal" />
          <text x={bredde} y={i * RADHOYDE + 18} className="e b">{format(rad.median)}</text>
        </g>
      ))}
    </Svg>
  );
}

/** The middle half of each group as a bar, its median as a stroke and in figures. Nobody's own figure is drawn. */
export function Kvartiler(props: Props) {
  const tabell = { hode: props.hode, rader: props.rader.map((rad) => ({ navn: rad.navn, celler: [rad.q1, rad.median, rad.q3].map(props.format) })) };
  return (
    <Plottramme tittel={props.tittel} figurtekst={props.figurtekst} tabell={tabell}>
      <Tegning {...props} bredde={760} navnbredde={210} className="bare-bred" />
      <Tegning {...props} bredde={328} navnbredde={130} className="bare-smal" />
    </Plottramme>
  );
}
