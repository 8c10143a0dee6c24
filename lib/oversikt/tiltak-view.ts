import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Intervalltall } from '#lib/avvik/domain/prognose-intervall.ts';
import type { Tiltak } from './domain/tiltak.ts';
import type { Tiltakstall } from './domain/tiltakstall.ts';

/** How much of one means alone covers a sum: whole per cent; null where all of it does not. */
export type Behov = { readonly prosent: number; readonly tall: Tiltakstall | null } | null;

export type Alternativ = { readonly arslutt: Behov; readonly tolv: Behov };

export type Scenario = {
  readonly id: number;
  readonly navn: string;
  readonly valg: Tiltak;
  readonly lagret: Dato;
  readonly gapOre: number;
  /** as it was when saved, and now; null where the reader may not see it */
  readonly da: Tiltakstall | null;
  readonly naa: Tiltakstall | null;
};

export type Scenariorad = Pick<Scenario, 'id' | 'navn' | 'valg' | 'lagret'>;

export type Tiltakside = {
  readonly ar: number;
  readonly maned: Maned;
  /** forecast less budget; null without a budget */
  readonly gap: Intervalltall | null;
  /** services that can be chosen; more than one code where small ones go together */
  readonly tjenester: readonly { readonly koder: readonly string[]; readonly navn: string }[];
  readonly valg: Tiltak;
  /** what is chosen does something */
  readonly provd: boolean;
  readonly tall: Tiltakstall | null;
  readonly strengere: Alternativ | null;
  readonly pris: Alternativ | null;
  readonly brukerPris: boolean;
  readonly scenarioer: readonly Scenariorad[];
};
