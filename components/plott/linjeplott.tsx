import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Plottramme, Svg } from '#components/plott/plottramme.tsx';
import { px, skala, spre, trinn, trinnformat, venstremarg } from '#components/plott/akse.ts';

export interface Serie {
  navn: string;
  /** One value per label; null is a gap. */
  verdier: (number | null)[];
  /** total: solid and thick · ref: thin grey · alt: orange with squares. */
  stil?: 'total' | 'ref' | 'alt';
  /** Dashed from this index on (a forecast); its last point is a ring. */
  prognoseFra?: number;
  /** Word at the end of the line; the last value without it. */
  sluttekst?: string;
}

export interface LinjeplottProps {
  /** One sentence: what the plot says. */
  tittel: string;
  figurtekst?: ReactNode;
  /** Names along the bottom: months, years. */
  etiketter: string[];
  serier: Serie[];
  /** Interval around a forecast; its edges are labelled at the end. */
  band?: { lav: (number | null)[]; hoy: (number | null)[] };
  /** A level to compare with: the frame, the budget. */
  referanse?: { verdi: number; tekst: string };
  /** Values as text. */
  format: (verdi: number) => string;
  /** The axis must reach this; zero by default. Say in `figurtekst` where it starts when it is not zero. */
  fra?: number;
  bredde?: number;
  hoyde?: number;
}

interface Punkt {
  x: number;
  y: number;
}

const TOPP = 16;
const BUNN = 24;
const VENSTRE = 34;
const HOYRE = 44;

/** Values → runs of points without gaps. */
function strekk(verdier: (number | null)[], x: (i: number) => number, y: (v: number) => number, fra = 0, til = verdier.length): Punkt[][] {
  const ut: Punkt[][] = [[]];
  verdier.slice(fra, til).forEach((verdi, i) => {
    if (verdi === null) ut.push([]);
    else ut.at(-1)?.push({ x: x(fra + i), y: y(verdi) });
  });
  return ut.filter((del) => del.length > 0);
}

const punkter = (liste: Punkt[]) => liste.map((p) => `${p.x},${p.y}`).join(' ');

function sisteVerdi(verdier: (number | null)[]): number | null {
  return verdier.findLast((verdi) => verdi !== null) ?? null;
}

/** Lines over time with direct labels, an interval and a level to compare with. Drawn at two widths, for desk and phone. */
export async function Linjeplott(props: LinjeplottProps) {
  const t = await getTranslations('felles');
  const { bredde = 420, hoyde = 230, etiketter, serier, band, format } = props;
  const tekst = (verdi: number | null | undefined) => (verdi === null || verdi === undefined ? '–' : format(verdi));
  const tabell = {
    hode: [t('plott.periode'), ...serier.map((serie) => serie.navn), ...(band ? [t('plott.lavt'), t('plott.hoyt')] : [])],
    rader: etiketter.map((navn, i) => ({
      navn,
      celler: [...serier.map((serie) => tekst(serie.verdier[i])), ...(band ? [tekst(band.lav[i]), tekst(band.hoy[i])] : [])],
    })),
  };
  return (
    <Plottramme tittel={props.tittel} figurtekst={props.figurtekst} tabell={tabell}>
      <Tegning {...props} bredde={bredde} hoyde={hoyde} className="bare-bred" />
      <Tegning {...props} bredde={328} hoyde={190} className="bare-smal" />
    </Plottramme>
  );
}

function Tegning(props: LinjeplottProps & { bredde: number; hoyde: number; className: string }) {
  const { etiketter, serier, band, referanse, format, bredde, hoyde } = props;
  const alle = [...serier.flatMap((serie) => serie.verdier), ...(band?.lav ?? []), ...(band?.hoy ?? []), referanse?.verdi ?? null, props.fra ?? 0].filter((v) => v !== null);
  const [min, maks] = [Math.min(...alle), Math.max(...alle)];
  const bunn = hoyde - BUNN;
  const linjer = trinn(min, maks);
  const akseord = trinnformat(linjer, format);
  const venstre = venstremarg(linjer.map(akseord), VENSTRE);
  const kant = bredde - Math.max(HOYRE, 16 + 7 * Math.max(...serier.map((serie) => serie.sluttekst?.length ?? 5)));
  const x = skala([0, Math.max(1, etiketter.length - 1)], [venstre, kant]);
  const y = skala([min, maks], [bunn, TOPP]);
  const hver = Math.ceil(etiketter.length / ((kant - venstre) / 48));
  const siste = etiketter.length - 1;
  return (
    <Svg bredde={bredde} hoyde={hoyde} tittel={props.tittel} className={props.className}>
      {linjer.map((verdi) => (
        <g key={verdi}>
          <line x1={venstre} x2={kant} y1={y(verdi)} y2={y(verdi)} className={verdi === 0 ? 'null' : 'rute'} />
          <text x={venstre - 6} y={y(verdi) + 4} className="e d">
            {akseord(verdi)}
          </text>
        </g>
      ))}
      {etiketter.map((navn, i) => ((siste - i) % hver === 0 ? (
        <text key={navn} x={x(i)} y={hoyde - 6} className="m d">
          {navn}
        </text>
      ) : null))}
      {band ? <polygon className="band" points={punkter([...strekk(band.hoy, x, y).flat(), ...strekk(band.lav, x, y).flat().reverse()])} /> : null}
      {referanse ? <Referanse {...referanse} venstre={venstre} y={y(referanse.verdi)} kant={kant} /> : null}
      {serier.map((serie) => (
        <Linje key={serie.navn} serie={serie} x={x} y={y} />
      ))}
      <Sluttord serier={serier} band={band} y={y} x={x(siste) + 9} bunn={bunn} format={format} />
    </Svg>
  );
}

function Referanse({ tekst, y, venstre, kant }: { tekst: string; y: number; venstre: number; kant: number }) {
  return (
    <g>
      <line x1={venstre} x2={kant} y1={y} y2={y} className="ref stiplet" />
      <text x={venstre + 4} y={y - 5} className="d">
        {tekst}
      </text>
    </g>
  );
}

const KLASSE = { total: 'serie', ref: 'ref', alt: 'seriealt' } as const;

function Linje({ serie, x, y }: { serie: Serie; x: (i: number) => number; y: (v: number) => number }) {
  const { verdier, stil = 'total', prognoseFra } = serie;
  const fast = prognoseFra === undefined ? verdier.length : prognoseFra + 1;
  const klasse = KLASSE[stil];
  const siste = strekk(verdier, x, y).at(-1)?.at(-1);
  const na = prognoseFra === undefined ? undefined : strekk(verdier, x, y, 0, fast).at(-1)?.at(-1);
  return (
    <g>
      {strekk(verdier, x, y, 0, fast).map((del) => (
        <polyline key={del[0]?.x} className={klasse} points={punkter(del)} />
      ))}
      {prognoseFra === undefined ? null : <polyline className={`${klasse} stiplet`} points={punkter(strekk(verdier, x, y, prognoseFra).flat())} />}
      {stil === 'alt' ? strekk(verdier, x, y).flat().map((p) => <rect key={p.x} className="hulalt" x={px(p.x - 3.5)} y={px(p.y - 3.5)} width={7} height={7} />) : null}
      {na ? <circle className="total" cx={na.x} cy={na.y} r={4} /> : null}
      {siste && stil === 'total' ? <circle className={prognoseFra === undefined ? 'total' : 'hul'} cx={siste.x} cy={siste.y} r={4} /> : null}
    </g>
  );
}

/** Direct labels at the ends, moved apart. */
function Sluttord({ serier, band, x, y, bunn, format }: { serier: Serie[]; band: LinjeplottProps['band']; x: number; y: (v: number) => number; bunn: number; format: (v: number) => string }) {
  const ord = [
    ...serier.map((serie) => ({ verdi: sisteVerdi(serie.verdier), tekst: serie.sluttekst, klasse: (serie.stil ?? 'total') === 'total' ? 'b' : 'd' })),
    ...(band ? [band.hoy, band.lav].map((kant) => ({ verdi: sisteVerdi(kant), tekst: undefined, klasse: 'd' })) : []),
  ].flatMap(({ verdi, tekst, klasse }) => (verdi === null ? [] : [{ y: y(verdi), tekst: tekst ?? format(verdi), klasse }]));
  const plass = spre(ord.map((ett) => ett.y), 15, bunn);
  return ord.map((ett, i) => (
    <text key={`${ett.tekst}${ett.y}`} x={x} y={(plass[i] ?? ett.y) + 4} className={ett.klasse}>
      {ett.tekst}
    </text>
  ));
}
