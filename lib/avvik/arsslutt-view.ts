import type { Arssluttlinje, Enhetsar } from '#lib/avvik/domain/arsslutt.ts';
import type { Arsslutthindring, Forslagslinje, Overforingsslag, Overforingsstatus } from '#lib/avvik/domain/overforingsforslag.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';

/** When something was done: an instant, also as ISO text. */
export type Tid = Date | string;

export type Overforing = {
  readonly id: number;
  readonly ar: number;
  readonly slag: Overforingsslag;
  readonly bokfortManed: Maned;
  readonly retterId: number | null;
  readonly status: Overforingsstatus;
  readonly begrunnelse: string;
  readonly foreslattAv: number;
  readonly foreslattAvNavn: string | null;
  readonly foreslatt: Date;
  readonly avgjortAvNavn: string | null;
  readonly avgjort: Date | null;
  readonly avslagGrunn: string | null;
};

/** What dispensations and estimates have in common: two people, a reason, and one of each that holds. */
export type Tosteg = {
  readonly id: number;
  readonly ar: number;
  readonly enhetId: number;
  readonly enhet: string;
  readonly grunn: string;
  readonly foreslattAv: number;
  readonly foreslattAvNavn: string | null;
  readonly foreslatt: Date;
  readonly godkjentAvNavn: string | null;
  readonly godkjent: Date | null;
  readonly avslatt: Date | null;
  readonly avslagGrunn: string | null;
  readonly erstattet: Date | null;
};
export type Dispensasjonsrad = Tosteg & { readonly maksUnderskuddOre: Ore };
export type Anslagsrad = Tosteg & { readonly maned: Maned; readonly belopOre: Ore };

export type Etterslep = { readonly enhetId: number; readonly maned: Maned; readonly belopOre: number };
export type Senebesok = { readonly enhetId: number; readonly ikkeKvittert: number; readonly registrertEtter: number };

export type Arstall = {
  readonly ar: number;
  readonly erOver: boolean;
  /** last month that the figures hold; null: none is settled yet */
  readonly til: Maned | null;
  /** months of the year that some scheme holds, with their status */
  readonly maneder: readonly { readonly maned: Maned; readonly status: 'APEN' | 'AVREGNET' | 'LUKKET' }[];
  readonly enheter: readonly Enhetsar[];
  readonly linjer: readonly Arssluttlinje[];
  readonly hindringer: readonly Arsslutthindring[];
  readonly overforinger: readonly Overforing[];
  readonly gjeldende: Overforing | null;
  readonly dispensasjoner: readonly Dispensasjonsrad[];
  readonly anslag: readonly Anslagsrad[];
  /** months next year that the carry-over can be posted in */
  readonly apneForBokforing: readonly Maned[];
  readonly frist: { readonly manederEtterArsslutt: number; readonly sisteManed: Maned };
};

export type Overforingsspor = { readonly vedtak: Overforing; readonly linje: Forslagslinje };
export type Vedtaksvisning = Overforing & { readonly linjer: readonly Forslagslinje[]; readonly gjelder: boolean };
export type Overforingsar = { readonly ar: number; readonly perEnhet: ReadonlyMap<number, number> };

/** What the heading of a year says, with the amount or number it names. */
export type Arssluttfunn =
  | { readonly nokkel: 'tomt' }
  | { readonly nokkel: 'forelopigOver' | 'forelopigUnder'; readonly belopOre: number; readonly til: Maned }
  | { readonly nokkel: 'venter' | 'venterTilbakeforing' | 'klart' | 'avgjort' | 'tilbakefort'; readonly belopOre: number }
  | { readonly nokkel: 'hindret'; readonly antall: number };

type Tilstand = {
  readonly erOver: boolean;
  readonly til: Maned | null;
  readonly enheter: number;
  readonly resultatOre: number;
  readonly akkumulertOre: number;
  readonly venter: { readonly slag: Overforingsslag; readonly akkumulertOre: number } | null;
  readonly avgjort: { readonly slag: Overforingsslag; readonly akkumulertOre: number } | null;
  readonly hindringer: readonly Arsslutthindring[];
};

export function arssluttfunn(t: Tilstand): Arssluttfunn {
  if (t.til === null || t.enheter === 0) return { nokkel: 'tomt' };
  if (!t.erOver) return { nokkel: t.resultatOre < 0 ? 'forelopigUnder' : 'forelopigOver', belopOre: Math.abs(t.resultatOre), til: t.til };
  if (t.venter) return { nokkel: t.venter.slag === 'TILBAKEFORING' ? 'venterTilbakeforing' : 'venter', belopOre: t.venter.akkumulertOre };
  if (t.avgjort) return { nokkel: t.avgjort.slag === 'TILBAKEFORING' ? 'tilbakefort' : 'avgjort', belopOre: t.avgjort.akkumulertOre };
  if (t.hindringer.length > 0) return { nokkel: 'hindret', antall: t.hindringer.length };
  return { nokkel: 'klart', belopOre: t.akkumulertOre };
}

export type Arssluttside = {
  readonly arene: readonly number[];
  readonly arstall: Arstall;
  readonly funn: Arssluttfunn;
  readonly navn: ReadonlyMap<number, string>;
  readonly venter: Vedtaksvisning | null;
  readonly vedtak: readonly Vedtaksvisning[];
  readonly etterslep: readonly Etterslep[];
  readonly seneBesok: readonly Senebesok[];
  readonly historikk: readonly Overforingsar[];
};

export type EnhetensAr = {
  readonly ar: number;
  readonly til: Maned | null;
  readonly inntektOre: number;
  readonly kostnadOre: number;
  readonly resultatOre: number;
  readonly innOre: number;
  readonly overforinger: readonly { readonly ar: number; readonly bokfortManed: Maned; readonly avgjort: Date | null; readonly linje: Forslagslinje; readonly dispensasjon: Dispensasjonsrad | null }[];
};
