import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { GruppeRad, Tabell } from '#components/ui/tabell.tsx';
import { MANEDER_KORT, px, skala } from '#components/plott/akse.ts';
import { Svg } from '#components/plott/plottramme.tsx';
import { formatDato } from '#lib/core/format.ts';
import { datoFraDagnummer, dagnummer } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';

export type TidslinjeType = 'gjeldende' | 'gammel' | 'pause' | 'utkast';

export interface TidslinjePeriode {
  fom: string;
  /** null: no end date; drawn to the edge with an arrow. */
  tom: string | null;
  type: TidslinjeType;
  /** Short word in the bar: "5,25 t/uke". */
  tekst?: string;
}

export interface TidslinjeRad {
  nokkel: string;
  /** Usually a link. */
  tittel: ReactNode;
  under?: ReactNode;
  perioder: TidslinjePeriode[];
  /** Last column. */
  verdi: ReactNode;
  /** Dims the value: not in force. */
  utkast?: boolean;
}

interface Props {
  tittel: string;
  /** First and last date drawn; the first should be the first of a month. */
  fom: string;
  tom: string;
  idag: string;
  /** Heading of the last column: "Kr per måned". */
  verdiTittel: string;
  grupper: { navn: string; om?: string; rader: TidslinjeRad[] }[];
  sum?: { tekst: string; verdi: ReactNode };
}

const BREDDE = 600;
const HOYDE = 36;
type Skala = (dato: string) => number;

/** What is drawn: dates outside the frame are cut at its edge. */
function lagSkala(fom: string, tom: string): Skala {
  const x = skala([dagnummer(fom as Dato), dagnummer(tom as Dato) + 1], [0, BREDDE]);
  return (dato) => Math.min(BREDDE, Math.max(0, x(dagnummer(dato as Dato))));
}

function dagenEtter(dato: string): string {
  return datoFraDagnummer(dagnummer(dato as Dato) + 1);
}

/** The first of each month from fom to tom. */
function maneder(fom: string, tom: string): string[] {
  const ut: string[] = [];
  let [ar, maned] = [Number(fom.slice(0, 4)), Number(fom.slice(5, 7))];
  for (;;) {
    const forste = `${ar}-${String(maned).padStart(2, '0')}-01`;
    if (forste > tom) return ut;
    ut.push(forste);
    [ar, maned] = maned === 12 ? [ar + 1, 1] : [ar, maned + 1];
  }
}

/** Periods of several services on one time scale: a gantt that is also a table, with a sum. */
export async function Tidslinje({ tittel, fom, tom, idag, verdiTittel, grupper, sum }: Props) {
  const t = await getTranslations('felles');
  const x = lagSkala(fom, tom);
  const rutenett = maneder(fom, tom).filter((_, i) => i % 3 === 0);
  const ord = (p: TidslinjePeriode) =>
    t('tidslinje.periode', { tekst: p.tekst ?? t(`tidslinje.${p.type}`), fom: formatDato(p.fom as Dato), tom: p.tom ? formatDato(p.tom as Dato) : t('tidslinje.utenSlutt') });
  const akse = <Akse x={x} fom={fom} tom={tom} idag={idag} idagTekst={t('tidslinje.idag', { dato: formatDato(idag as Dato).slice(0, 6) })} tittel={tittel} />;
  return (
    <>
      <Tabell
        tittel={tittel}
        className="gantt"
        kolonner={[{ tekst: t('tidslinje.tjeneste') }, { tekst: akse }, { tekst: verdiTittel, tall: true }]}
        sum={sum ? <tr><th scope="row" colSpan={2}>{sum.tekst}</th><td className="tall">{sum.verdi}</td></tr> : undefined}
      >
        {grupper.map((gruppe) => (
          <Fragment key={gruppe.navn}>
            <GruppeRad spenn={3} merknad={gruppe.om}>{gruppe.navn}</GruppeRad>
            {gruppe.rader.map((rad) => (
              <tr key={rad.nokkel} className={rad.utkast ? 'ut' : undefined}>
                <th scope="row">
                  {rad.tittel}
                  {rad.under ? <div className="dempet mikro">{rad.under}</div> : null}
                </th>
                <td className="svg">
                  <Svg bredde={BREDDE} hoyde={HOYDE} tittel={rad.perioder.map(ord).join('; ')}>
                    <Linjer x={x} datoer={rutenett} />
                    <Perioder x={x} perioder={rad.perioder} idag={idag} />
                  </Svg>
                </td>
                <td className="tall">{rad.verdi}</td>
              </tr>
            ))}
          </Fragment>
        ))}
      </Tabell>
      <p className="mikro dempet tegn" aria-hidden="true">
        {(['gjeldende', 'gammel', 'pause', 'utkast'] as const).map((type) => (
          <span key={type}>
            <i className={type} />
            {t(`tidslinje.${type}`)}
          </span>
        ))}
      </p>
    </>
  );
}

function Linjer({ x, datoer }: { x: Skala; datoer: string[] }) {
  return datoer.map((dato) => <line key={dato} x1={x(dato)} x2={x(dato)} y1={0} y2={HOYDE} className="rute" />);
}

/** Pauses are drawn on top of what they pause; the line of today on top of all. */
function Perioder({ x, perioder, idag }: { x: Skala; perioder: TidslinjePeriode[]; idag: string }) {
  const sortert = perioder.toSorted((a, b) => Number(a.type === 'pause') - Number(b.type === 'pause'));
  const naa = x(idag);
  return (
    <>
      {sortert.map((p) => {
        const [fra, til] = [x(p.fom), p.tom === null ? BREDDE : x(dagenEtter(p.tom))];
        if (til <= fra) return null;
        const inn = p.type === 'pause' ? 10 : 7;
        return (
          <g key={`${p.type}${p.fom}`}>
            <rect x={fra} y={inn} width={px(til - fra)} height={HOYDE - 2 * inn} className={p.type} />
            {p.tom === null ? <path d={`M${BREDDE - 9} 7 L${BREDDE} 18 L${BREDDE - 9} 29`} className="pil" /> : null}
          </g>
        );
      })}
      <line x1={naa} x2={naa} y1={0} y2={HOYDE} className="idagkant" />
      <line x1={naa} x2={naa} y1={0} y2={HOYDE} className="idag" />
      {sortert.map((p) => <Ord key={`${p.type}${p.fom}`} periode={p} x={x} naa={naa} />)}
    </>
  );
}

/** The word in a bar, only where it fits; moved past the line of today when that would cross it. */
function Ord({ periode, x, naa }: { periode: TidslinjePeriode; x: Skala; naa: number }) {
  const { tekst } = periode;
  if (!tekst || periode.type === 'pause') return null;
  const bredde = tekst.length * 6.8 + 10;
  const [fra, til] = [x(periode.fom), periode.tom === null ? BREDDE - 10 : x(dagenEtter(periode.tom))];
  const krysser = fra + 7 < naa && fra + bredde > naa;
  const start = krysser ? naa + 7 : fra + 7;
  if (start + bredde - 7 > til) return null;
  return (
    <text x={px(start)} y={22.5}>
      {tekst}
    </text>
  );
}

/** Where the word for today stands without covering a year: centred, else to the left or right of the line. */
function idagPlass(naa: number, ar: number[]): { x: number; klasse: string } {
  const valg = [
    { fra: naa - 38, til: naa + 38, x: naa, klasse: 'm b' },
    { fra: naa - 78, til: naa, x: naa - 2, klasse: 'e b' },
    { fra: naa, til: naa + 78, x: naa + 2, klasse: 'b' },
  ];
  return valg.find(({ fra, til }) => fra >= 0 && til <= BREDDE && ar.every((a) => a > til || a + 36 < fra)) ?? { x: naa, klasse: 'm b' };
}

function Akse({ x, fom, tom, idag, idagTekst, tittel }: { x: Skala; fom: string; tom: string; idag: string; idagTekst: string; tittel: string }) {
  const alle = maneder(fom, tom);
  const ar = alle.filter((dato, i) => i === 0 || dato.slice(5, 7) === '01');
  const sted = idagPlass(x(idag), ar.map(x));
  return (
    <Svg bredde={BREDDE} hoyde={34} tittel={tittel}>
      {alle.map((dato, i) => (
        <g key={dato}>
          <line x1={x(dato)} x2={x(dato)} y1={ar.includes(dato) ? 0 : 26} y2={34} className="rute" />
          {i % 2 === 0 ? (
            <text x={x(dato) + 3} y={30} className="d">
              {MANEDER_KORT[Number(dato.slice(5, 7)) - 1]}
            </text>
          ) : null}
        </g>
      ))}
      {ar.map((dato) => (
        <text key={dato} x={x(dato) + 3} y={12} className="b">
          {dato.slice(0, 4)}
        </text>
      ))}
      <text x={px(sted.x)} y={12} className={sted.klasse}>
        {idagTekst}
      </text>
    </Svg>
  );
}
