import type { Dato } from '#lib/core/dato.ts';
import { VEDTAKSTILSTANDER } from '#lib/vedtak/domain/vedtak-tilstand.ts';
import type { Vedtakstilstand } from '#lib/vedtak/domain/vedtak-tilstand.ts';
import type { Omfang, OmfangKolonner } from '#lib/vedtak/domain/omfang.ts';

export type Vedtaksfilter = {
  readonly nummer: string;
  readonly tjeneste: string | null;
  readonly tilstand: Vedtakstilstand | null;
  readonly enhet: number | null;
  readonly eldstForst: boolean;
  readonly side: number;
};

export type Vedtakslinje = OmfangKolonner & {
  readonly id: number;
  readonly nummer: string;
  readonly tjeneste: string;
  readonly fattetDato: Dato;
  readonly pseudonym: string;
  /** null when this account may not see who it is */
  readonly navn: string | null;
  readonly skjermet: boolean;
  readonly fom: Dato | null;
  readonly tom: Dato | null;
  readonly grunn: string | null;
  readonly utforer: string | null;
};

type Felt = Readonly<Record<string, string | undefined>>;

/** The filter that an address holds; what cannot be read is left out. */
export function lesVedtaksfilter(felt: Felt, rest: Pick<Vedtaksfilter, 'eldstForst' | 'side'>): Vedtaksfilter {
  return {
    nummer: (felt['nummer'] ?? '').trim().toUpperCase().slice(0, 30),
    tjeneste: felt['tjeneste'] || null,
    tilstand: VEDTAKSTILSTANDER.find((t) => t === felt['tilstand']) ?? null,
    enhet: /^[1-9]\d{0,8}$/.test(felt['enhet'] ?? '') ? Number(felt['enhet']) : null,
    ...rest,
  };
}

export function erFiltrert(f: Vedtaksfilter): boolean {
  return f.nummer !== '' || f.tjeneste !== null || f.tilstand !== null || f.enhet !== null;
}

/** A row as the table draws it. */
export type Vedtakstabellrad = Pick<Vedtakslinje, 'id' | 'nummer' | 'fattetDato' | 'pseudonym' | 'skjermet' | 'fom' | 'tom' | 'utforer' | 'tjeneste'> & {
  readonly mottaker: string | null;
  readonly omfang: Omfang | null;
  readonly tilstand: Vedtakstilstand;
};
