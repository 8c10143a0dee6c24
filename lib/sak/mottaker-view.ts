import type { Dato } from '#lib/core/dato.ts';
import type { Mottakerdata } from '#lib/sak/domain/mottakerdata.ts';
import type { Kontakt, PersonMedAlder } from '#lib/sak/sak-view.ts';

export type Kontovalg = { readonly id: number; readonly navn: string };
/** What the form of a person can be filled with. */
export type Mottakervalg = { readonly soner: readonly string[]; readonly saksbehandlere: readonly Kontovalg[] };
export type Navngitt = { readonly kontoId: number; readonly navn: string; readonly fom: Dato; readonly tom: Dato | null; readonly grunn: string; readonly gittAv: string | null };
export type Historierad = { readonly id: number; readonly tid: Date; readonly hvem: string | null; readonly felt: string; readonly fra: string | null; readonly til: string | null };

export type Opplysninger = {
  readonly person: PersonMedAlder;
  readonly data: Mottakerdata;
  readonly valg: Mottakervalg;
  readonly kontakter: readonly Kontakt[];
  readonly navngitte: readonly Navngitt[];
  /** who may be named; empty for one who may not name */
  readonly kanNavngis: readonly Kontovalg[];
  readonly historie: readonly Historierad[];
  /** the newest change of the person's own facts; 0 where nothing was changed */
  readonly sisteEndring: number;
};
