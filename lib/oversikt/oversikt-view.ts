import type { Maned } from '#lib/core/maned.ts';
import type { Avvikstall } from '#lib/avvik/domain/budsjettavvik.ts';
import type { AretsAvvik } from './domain/arets-avvik.ts';

export type EnhetRad = {
  /** null where small units are shown together */
  readonly enhetId: number | null;
  readonly navn: readonly string[];
  readonly budsjettOre: number;
  readonly faktiskOre: number;
  readonly volumOgMiksOre: number;
  readonly prisOre: number;
  readonly avvikOre: number;
  /** booked cost of the units so far; null where the accounts lack a month */
  readonly kostnadOre: number | null;
};

export type Oversikt = {
  readonly maned: Maned;
  readonly maneder: readonly Maned[];
  readonly ar: number;
  readonly manedenstall: Avvikstall;
  readonly hittil: Avvikstall;
  readonly kumulativt: AretsAvvik['kumulativt'];
  readonly enheter: readonly EnhetRad[];
  /** the units' cost less what they were settled, + is over; null where the accounts of one of the municipality's own are not there for every month */
  readonly utforerOre: number | null;
  readonly harBudsjett: boolean;
};
