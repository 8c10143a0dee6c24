import type { Dato } from '#lib/core/dato.ts';
import type { Utfall } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { Klageregel } from '#lib/vedtak/domain/klageregel.ts';
import type { SignertKontrakt } from '#lib/vedtak/domain/kontrakt.ts';
import type { Omfang } from '#lib/vedtak/domain/omfang.ts';
import type { Horing } from './lag-saksbrev.ts';

export type Brevsprak = 'nb' | 'nn';

/** The ten things that a letter about a vedtak must say. */
export const PUNKTER = ['MOTTAKER', 'VEDTAK', 'HJEMMEL', 'FAKTUM', 'SYN', 'VURDERING', 'EGENANDEL', 'ENDRING', 'KLAGE', 'KONTAKT'] as const;
export type Punkt = (typeof PUNKTER)[number];

/** Everything a letter is made from, as it is on the day of the vedtak. */
export type Brevgrunnlag = {
  readonly sprak: Brevsprak;
  readonly kommune: string;
  readonly kontor: string;
  /** no address when it is protected */
  readonly mottaker: { readonly navn: string; readonly adresse: string | null };
  readonly representant: { readonly rolle: 'VERGE' | 'FULLMEKTIG'; readonly navn: string } | null;
  /** null while it is being written */
  readonly nummer: string | null;
  readonly dato: Dato;
  readonly tjeneste: { readonly navn: string; readonly hjemmel: string; readonly bekreftet: boolean; readonly egenandel: boolean };
  readonly utfall: Utfall;
  readonly omfang: Omfang | null;
  readonly tillegg: boolean;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly utforer: string | null;
  readonly erstatter: { readonly nummer: string; readonly omfang: Omfang } | null;
  readonly begrunnelse: string;
  readonly reduksjonsgrunn: string | null;
  /** how the recipient was heard before getting less */
  readonly horing?: Horing;
  /** days a change of provider takes, where the recipient may choose */
  readonly byttefristDager?: number | null;
  /** what the level means, in the municipality's words */
  readonly nivainnhold?: string | null;
  /** the signed contract that it rests on: the services and how often */
  readonly kontrakt?: Pick<SignertKontrakt, 'manedsbelopOre' | 'poster'> | null;
  /** who decides an appeal and when it must be there; the act's own where nothing is given */
  readonly regel?: Klageregel;
  readonly henvendelse: { readonly mottatt: Dato } | null;
  readonly utredning: { readonly dato: Dato; readonly hjemmebesok: boolean; readonly synspunkt: string | null } | null;
  readonly saksbehandler: string;
  readonly leder: string | null;
};

/** A section of the letter, and which of the ten points it answers. */
export type Brevdel = { readonly punkter: readonly Punkt[]; readonly overskrift: string; readonly avsnitt: readonly string[]; readonly liste: readonly string[] };

/** The letter, ready to be set as a page or a PDF: the same words in both. */
export type Brev = {
  readonly sprak: Brevsprak;
  readonly mal: string;
  readonly avsender: readonly string[];
  readonly mottaker: readonly string[];
  readonly ref: readonly { readonly navn: string; readonly verdi: string }[];
  readonly overskrift: string;
  readonly deler: readonly Brevdel[];
  readonly underskrift: readonly string[];
  /** the points that lack a fact, for the one who writes */
  readonly mangler: readonly Punkt[];
  /** legal references that nobody has confirmed */
  readonly ubekreftet: readonly string[];
};
