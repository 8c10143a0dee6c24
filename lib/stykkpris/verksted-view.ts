import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Result } from '#lib/core/result.ts';
import type { Etterberegning } from '#lib/stykkpris/domain/etterberegning.ts';
import type { Kostnadsgrunnlag } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import type { Baneledd } from '#lib/stykkpris/domain/prisbane.ts';
import type { Vist } from '#lib/stykkpris/domain/prisforslag.ts';
import type { Forslagsslag, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';
import type { Enhetsutfall, Forslagsgrunnlag, Forslagspris, Regelforslag } from '#lib/stykkpris/domain/regelforslag.ts';
import type { KanIkkeBeregneStykkpris, Prisregeltype } from '#lib/stykkpris/domain/stykkpris.ts';

/** A unit of the scheme. `kode` is its name in the calculation. */
export type Verkstedenhet = {
  readonly id: number;
  readonly kode: string;
  readonly navn: string;
  readonly gruppe: string | null;
  /** months of the basis that it has accounts for; 0: outside the basis */
  readonly regnskapsmaneder: number;
  readonly volum: ReadonlyMap<string, Brok>;
  readonly vektet: Brok;
};
export type Verkstedkomponent = { readonly kode: string; readonly navn: string; readonly vekt: string; readonly harNivaer: boolean };

export type Regelutfall = {
  readonly regel: Prisregeltype;
  readonly svar: Result<Regelforslag, KanIkkeBeregneStykkpris>;
  readonly utfall: readonly Enhetsutfall[];
  readonly fall: readonly Forslagspris[];
};

/** What the controller should know before the figures are used. */
export type Verkstedvarsel =
  | { readonly type: 'REGNSKAP_MANGLER'; readonly enhet: string; readonly har: number; readonly av: number }
  | { readonly type: 'IKKE_AVREGNET'; readonly maneder: readonly Maned[] }
  | { readonly type: 'DELT_ENHET'; readonly enhet: string; readonly ordning: string }
  | { readonly type: 'ANDRE_INNTEKTER'; readonly enhet: string; readonly ore: Ore }
  | { readonly type: 'NEGATIV_KOSTNAD'; readonly enhet: string };

/** The whole workshop of one scheme, year and kind, computed from the choices. */
export type Verkstedbilde = {
  readonly ordning: { readonly id: number; readonly kode: string; readonly navn: string };
  readonly ar: number;
  readonly slag: Forslagsslag;
  readonly valg: Prisvalg;
  readonly enheter: readonly Verkstedenhet[];
  readonly komponenter: readonly Verkstedkomponent[];
  readonly kostnad: Kostnadsgrunnlag;
  readonly grunnlag: Forslagsgrunnlag;
  readonly regler: readonly Regelutfall[];
  readonly bane: readonly Baneledd[];
  readonly etterberegning: Etterberegning;
  /** the share that a price may fall before it is warned of */
  readonly fallgrense: Brok;
  readonly varsler: readonly Verkstedvarsel[];
  /** what would be shown for approval under the chosen rule; null where the rule gives no price */
  readonly vist: Vist | null;
};

/** The chosen rule's outcome. */
export function valgtUtfall(bilde: Verkstedbilde): Regelutfall | undefined {
  return bilde.regler.find((r) => r.regel === bilde.valg.regel);
}

/** The first price that the chosen rule gives, for the heading. */
export function hovedpris(bilde: Verkstedbilde): Forslagspris | null {
  const svar = valgtUtfall(bilde)?.svar;
  return svar?.ok ? (svar.verdi.priser[0] ?? null) : null;
}
