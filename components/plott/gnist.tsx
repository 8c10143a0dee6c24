import { Svg } from '#components/plott/plottramme.tsx';
import type { Stolpeform } from '#components/plott/liggende.tsx';
import { px, skala } from '#components/plott/akse.ts';

/** A small line in a table cell (class "svg"): the shape of a series, a dot where it is now. `tittel` says it in words. */
export function Gnist({ verdier, tittel, bredde = 120, hoyde = 24 }: { verdier: number[]; tittel: string; bredde?: number; hoyde?: number }) {
  const x = skala([0, Math.max(1, verdier.length - 1)], [2, bredde - 6]);
  const y = skala([Math.min(...verdier), Math.max(...verdier)], [hoyde - 5, 5]);
  const siste = verdier.at(-1);
  return (
    <Svg bredde={bredde} hoyde={hoyde} tittel={tittel}>
      <polyline className="serie" style={{ strokeWidth: 1.5 }} points={verdier.map((verdi, i) => `${x(i)},${y(verdi)}`).join(' ')} />
      {siste === undefined ? null : <circle className="total" cx={x(verdier.length - 1)} cy={y(siste)} r={3} />}
    </Svg>
  );
}

interface StolpeProps {
  /** Parts drawn after one another from zero; all of one sign. */
  deler: { verdi: number; form: Stolpeform }[];
  /** The common scale of the column. */
  min?: number;
  maks: number;
  /** The row's figure in words. */
  tittel: string;
  bredde?: number;
}

/** A bar in a table cell (class "svg"). Every row must be given the same `min` and `maks`. */
export function Stolpe({ deler, min = 0, maks, tittel, bredde = 130 }: StolpeProps) {
  const x = skala([Math.min(0, min), Math.max(0, maks)], [2, bredde - 2]);
  const starter = deler.map((_, i) => deler.slice(0, i).reduce((sum, del) => sum + del.verdi, 0));
  return (
    <Svg bredde={bredde} hoyde={20} tittel={tittel}>
      {min < 0 ? <line x1={x(0)} x2={x(0)} y1={0} y2={20} className="null" /> : null}
      {deler.map((del, i) => {
        const [a, b] = [x(starter[i] ?? 0), x((starter[i] ?? 0) + del.verdi)];
        return <rect key={`${del.form}${starter[i]}`} x={Math.min(a, b)} y={4} width={px(Math.abs(b - a))} height={12} className={del.form} />;
      })}
    </Svg>
  );
}
