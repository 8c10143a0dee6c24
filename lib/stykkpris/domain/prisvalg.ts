import { brok, brokFraDesimal, delt, erDesimal, NULL_BROK } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Prisregeltype } from '#lib/stykkpris/domain/stykkpris.ts';

export const PRISREGLER = ['SELVREGULERENDE', 'KOSTNADSVEKST', 'BESTE_PRAKSIS'] as const satisfies readonly Prisregeltype[];

/** A proposal is next year's first price, the same year's final one, or a change from a month (a wage settlement). */
export const FORSLAGSSLAG = ['FORELOPIG', 'ENDELIG', 'REVISJON'] as const;
export type Forslagsslag = (typeof FORSLAGSSLAG)[number];

/** How a price group gets its price: by the rule, by cost growth from its own price, or as it is. */
export const GRUPPEVALG = ['REGEL', 'INDEKSER', 'BEHOLD'] as const;
export type Gruppevalg = (typeof GRUPPEVALG)[number];

/** The controller's answer to one deduction. Unanswered, it is taken out in the preview and hinders sending. */
export const FRADRAGSSVAR = ['TREKKES', 'TREKKES_IKKE', 'UBEKREFTET'] as const;
export type Fradragssvar = (typeof FRADRAGSSVAR)[number];

/** A deduction of the controller's own, in øre per unit code. */
export type Egetfradrag = { readonly navn: string; readonly belop: Readonly<Record<string, number>> };

/** How the years go on in the preview: percent beyond cost growth per year, for one unit (its code) or all (null). */
export type Banevalg = { readonly enhet: string | null; readonly endringer: readonly string[] };
export const BANEAR = 5;

/** What a controller has chosen in the workshop. Numbers are exact decimal text, percents as percents ("3.4"). */
export type Prisvalg = {
  readonly fraManed: Maned;
  readonly grunnlagFom: Maned;
  readonly grunnlagTom: Maned;
  readonly regel: Prisregeltype;
  readonly kostnadsvekst: string;
  readonly effektivitetskrav: string;
  readonly kvantil: string;
  /** weight per component code; a missing one is the relation between today's prices */
  readonly vekter: Readonly<Record<string, string>>;
  readonly fradrag: Readonly<Record<string, Fradragssvar>>;
  readonly egneFradrag: readonly Egetfradrag[];
  readonly grupper: Readonly<Record<string, Gruppevalg>>;
  readonly bane: Banevalg;
};

/** "3.4" percent → 0.034, exactly; empty text is 0. @throws RangeError when it is not a decimal. */
export function prosent(tekst: string): Brok {
  return tekst === '' ? NULL_BROK : delt(brokFraDesimal(tekst), brok(100));
}

/** True for a decimal that can be used as a weight: not negative. */
export function erVekt(tekst: string): boolean {
  return erDesimal(tekst) && !tekst.startsWith('-');
}
