import { avrundTilTall, brok, brokFraDesimal, ganger } from '#lib/core/brok.ts';

/** What a month's income, cost and result come to beside another figure. `null` is unknown. */
export type Tallrad = { readonly naOre: number | null; readonly forrigeOre: number | null; readonly budsjettOre: number | null };
export type Manedsoverskrift =
  | 'overskudd' | 'underskudd' | 'inntektOver' | 'inntektUnder' | 'hittil' | 'inntektBare';

/** Assumed volume × price, rounded once. */
export function budsjettbelop(volum: string, prisOre: number): number {
  return avrundTilTall(ganger(brokFraDesimal(volum), brok(prisOre)));
}

/** The heading's finding: the result where the cost is known, else the income against the budget. A running month is only "so far". */
export function manedsoverskrift(inntektOre: number, kostnadOre: number | null, budsjettOre: number | null, lopende: boolean): { nokkel: Manedsoverskrift; ore: number } {
  if (lopende) return { nokkel: 'hittil', ore: inntektOre };
  if (kostnadOre !== null) {
    const resultat = inntektOre - kostnadOre;
    return { nokkel: resultat < 0 ? 'underskudd' : 'overskudd', ore: Math.abs(resultat) };
  }
  if (budsjettOre === null || budsjettOre === 0) return { nokkel: 'inntektBare', ore: inntektOre };
  const avvik = inntektOre - budsjettOre;
  return { nokkel: avvik < 0 ? 'inntektUnder' : 'inntektOver', ore: Math.abs(avvik) };
}

type Leddnokkel = { readonly ordningId: number; readonly komponent: string };

/** The month's components, and those that only last month or the budget has (with nothing of this month's): so that the rows add up to their sums, to the øre. */
export function medAndresLedd<L extends Leddnokkel & { readonly volum: string; readonly belopOre: number }>(naa: readonly L[], andre: readonly Leddnokkel[]): (L | (Leddnokkel & { volum: string; belopOre: number }))[] {
  const nokkel = (l: Leddnokkel): string => `${l.ordningId} ${l.komponent}`;
  const kjente = new Set(naa.map(nokkel));
  const nye = new Map(andre.filter((l) => !kjente.has(nokkel(l))).map((l) => [nokkel(l), { ordningId: l.ordningId, komponent: l.komponent, volum: '0', belopOre: 0 }]));
  return [...naa, ...nye.values()];
}

export type Inntektsledd = { readonly ordningId: number; readonly komponent: string; readonly navn: string; readonly volum: string; readonly belopOre: number; readonly forrigeOre: number; readonly budsjettOre: number };
/** A unit's month in figures. */
export type Manedsvisning = {
  readonly avregnet: boolean;
  readonly inntekt: { readonly naOre: number; readonly forrigeOre: number; readonly budsjettOre: number | null };
  readonly kostnad: Tallrad;
  readonly ledd: readonly Inntektsledd[];
};
