import type { Dato } from '#lib/core/dato.ts';
import type { Instansutfall, Klage, Klager, Klokke, Utfall } from '#lib/vedtak/domain/klage.ts';

export type Klagerad = Klage & {
  readonly id: number;
  readonly mottakerId: number;
  readonly navn: string;
  readonly vedtakId: number;
  readonly nummer: string;
  readonly tjeneste: string;
  readonly fattet: Dato;
  readonly klager: Klager;
  readonly innhold: string;
  readonly brevMottatt: Dato;
  readonly instans: string;
  readonly vurdering: string | null;
  readonly avgjort: Dato | null;
  readonly oversendt: Dato | null;
  readonly instansUtfall: Instansutfall | null;
  readonly instansDato: Dato | null;
  readonly nyttVedtakId: number | null;
  readonly nyttNummer: string | null;
  readonly saksbehandler: string | null;
  readonly versjon: number;
};

export type Klagehendelse = { readonly id: number; readonly type: string; readonly tekst: string; readonly tid: Date; readonly hvem: string | null };
export type Erstatning = { readonly id: number; readonly nummer: string };
/** What can be asked of the list. */
export const KLAGEUTVALG = ['APNE', 'HOS_OSS', 'HOS_INSTANS', 'FERDIGE'] as const;
export type Klageutvalg = (typeof KLAGEUTVALG)[number];

export type Klageliste = { readonly rader: readonly (Klagerad & { readonly klokke: Klokke; readonly forSent: boolean })[]; readonly antall: number; readonly hosOss: number; readonly forfalt: number; readonly utfall: Readonly<Partial<Record<Utfall, number>>> };
