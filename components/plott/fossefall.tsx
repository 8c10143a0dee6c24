import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Plottramme, Svg } from '#components/plott/plottramme.tsx';
import { LiggendeTegning, formFor } from '#components/plott/liggende.tsx';
import { bruddstart, px, skala, trinnformat } from '#components/plott/akse.ts';

export interface FossefallLedd {
  navn: string;
  /** Second line under the name. */
  under?: string;
  /** Signed change. */
  verdi: number;
}

export interface FossefallProps {
  tittel: string;
  /** Unit and period; where a broken axis starts is added by itself. */
  figurtekst: string;
  start: { navn: string; under?: string; verdi: number };
  ledd: FossefallLedd[];
  slutt: { navn: string; under?: string };
  /** Levels as text. */
  format: (verdi: number) => string;
  /** Changes as text, signed. */
  formatEndring: (verdi: number) => string;
  /** A rise is good for us (income). */
  positivtErBra?: boolean;
  /** Brackets below: who owns which changes; indices into `ledd`, both included. */
  grupper?: { fra: number; til: number; tekst: string }[];
  bredde?: number;
  hoyde?: number;
}

interface Soyle {
  navn: string;
  under: string | undefined;
  fra: number;
  til: number;
  form: string;
  tekst: string;
}

function soyler(props: FossefallProps): Soyle[] {
  const ut: Soyle[] = [{ navn: props.start.navn, under: props.start.under, fra: 0, til: props.start.verdi, form: 'total', tekst: props.format(props.start.verdi) }];
  let niva = props.start.verdi;
  for (const ledd of props.ledd) {
    ut.push({ navn: ledd.navn, under: ledd.under, fra: niva, til: niva + ledd.verdi, form: formFor(ledd.verdi, props.positivtErBra), tekst: props.formatEndring(ledd.verdi) });
    niva += ledd.verdi;
  }
  ut.push({ navn: props.slutt.navn, under: props.slutt.under, fra: 0, til: niva, form: 'total', tekst: props.format(niva) });
  return ut;
}

/** From one level to another, and what carried it there. The end is the sum: it cannot disagree with its parts. */
export async function Fossefall(props: FossefallProps) {
  const t = await getTranslations('felles');
  const alle = soyler(props);
  const start = bruddstart(alle.map((soyle) => soyle.til));
  const figurtekst: ReactNode = (
    <>
      {props.figurtekst}
      {/* The phone's drawing shows the changes from zero: its axis is whole. */}
      {start === null ? null : <span className="bare-bred"> {t('plott.akse', { start: trinnformat([start], props.format)(start) })}</span>}
    </>
  );
  const tabell = {
    hode: [t('plott.ledd'), t('plott.verdi')],
    rader: alle.map((soyle) => ({ navn: [soyle.navn, soyle.under].filter(Boolean).join(' '), celler: [soyle.tekst] })),
  };
  return (
    <Plottramme tittel={props.tittel} figurtekst={figurtekst} tabell={tabell}>
      <Tegning {...props} soyler={alle} akse={start} />
      <LiggendeTegning
        className="bare-smal"
        tittel={props.tittel}
        rader={props.ledd.map((ledd) => ({ navn: ledd.navn, verdi: ledd.verdi }))}
        format={props.formatEndring}
        bredde={328}
        {...(props.positivtErBra ? { positivtErBra: true } : {})}
      />
    </Plottramme>
  );
}

function Tegning({ soyler: alle, akse, ...props }: FossefallProps & { soyler: Soyle[]; akse: number | null }) {
  const { bredde = Math.max(420, alle.length * 75), hoyde = 250, grupper = [] } = props;
  const bunn = hoyde - (grupper.length ? 66 : 38);
  const spalte = bredde / alle.length;
  const tykk = px(spalte * 0.72);
  const lav = akse ?? Math.min(0, ...alle.map((soyle) => soyle.til));
  const y = skala([lav, Math.max(0, ...alle.map((soyle) => soyle.til))], [bunn, 22]);
  const x = (i: number) => px(i * spalte + (spalte - tykk) / 2);
  return (
    <Svg bredde={bredde} hoyde={hoyde} tittel={props.tittel} className="bare-bred">
      {alle.map((soyle, i) => {
        const fra = soyle.form === 'total' ? y(Math.max(lav, 0)) : y(soyle.fra);
        const topp = Math.min(fra, y(soyle.til));
        const under = soyle.form !== 'total' && soyle.til < soyle.fra;
        const hoy = px(Math.abs(fra - y(soyle.til)));
        const midt = px(x(i) + tykk / 2);
        return (
          <g key={`${soyle.navn}${soyle.fra}`}>
            <rect x={x(i)} y={topp} width={tykk} height={Math.max(hoy, 1)} className={soyle.form} />
            {soyle.form === 'total' && akse !== null ? <rect x={px(x(i) - 2)} y={bunn - 9} width={tykk + 4} height={4} className="brudd" /> : null}
            <text x={midt} y={under ? topp + hoy + 15 : topp - 6} className="m b">
              {soyle.tekst}
            </text>
            {i + 1 < alle.length ? <line x1={px(x(i) + tykk)} x2={x(i + 1)} y1={y(soyle.til)} y2={y(soyle.til)} className="kobling" /> : null}
            <text x={midt} y={bunn + 16} className="m">
              {soyle.navn}
            </text>
            <text x={midt} y={bunn + 31} className="m d">
              {soyle.under}
            </text>
          </g>
        );
      })}
      <line x1={0} x2={bredde} y1={y(Math.max(lav, 0))} y2={y(Math.max(lav, 0))} className="null" />
      {grupper.map((gruppe) => (
        <g key={gruppe.tekst}>
          <line x1={x(gruppe.fra + 1)} x2={x(gruppe.til + 1) + tykk} y1={bunn + 44} y2={bunn + 44} className="kobling" />
          <text x={px((x(gruppe.fra + 1) + x(gruppe.til + 1) + tykk) / 2)} y={bunn + 59} className="m d">
            {gruppe.tekst}
          </text>
        </g>
      ))}
    </Svg>
  );
}
