import type { Avvikstall } from '#lib/avvik/domain/budsjettavvik.ts';
import type { Utforeravvikstall } from '#lib/avvik/domain/utforeravvik.ts';
import type { Maned } from '#lib/core/maned.ts';

export const AVVIKSPERIODER = ['maned', 'hittil', 'tertial'] as const;
export type Avviksperiode = (typeof AVVIKSPERIODER)[number];

/** What happened with the recipients of a service since the same months last year; `UTEN_VEDTAK`: frames and manual lines. */
export const ARSAKER = ['NY', 'AVSLUTTET', 'OKT', 'REDUSERT', 'PRIS', 'RETTELSE', 'UTEN_VEDTAK'] as const;
export type Arsak = (typeof ARSAKER)[number];

/** A cause in kroner and recipients; null where it is hidden from the reader. */
export type Arsaksrad = { readonly arsak: Arsak; readonly tall: { readonly ore: number; readonly antall: number } | null };

/** A row's deviation; `tall` null where it is hidden from the reader. */
export type Avviksrad = { readonly nokkel: string; readonly navn: string; readonly budsjettOre: number; readonly tall: Avvikstall | null };
export type Enhetsrad = Avviksrad & { readonly enhetId: number; readonly utforer: Utforeravvikstall | null; readonly kostnadOre: number | null };

export type Avviksutvalg = { readonly maned: Maned; readonly periode: Avviksperiode; readonly enhetId: number | null; readonly gruppe: string | null };

/** What the address asks for; `maned` null is the newest settled. */
export type Avviksonske = { readonly maned: Maned | null; readonly periode: Avviksperiode; readonly enhetId: number | null; readonly gruppe: string | null };

export type Avvikside = {
  readonly utvalg: Avviksutvalg;
  readonly maneder: readonly Maned[];
  /** months of the period, first to last */
  readonly fra: Maned;
  readonly grupper: readonly string[];
  readonly enhetsvalg: readonly { readonly id: number; readonly navn: string }[];
  readonly enhetsnavn: string | null;
  readonly sum: Avvikstall;
  /** the units that can be split; null where the accounts do not reach all the municipality's own units of the choice */
  readonly utforer: Utforeravvikstall | null;
  /** cost less revenue of units whose accounts are there but not the hours to split it by; 0 where there are none */
  readonly udeltOre: number;
  readonly ledd: readonly Avviksrad[];
  readonly enheter: readonly Enhetsrad[];
  /** causes that with `restOre` sum to the deviation; null for a service group, which has none of its own, and where the year before is missing */
  readonly arsaker: readonly Arsaksrad[] | null;
  /** how the budget differs from the same months last year */
  readonly restOre: number;
  readonly harBudsjett: boolean;
  readonly skjermet: boolean;
};
