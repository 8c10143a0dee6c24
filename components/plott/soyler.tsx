import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Plottramme, Svg } from '#components/plott/plottramme.tsx';
import type { Stolpeform } from '#components/plott/liggende.tsx';
import { px, skala, trinn, trinnformat, venstremarg } from '#components/plott/akse.ts';

export interface Soyle {
  etikett: string;
  verdi: number;
  /** A mark across the bar: decided, budgeted. */
  maal?: number;
  /** total by default; opp for the one the text is about; fyll for context. */
  form?: Stolpeform;
}

interface Props {
  tittel: string;
  figurtekst?: ReactNode;
  soyler: Soyle[];
  format: (verdi: number) => string;
  /** Names of the value and the mark in the table. */
  verdinavn: string;
  maalnavn?: string;
  /** A line across all bars, such as a threshold along the labels: before this index. */
  skille?: { for: number; tekst: string };
  bredde?: number;
  hoyde?: number;
}

const VENSTRE = 30;

/** Standing bars from zero. */
export async function Soyler(props: Props) {
  const t = await getTranslations('felles');
  const { soyler, maalnavn, format } = props;
  const tabell = {
    hode: [t('plott.periode'), props.verdinavn, ...(maalnavn ? [maalnavn] : [])],
    rader: soyler.map((soyle) => ({
      navn: soyle.etikett,
      celler: [format(soyle.verdi), ...(maalnavn ? [soyle.maal === undefined ? '–' : format(soyle.maal)] : [])],
    })),
  };
  return (
    <Plottramme tittel={props.tittel} figurtekst={props.figurtekst} tabell={tabell}>
      <Tegning {...props} bredde={props.bredde ?? Math.max(300, soyler.length * 34 + VENSTRE)} className="bare-bred" />
      <Tegning {...props} bredde={328} className="bare-smal" />
    </Plottramme>
  );
}

function Tegning({ soyler, format, skille, tittel, bredde, hoyde = 120, className }: Props & { bredde: number; className: string }) {
  const verdier = soyler.flatMap((soyle) => [soyle.verdi, soyle.maal ?? 0]);
  const [min, maks] = [Math.min(0, ...verdier), Math.max(0, ...verdier)];
  const linjer = trinn(min, maks, verdier.every(Number.isInteger));
  const akseord = trinnformat(linjer, format);
  const venstre = venstremarg(linjer.map(akseord), VENSTRE);
  const bunn = hoyde - 22;
  const y = skala([min, maks], [bunn, skille ? 24 : 8]);
  const spalte = (bredde - venstre) / soyler.length;
  const tykk = px(Math.min(44, spalte * 0.68));
  // A label is about seven pixels a letter; those that would meet the one before are left to the table.
  const hver = Math.ceil(Math.max(34, 7 * Math.max(0, ...soyler.map((en) => en.etikett.length)) + 8) / spalte);
  const midt = (i: number) => px(venstre + spalte * (i + 0.5));
  return (
    <Svg bredde={bredde} hoyde={hoyde} tittel={tittel} className={className}>
      {linjer.map((verdi) => (
        <g key={verdi}>
          <line x1={venstre} x2={bredde} y1={y(verdi)} y2={y(verdi)} className={verdi === 0 ? 'null' : 'rute'} />
          <text x={venstre - 6} y={y(verdi) + 4} className="e d">
            {akseord(verdi)}
          </text>
        </g>
      ))}
      {soyler.map((soyle, i) => (
        <g key={soyle.etikett}>
          <rect x={px(midt(i) - tykk / 2)} y={Math.min(y(0), y(soyle.verdi))} width={tykk} height={px(Math.abs(y(0) - y(soyle.verdi)))} className={soyle.form ?? 'total'} />
          {soyle.maal === undefined ? null : <line x1={px(midt(i) - tykk / 2 - 3)} x2={px(midt(i) + tykk / 2 + 3)} y1={y(soyle.maal)} y2={y(soyle.maal)} className="maal" />}
          {i % hver === 0 ? (
            <text x={midt(i)} y={hoyde - 5} className="m d">
              {soyle.etikett}
            </text>
          ) : null}
        </g>
      ))}
      {skille ? (
        <g>
          <line x1={px(venstre + spalte * skille.for)} x2={px(venstre + spalte * skille.for)} y1={4} y2={bunn} className="maal" />
          <text x={px(venstre + spalte * skille.for + 6)} y={14} className="b">
            {skille.tekst}
          </text>
        </g>
      ) : null}
    </Svg>
  );
}
