import type { Dato } from '#lib/core/dato.ts';
import type { Bud, Kontraktstilstand, Part, Slutt } from '#lib/vedtak/domain/kontrakt.ts';

/** Who it is about, as far as the account may see: a provider has no name for one who is not its own yet. */
export type Kontraktshode = {
  readonly id: number;
  readonly mottakerId: number;
  readonly navn: string | null;
  readonly pseudonym: string | null;
  readonly tjenesteNb: string;
  readonly tjenesteNn: string;
  readonly tjeneste: string;
  readonly enhetId: number;
  readonly enhet: string;
  readonly tilstand: Kontraktstilstand;
};

export type Kontraktsrad = Kontraktshode & { readonly nr: number; readonly manedsbelopOre: number; readonly fom: Dato; readonly tom: Dato | null; readonly frist: Dato; readonly minTur: boolean };

export type Kontraktsbud = Bud & { readonly tekst: string; readonly sendt: Dato; readonly signert: readonly { readonly part: Part; readonly navn: string; readonly dato: Dato }[] };

/** One negotiation as a party sees it: every bid, newest first, and what this party can do now. */
export type Forhandlingsside = {
  readonly hode: Kontraktshode;
  readonly part: Part;
  readonly idag: Dato;
  readonly bud: readonly Kontraktsbud[];
  readonly minTur: boolean;
  readonly kanSignere: boolean;
  readonly egenSignatur: boolean;
  readonly slutt: { readonly kan: Slutt | null; readonly dato: Dato | null; readonly hvem: string | null; readonly grunn: string | null };
  readonly vedtak: { readonly id: number; readonly nummer: string } | null;
};

export type Kontraktsliste = { readonly rader: readonly Kontraktsrad[]; readonly minTur: number; readonly antall: number };

export const KONTRAKTSUTVALG = ['APNE', 'SIGNERTE', 'FERDIGE'] as const;
export type Kontraktsutvalg = (typeof KONTRAKTSUTVALG)[number];
export const KONTRAKTER_PER_SIDE = 50;

/** What the form for a first bid offers. */
export type NyKontraktView = {
  readonly idag: Dato;
  readonly frist: Dato;
  readonly mottaker: { readonly id: number; readonly navn: string };
  readonly tjenester: readonly { readonly kode: string; readonly navn: string; readonly enheter: readonly { readonly id: number; readonly navn: string }[] }[];
};
