import { avrund, brokFraDesimal, ganger, brok } from '#lib/core/brok.ts';
import { ore, sumOre, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { overfor } from '#lib/avvik/domain/overforing.ts';
import type { Overforingsvalg } from '#lib/grunnlag/domain/ordning.ts';

/** A scheme's carry-over rule with every share decided; shares as decimal texts. */
export type Arsregel = {
  readonly andelOverskudd: string;
  readonly andelUnderskudd: string;
  readonly takAndelAvBudsjett: string | null;
  readonly takAkkumulert: string | null;
};
export type Ordningsregel = { readonly ordningId: number; readonly ordning: string; readonly overforing: Overforingsvalg | null };
/** The rule of a unit: decided, none (nothing is carried), or one that cannot be used and why. */
export type Regelsvar =
  | { readonly type: 'REGEL'; readonly ordningId: number; readonly ordning: string; readonly regel: Arsregel }
  | { readonly type: 'INGEN' }
  | { readonly type: 'FEIL'; readonly grunn: 'ANDEL_MANGLER' | 'ULIKE_REGLER'; readonly ordninger: readonly string[] };

function fullstendig(o: Overforingsvalg): Arsregel | null {
  if (o.andelOverskudd === null || o.andelUnderskudd === null) return null;
  return { andelOverskudd: o.andelOverskudd, andelUnderskudd: o.andelUnderskudd, takAndelAvBudsjett: o.takAndelAvBudsjett, takAkkumulert: o.takAkkumulert };
}

export function likeRegler(a: Arsregel, b: Arsregel): boolean {
  return a.andelOverskudd === b.andelOverskudd && a.andelUnderskudd === b.andelUnderskudd && a.takAndelAvBudsjett === b.takAndelAvBudsjett && a.takAkkumulert === b.takAkkumulert;
}

/** The rule for a unit, from the schemes that cover it at the year's end. A unit has one result, so schemes with different rules give none. */
export function regelFor(ordninger: readonly Ordningsregel[]): Regelsvar {
  const med = ordninger.flatMap((o) => (o.overforing ? [{ ...o, overforing: o.overforing }] : []));
  const [forste] = med;
  if (!forste) return { type: 'INGEN' };
  const navn = med.map((o) => o.ordning);
  const regler = med.map((o) => fullstendig(o.overforing));
  const [regel] = regler;
  if (!regel || regler.includes(null)) return { type: 'FEIL', grunn: 'ANDEL_MANGLER', ordninger: navn };
  if (regler.some((r) => r !== null && !likeRegler(r, regel))) return { type: 'FEIL', grunn: 'ULIKE_REGLER', ordninger: navn };
  return { type: 'REGEL', ordningId: forste.ordningId, ordning: forste.ordning, regel };
}

/** A unit's year as the ledger, the accounts and the decisions have it. Amounts in øre. */
export type Enhetsar = {
  readonly enhetId: number;
  readonly kode: string;
  readonly navn: string;
  readonly regel: Regelsvar;
  /** lines for the year's months, carry-overs left out */
  readonly inntektOre: Ore;
  /** of which posted after the year's end */
  readonly etterslepOre: Ore;
  /** approved estimates of months that are not settled */
  readonly anslagOre: Ore;
  readonly kostnadOre: Ore;
  /** null: the unit has no cost budget for the year */
  readonly budsjettOre: Ore | null;
  /** what the unit brought in from earlier years */
  readonly innOre: Ore;
  readonly dispensasjon: { readonly id: number; readonly maksUnderskuddOre: Ore } | null;
  /** months of the year that the unit's accounts lack */
  readonly utenRegnskap: readonly string[];
};

export type Arssluttlinje = {
  readonly enhetId: number;
  readonly ordningId: number;
  readonly regel: Arsregel;
  readonly inntektOre: Ore;
  readonly anslagOre: Ore;
  readonly kostnadOre: Ore;
  readonly budsjettOre: Ore | null;
  readonly maksUnderskuddOre: Ore | null;
  readonly dispensasjonId: number | null;
  readonly resultatOre: Ore;
  /** by the rule, of the year's own result */
  readonly overforesOre: Ore;
  readonly kommunenDekkerOre: Ore;
  readonly innOre: Ore;
  /** brought in + new, within the cap: what goes into next year */
  readonly akkumulertOre: Ore;
};

/** Revenue and estimates less cost. */
export function resultatFor(e: Pick<Enhetsar, 'inntektOre' | 'anslagOre' | 'kostnadOre'>): Ore {
  return trekkFra(sumOre([e.inntektOre, e.anslagOre]), e.kostnadOre);
}

/**
 * What a unit has with it after the year: what it brought in and what the year added, no more than the cap on the
 * accumulated amount either way. The municipality keeps or covers what is beyond.
 */
export function akkumuler(innOre: Ore, nyOre: Ore, takAkkumulert: string | null, budsjettOre: Ore | null): Ore {
  const sum = innOre + nyOre;
  if (takAkkumulert === null) return ore(sum);
  const tak = Number(avrund(ganger(brokFraDesimal(takAkkumulert), brok(budsjettOre ?? 0))));
  return ore(Math.max(-tak, Math.min(tak, sum)));
}

/** The year of one unit by its rule (regnekjerne section 3); null where the unit has none that can be used. */
export function beregnEnhet(e: Enhetsar): Arssluttlinje | null {
  if (e.regel.type !== 'REGEL') return null;
  const { regel, ordningId } = e.regel;
  const maksUnderskuddOre = e.dispensasjon?.maksUnderskuddOre ?? null;
  const kjerne = overfor(
    {
      andelOverskudd: brokFraDesimal(regel.andelOverskudd),
      andelUnderskudd: brokFraDesimal(regel.andelUnderskudd),
      takAndelAvBudsjett: regel.takAndelAvBudsjett === null ? null : brokFraDesimal(regel.takAndelAvBudsjett),
    },
    { id: e.kode, inntektOre: sumOre([e.inntektOre, e.anslagOre]), kostnadOre: e.kostnadOre, budsjettOre: e.budsjettOre ?? ore(0) },
    maksUnderskuddOre,
  );
  return {
    enhetId: e.enhetId,
    ordningId,
    regel,
    inntektOre: e.inntektOre,
    anslagOre: e.anslagOre,
    kostnadOre: e.kostnadOre,
    budsjettOre: e.budsjettOre,
    maksUnderskuddOre,
    dispensasjonId: e.dispensasjon?.id ?? null,
    resultatOre: kjerne.resultatOre,
    overforesOre: kjerne.overforesOre,
    kommunenDekkerOre: kjerne.kommunenDekkerOre,
    innOre: e.innOre,
    akkumulertOre: akkumuler(e.innOre, kjerne.overforesOre, regel.takAkkumulert, e.budsjettOre),
  };
}

/** Whether what is shown now is what was shown when it was proposed: the same rule, facts and amounts, to the øre. */
export function sammeLinje(a: Arssluttlinje, b: Arssluttlinje): boolean {
  const tall = ['enhetId', 'ordningId', 'inntektOre', 'anslagOre', 'kostnadOre', 'budsjettOre', 'maksUnderskuddOre', 'dispensasjonId', 'resultatOre', 'overforesOre', 'kommunenDekkerOre', 'innOre', 'akkumulertOre'] as const;
  return likeRegler(a.regel, b.regel) && tall.every((felt) => a[felt] === b[felt]);
}

export function sammeLinjer(a: readonly Arssluttlinje[], b: readonly Arssluttlinje[]): boolean {
  const andre = new Map(b.map((l) => [l.enhetId, l]));
  return a.length === b.length && a.every((l) => {
    const annen = andre.get(l.enhetId);
    return annen !== undefined && sammeLinje(l, annen);
  });
}
