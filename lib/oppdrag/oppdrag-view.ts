import type { Dato } from '#lib/core/dato.ts';
import type { SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';
import type { Oppdragstilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';

export const PER_SIDE = 50;

/** Who an order or a visit is for. `navn` is null when this account may not see who it is. */
export type Mottakernavn = { readonly navn: string | null; readonly pseudonym: string };

/** What the vedtak grants, as columns. */
export type Omfangskolonner = {
  readonly omfangType: 'TIMER' | 'ANTALL' | 'NIVA' | 'PLASS' | 'KONTRAKT' | null;
  readonly minutter: number | null;
  readonly besok: number | null;
  readonly perUker: number;
  readonly antall: number | null;
  readonly niva: number | null;
  readonly plasstype: string | null;
};

export type Oppdragsrad = Mottakernavn &
  Omfangskolonner & {
    readonly id: number;
    readonly mottakerId: number;
    readonly vedtakNummer: string;
    readonly tjenesteNb: string;
    readonly tjenesteNn: string;
    readonly fom: Dato;
    readonly tom: Dato | null;
    /** the day the order came */
    readonly mottatt: Dato;
    readonly iverksatt: Dato | null;
    readonly tilstand: Oppdragstilstand;
  };

export type Oppdragsside = Oppdragsrad & {
  readonly enhetNavn: string;
  readonly bekreftet: Dato | null;
  readonly bekreftetAv: string | null;
  readonly annullert: boolean;
  /** what it is for when the vedtak is a contract */
  readonly kontrakt: SignertKontrakt | null;
  readonly kanBekreftes: boolean;
  readonly kanIverksettes: boolean;
  /** granted in hours, has begun, and is not over */
  readonly kanRegistreres: boolean;
  readonly pauser: readonly { readonly fom: Dato; readonly tom: Dato | null; readonly arsak: string }[];
};

export type Oppdragsfilter = { readonly tilstand: Oppdragstilstand | null; readonly sok: string; readonly side: number };

export type Oppdragsliste = {
  readonly rader: readonly Oppdragsrad[];
  /** of the rows that the filter lets through */
  readonly antall: number;
  /** of all the unit's orders that the search finds */
  readonly perTilstand: Readonly<Record<Oppdragstilstand, number>>;
};
