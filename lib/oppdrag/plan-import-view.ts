import type { Mottaksstatus } from '#lib/oppdrag/domain/importstatus.ts';

/** A week of a unit's plan for the orders of the file: visits and minutes before and after, and what is granted. */
export type Planimportenhet = { readonly enhetId: number; readonly enhet: string; readonly oppdrag: number; readonly besokFor: number; readonly minutterFor: number; readonly besokEtter: number; readonly minutterEtter: number; readonly vedtatt: number };
/** An order of the file whose week after is not what is granted, or changes. */
export type Planimportoppdrag = { readonly oppdragId: number; readonly vedtakNummer: string; readonly pseudonym: string; readonly minutterFor: number; readonly minutterEtter: number; readonly vedtatt: number };
export type Planimportsum = { readonly nye: number; readonly like: number; readonly slutt: number; readonly enheter: readonly Planimportenhet[]; readonly oppdrag: readonly Planimportoppdrag[] };
export type Plananger = { readonly oppdrag: number; readonly staar: number };

export type Planimportbilde = Planimportsum & {
  readonly status: Mottaksstatus;
  readonly fra: string;
  readonly angret: { readonly av: string; readonly tid: string; readonly resultat: Plananger } | null;
};

export type Planimportrad = { readonly lopenr: number; readonly rad: number | null; readonly utfall: 'NY' | 'LIK' | 'SLUTT'; readonly oppdragId: number; readonly pseudonym: string; readonly ukedag: number | null; readonly dato: string | null; readonly kl: string; readonly minutter: number; readonly personer: number; readonly hver: number; readonly ansatt: string | null; readonly fom: string; readonly tom: string | null };
