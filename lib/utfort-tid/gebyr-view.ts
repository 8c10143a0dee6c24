import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Avrunding, Gebyrgrunnlag, Sammenligning } from '#lib/utfort-tid/domain/gebyr.ts';

export type Satsrad = { readonly id: number; readonly tjeneste: string; readonly navnNb: string; readonly navnNn: string; readonly fom: Dato; readonly tom: Dato | null; readonly orePerTime: number; readonly avrunding: Avrunding; readonly kilde: string; readonly bekreftet: boolean };

/** A recipient's fee for a service in a month, beside what was invoiced. */
export type Gebyrrad = {
  readonly mottakerId: number;
  readonly pseudonym: string;
  readonly tjeneste: string;
  readonly navnNb: string;
  readonly navnNn: string;
  readonly sats: number | null;
  readonly bekreftet: boolean;
  readonly grunnlag: Gebyrgrunnlag | null;
  readonly ukvittertMinutter: number;
  readonly fakturertOre: number | null;
  readonly sammenligning: Sammenligning;
};

export type Gebyrside = {
  readonly maned: Maned;
  readonly rader: readonly Gebyrrad[];
  readonly satser: readonly Satsrad[];
  readonly tjenester: readonly { readonly kode: string; readonly navnNb: string; readonly navnNn: string }[];
  /** nothing is invoiced in the month at all */
  readonly utenFaktura: boolean;
};

/** Rows that differ first, then by recipient. Without an invoice in the month there is nothing to compare with. */
export function ordneGebyr(rader: readonly Gebyrrad[]): Gebyrrad[] {
  return rader.toSorted((a, b) => Number(b.sammenligning !== 'LIK') - Number(a.sammenligning !== 'LIK') || (a.pseudonym < b.pseudonym ? -1 : a.pseudonym > b.pseudonym ? 1 : 0));
}
