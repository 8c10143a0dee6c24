import type { Dato } from '#lib/core/dato.ts';
import type { Mottakernavn } from '#lib/oppdrag/oppdrag-view.ts';
import type { Belegg, Fravarsarsak, Plasstype, Tomrom, Utgrunn } from '#lib/utfort-tid/domain/opphold.ts';

/** A place on a day: who lives there, whether they are away, and whether it is said to be free. */
export type Plassrad = Mottakernavn & {
  readonly id: number;
  readonly enhetId: number;
  readonly enhetNavn: string;
  readonly kode: string;
  readonly plasstype: Plasstype;
  readonly oppholdId: number | null;
  readonly oppdragId: number | null;
  readonly inn: Dato | null;
  /** away since, and why; null: at the place, or nobody lives there */
  readonly borteFra: Dato | null;
  readonly borteArsak: Fravarsarsak | null;
  /** the day the last one left; null: lived in, or never used */
  readonly tomFra: Dato | null;
  readonly ledigFra: Dato | null;
  readonly tildelt: boolean;
};

/** An order of a place that nobody has moved in on. */
export type Venterad = Mottakernavn & {
  readonly oppdragId: number;
  readonly vedtakNummer: string;
  readonly plasstype: Plasstype;
  readonly fom: Dato;
  readonly tom: Dato | null;
  /** the place the purchaser has given */
  readonly plass: string | null;
};

export type Typesum = { readonly plasstype: Plasstype; readonly plasser: number; readonly iBruk: number; readonly borte: number; readonly ledigMeldt: number; readonly tommeUtenMelding: number };

export type Oppholdside = {
  readonly plasser: readonly Plassrad[];
  readonly venter: readonly Venterad[];
  readonly summer: readonly Typesum[];
  /** the nights behind, oldest first */
  readonly belegg: readonly Belegg[];
  readonly antallPlasser: number;
};

export type Fravarrad = { readonly id: number; readonly fom: Dato; readonly tom: Dato | null; readonly arsak: Fravarsarsak; readonly trukket: boolean };
export type Oppholdrad = Mottakernavn & {
  readonly id: number;
  readonly oppdragId: number;
  readonly mottakerId: number;
  readonly inn: Dato;
  readonly ut: Dato | null;
  readonly utGrunn: Utgrunn | null;
  readonly fravar: readonly Fravarrad[];
};

export type Plasside = Pick<Plassrad, 'id' | 'enhetId' | 'enhetNavn' | 'kode' | 'plasstype'> & {
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly opphold: readonly Oppholdrad[];
  readonly melding: { readonly id: number; readonly ledigFra: Dato; readonly tildeltFra: Dato | null } | null;
  readonly tomrom: readonly Tomrom[];
  /** orders of this kind of place that nobody has moved in on */
  readonly venter: readonly Venterad[];
};

/** Sums by kind of place, in the order of `plasser`. */
export function summerPlasser(plasser: readonly Plassrad[]): Typesum[] {
  return [...Map.groupBy(plasser, (p) => p.plasstype)].map(([plasstype, rader]) => {
    const tomme = rader.filter((p) => p.oppholdId === null);
    return {
      plasstype,
      plasser: rader.length,
      iBruk: rader.length - tomme.length,
      borte: rader.filter((p) => p.borteFra !== null).length,
      ledigMeldt: rader.filter((p) => p.ledigFra !== null).length,
      tommeUtenMelding: tomme.filter((p) => p.ledigFra === null).length,
    };
  });
}
