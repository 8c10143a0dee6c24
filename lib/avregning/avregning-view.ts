import type { Maned } from '#lib/core/maned.ts';
import { leggTilManeder } from '#lib/core/maned.ts';
import type { Kjoringsfeil, Kjoringsstatus } from '#lib/avregning/domain/kjoring.ts';

/** A run as the pages show it. */
export type KjoringView = {
  readonly id: number;
  readonly jobbId: number | null;
  readonly nummer: number;
  readonly status: Kjoringsstatus;
  readonly tid: string;
  readonly av: string | null;
  readonly apneManeder: readonly Maned[];
  readonly antallBesok: number | null;
  readonly antallVedtak: number | null;
  /** null in runs from before it was kept */
  readonly antallOmregnet: number | null;
  readonly antallLinjer: number | null;
  readonly belastningOre: number | null;
  readonly gjort: number;
  readonly totalt: number;
  readonly feil: readonly Kjoringsfeil[];
};

export type Manedstatus = 'APEN' | 'AVREGNET' | 'LUKKET';
export type Manedslinje = {
  readonly maned: Maned;
  readonly status: Manedstatus;
  readonly belopOre: number;
  readonly rettelserOre: number;
  readonly siste: KjoringView | null;
};

export type Enhetslinje = {
  readonly enhetId: number;
  readonly enhet: string;
  readonly ordning: string;
  readonly belopOre: number;
  readonly rettelserOre: number;
  /** the last run left its scheme out: the run that the figures are from; null where it has none */
  readonly stoppet: { readonly kjoring: number; readonly fra: { readonly nummer: number; readonly tid: string } | null } | null;
  /** closed for this unit, now */
  readonly lukket: boolean;
  readonly erklart: { readonly dager: number; readonly avDager: number; readonly av: string | null; readonly dato: string };
};

/** The month a controller would settle next: the first past one that is not settled, else the newest that may run again. */
export function nesteKjoring(linjer: readonly Manedslinje[], denneManeden: Maned): Maned {
  const sisteHele = leggTilManeder(denneManeden, -1);
  const avregnet = linjer.filter((l) => l.status !== 'APEN').map((l) => l.maned).toSorted();
  const nyeste = avregnet.at(-1);
  if (nyeste === undefined) return sisteHele;
  if (nyeste < sisteHele) return leggTilManeder(nyeste, 1);
  return linjer.find((l) => l.maned === nyeste)?.status === 'LUKKET' ? denneManeden : nyeste;
}

/** A correction of an earlier month: what was reported then, and what is posted now. */
export type Rettelse = {
  readonly gjelderManed: Maned;
  readonly enhetId: number;
  readonly enhet: string;
  readonly ordningId: number;
  readonly komponent: string;
  readonly ledd: string;
  readonly vedtakId: number | null;
  readonly nummer: string | null;
  readonly meldtOre: number;
  readonly rettelseOre: number;
  readonly seneBesok: number;
  readonly senPause: boolean;
  readonly endretVedtak: boolean;
};

/** The likeliest reason of a correction, from what was registered after the month was settled. A pause only ever takes money out. */
export function hvorforRettet(r: Pick<Rettelse, 'meldtOre' | 'rettelseOre' | 'seneBesok' | 'senPause' | 'endretVedtak'>): 'ENDRET_VEDTAK' | 'SEN_PAUSE' | 'SENE_BESOK' | 'NY' | 'ANNET' {
  if (r.seneBesok > 0 && r.rettelseOre > 0) return 'SENE_BESOK';
  if (r.senPause && r.rettelseOre < 0) return 'SEN_PAUSE';
  if (r.endretVedtak) return 'ENDRET_VEDTAK';
  if (r.seneBesok > 0) return 'SENE_BESOK';
  return r.meldtOre === 0 ? 'NY' : 'ANNET';
}

export type Leddvalg = { readonly ordningId: number; readonly komponent: string };
/** A unit's component in a posting month. `navn` null: a manual line. */
export type Ledd = Leddvalg & { readonly ordning: string; readonly navn: string | null; readonly belopOre: number; readonly rettelserOre: number };
export type Leddvisning = { readonly ledd: readonly Ledd[]; readonly apent: Leddvalg | null };
