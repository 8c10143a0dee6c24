import type { ReactNode } from 'react';
import { getTranslations } from 'next-intl/server';
import { Plottramme, Svg } from '#components/plott/plottramme.tsx';
import { px, skala } from '#components/plott/akse.ts';

/** opp: against us · ned: for us · total: a level · fyll: context · oppkant: outlined, the provider's part · mangler: dashed. */
export type Stolpeform = 'opp' | 'ned' | 'total' | 'fyll' | 'oppkant' | 'mangler';

export interface LiggendeRad {
  navn: string;
  verdi: number;
  /** By the sign when left out: positive is against us. */
  form?: Stolpeform;
}

interface Props {
  tittel: string;
  figurtekst?: ReactNode;
  rader: LiggendeRad[];
  format: (verdi: number) => string;
  /** Positive is good for us (income, result). */
  positivtErBra?: boolean;
  /** Width of the names. */
  navnbredde?: number;
  bredde?: number;
}

const RADHOYDE = 26;

/** The form a signed value gets: orange against us, blue for us. */
export function formFor(verdi: number, positivtErBra = false): Stolpeform {
  return verdi > 0 === positivtErBra ? 'ned' : 'opp';
}

/** The drawing alone: name, bar from zero, the value as text. */
export function LiggendeTegning({ tittel, rader, format, positivtErBra, navnbredde = 140, bredde = 358, className }: Props & { className?: string }) {
  const verdier = rader.map((rad) => rad.verdi);
  const tekstplass = 62;
  const x = skala([Math.min(0, ...verdier), Math.max(0, ...verdier)], [navnbredde + 4, bredde - tekstplass]);
  const hoyde = rader.length * RADHOYDE + 2;
  return (
    <Svg bredde={bredde} hoyde={hoyde} tittel={tittel} {...(className ? { className } : {})}>
      {rader.map((rad, i) => {
        const [a, b] = [Math.min(x(0), x(rad.verdi)), Math.max(x(0), x(rad.verdi))];
        return (
          <g key={rad.navn}>
            <text x={0} y={i * RADHOYDE + 16}>
              {rad.navn}
            </text>
            <rect x={a} y={i * RADHOYDE + 5} width={px(b - a)} height={14} className={rad.form ?? formFor(rad.verdi, positivtErBra)} />
            <text x={bredde} y={i * RADHOYDE + 16} className="e b">
              {format(rad.verdi)}
            </text>
          </g>
        );
      })}
      <line x1={x(0)} x2={x(0)} y1={0} y2={hoyde} className="null" />
    </Svg>
  );
}

/** Bars lying down, from a common zero; the sign and the side say what the colour says. */
export async function Liggende(props: Props) {
  const t = await getTranslations('felles');
  const tabell = {
    hode: [t('plott.ledd'), t('plott.verdi')],
    rader: props.rader.map((rad) => ({ navn: rad.navn, celler: [props.format(rad.verdi)] })),
  };
  return (
    <Plottramme tittel={props.tittel} figurtekst={props.figurtekst} tabell={tabell}>
      <LiggendeTegning {...props} className="bare-bred" />
      <LiggendeTegning {...props} bredde={328} className="bare-smal" />
    </Plottramme>
  );
}
