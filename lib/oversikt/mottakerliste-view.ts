import type { Dato } from '#lib/core/dato.ts';

export const BEHOVSGRUPPER = ['NOE', 'MIDDELS', 'OMFATTENDE', 'UOPPGITT'] as const;
export type Behovsgruppe = (typeof BEHOVSGRUPPER)[number];

export type Mottakerfilter = {
  readonly sok: string;
  readonly behov: Behovsgruppe | null;
  readonly tjeneste: string | null;
  readonly enhet: number | null;
  readonly vedtak: 'MED' | 'UTEN' | null;
  readonly sorter: 'navn' | 'alder';
  readonly retning: 'stigende' | 'synkende';
  readonly side: number;
};

export type Mottakerlinje = {
  readonly id: number;
  readonly pseudonym: string;
  readonly fornavn: string;
  readonly etternavn: string;
  readonly fodselsdato: Dato;
  readonly gradering: string;
  readonly skjermet: boolean;
  readonly avsluttet: Dato | null;
  readonly saksbehandler: string | null;
  /** codes of the services in force */
  readonly tjenester: readonly string[];
  readonly enheter: readonly string[];
  readonly behov: Behovsgruppe | null;
};

type Felt = Readonly<Record<string, string | undefined>>;

/** The filter that an address holds; what cannot be read is left out. */
export function lesMottakerfilter(felt: Felt, sortering: Pick<Mottakerfilter, 'sorter' | 'retning' | 'side'>): Mottakerfilter {
  return {
    sok: (felt['sok'] ?? '').trim().slice(0, 80),
    behov: BEHOVSGRUPPER.find((gruppe) => gruppe === felt['behov']) ?? null,
    tjeneste: felt['tjeneste'] || null,
    enhet: /^[1-9]\d{0,8}$/.test(felt['enhet'] ?? '') ? Number(felt['enhet']) : null,
    vedtak: felt['vedtak'] === 'MED' || felt['vedtak'] === 'UTEN' ? felt['vedtak'] : null,
    ...sortering,
  };
}

export function erFiltrert(f: Mottakerfilter): boolean {
  return f.sok !== '' || f.behov !== null || f.tjeneste !== null || f.enhet !== null || f.vedtak !== null;
}

/** A row as the table draws it: the services by name. */
export type Mottakerrad = Mottakerlinje & { readonly alder: number };
