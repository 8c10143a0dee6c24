import type { Maned } from '#lib/core/maned.ts';
import type { Intervalltall } from '#lib/avvik/domain/prognose-intervall.ts';

/** A month of the year: what was budgeted, what it became or is expected to become. Amounts in whole øre. */
export type ManedRad = {
  readonly maned: Maned;
  readonly budsjettOre: number;
  readonly faktiskOre: number | null;
  readonly prognose: Intervalltall | null;
  /** the year so far at the end of the month, against the budget so far: + is over */
  readonly samletAvvik: Intervalltall;
};

export type Prognoserad = {
  /** group codes; more than one where small groups are shown together; empty for the whole */
  readonly grupper: readonly string[];
  readonly hittilOre: number;
  readonly budsjettOre: number;
  readonly aret: Intervalltall;
  readonly avvik: Intervalltall;
  readonly maneder: readonly ManedRad[];
};

/** What the same method said of the year by what was known `siden` months ago. */
export type Tidligere = {
  readonly siden: number;
  readonly maned: Maned;
  readonly aret: Intervalltall;
};

export type PrognoseView = {
  readonly naa: Maned;
  readonly ar: number;
  readonly harBudsjett: boolean;
  readonly sum: Prognoserad;
  readonly grupper: readonly Prognoserad[];
  readonly tidligere: readonly Tidligere[];
  readonly antallBom: number;
  readonly snittbomPromille: number | null;
  /** of the year's sum: what comes beyond the usual inflow (or short of it) because more or fewer wait for a place than used to */
  readonly ventelisteOre: number;
};
