import { type Beslutning, hindringForSteg, type Steg, type Tilstand, tilstandFor } from '#lib/avregning/domain/manuell-tilstand.ts';
import type { Manuelltype } from '#lib/avregning/domain/manuell-linje.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Maned } from '#lib/core/maned.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';

/** Who did something and on which day. */
export type Hvem = { readonly navn: string | null; readonly dato: string };
type Rad = Beslutning & {
  readonly id: number;
  readonly gjelderManed: Maned;
  readonly grunn: string;
  readonly foreslatt: Date;
  readonly foreslattNavn: string | null;
  readonly godkjentNavn: string | null;
  readonly avslattNavn: string | null;
  readonly avslagGrunn: string | null;
  readonly trekkForeslattNavn: string | null;
  readonly trekkGrunn: string | null;
  readonly trukketNavn: string | null;
};
type Egenskaper = {
  readonly slag: 'MANUELL' | 'STIPULERT';
  readonly enhet: string;
  readonly ordning: string;
  /** null for a stipulated volume: its amount follows from what is counted */
  readonly belopOre: number | null;
  readonly volum: string | null;
  /** the component that is stipulated or corrected */
  readonly ledd: string | null;
  readonly type: Manuelltype | null;
  readonly grunnlag: 'SNITT' | 'VEDTATT' | 'ANNET' | null;
  readonly retterNummer: string | null;
};

/** A decision by hand, as the screens show it: what, who and why, and what the reader may do with it. */
export type Beslutningsview = Egenskaper & {
  readonly id: number;
  readonly gjelderManed: Maned;
  readonly grunn: string;
  readonly tilstand: Tilstand;
  readonly foreslatt: Hvem;
  readonly godkjent: Hvem | null;
  readonly avslatt: (Hvem & { readonly grunn: string }) | null;
  readonly trekk: (Hvem & { readonly grunn: string }) | null;
  readonly trukket: Hvem | null;
  /** the steps the reader can take, were the role to allow it */
  readonly steg: readonly Steg[];
  /** the reader proposed what waits, and must leave it to another */
  readonly egen: boolean;
};

const dag = (tid: Date): string => formatDato(datoVed(tid.getTime()));
const ALLE: readonly Steg[] = ['GODKJENN', 'AVSLA', 'FORESLA_TREKK', 'GODKJENN_TREKK', 'AVSLA_TREKK'];

export function beslutningsview(r: Rad, kontoId: number | null, egenskaper: Egenskaper): Beslutningsview {
  const hindringer = kontoId === null ? [] : ALLE.map((steg) => [steg, hindringForSteg(r, steg, kontoId)] as const);
  return {
    ...egenskaper,
    id: r.id,
    gjelderManed: r.gjelderManed,
    grunn: r.grunn,
    tilstand: tilstandFor(r),
    foreslatt: { navn: r.foreslattNavn, dato: dag(r.foreslatt) },
    godkjent: r.godkjent ? { navn: r.godkjentNavn, dato: dag(r.godkjent) } : null,
    avslatt: r.avslatt ? { navn: r.avslattNavn, dato: dag(r.avslatt), grunn: r.avslagGrunn ?? '' } : null,
    trekk: r.trekkForeslatt ? { navn: r.trekkForeslattNavn, dato: dag(r.trekkForeslatt), grunn: r.trekkGrunn ?? '' } : null,
    trukket: r.trukket ? { navn: r.trukketNavn, dato: dag(r.trukket) } : null,
    steg: hindringer.filter(([, h]) => h === null).map(([steg]) => steg),
    egen: hindringer.some(([, h]) => h?.grunn === 'SAMME_PERSON'),
  };
}

export type Enhetsvalg = { readonly verdi: string; readonly enhet: string; readonly ordning: string };
