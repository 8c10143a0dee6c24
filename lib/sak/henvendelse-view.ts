import type { Dato } from '#lib/core/dato.ts';
import type { Klokke } from '#lib/sak/domain/svarfrist.ts';

export const INNBOKSVALG = ['MINE', 'UFORDELTE', 'OVER', 'APNE', 'BESVARTE'] as const;
export type Innboksvalg = (typeof INNBOKSVALG)[number];

export type Henvendelseslinje = {
  readonly id: number;
  readonly mottakerId: number;
  readonly navn: string;
  readonly skjermet: boolean;
  readonly mottatt: Dato;
  readonly type: 'SOKNAD' | 'HENVISNING' | 'MELDING';
  readonly fra: string;
  readonly tjenester: readonly string[];
  readonly frist: Dato;
  readonly forventet: Dato | null;
  readonly status: 'NY' | 'TIL_BEHANDLING' | 'BESVART';
  readonly besvart: Dato | null;
  readonly utfall: string | null;
  readonly kontoId: number | null;
  readonly saksbehandler: string | null;
};
/** `klokke` null: it is answered. */
export type Innboksrad = Henvendelseslinje & { readonly klokke: Klokke | null };
export type Innbokstall = { readonly mine: number; readonly ufordelte: number; readonly over: number; readonly apne: number };

export type Henvendelsen = Henvendelseslinje & {
  readonly kanal: string;
  readonly innhold: string;
  readonly avslutningsgrunn: string | null;
  readonly registrertAv: string | null;
};
export type SendtSvar = { readonly id: number; readonly sendt: Date; readonly forventet: Dato; readonly sendtAv: string | null };
export type KnyttetVedtak = { readonly id: number; readonly nummer: string; readonly tjeneste: string };

/** What an address may choose; the account's own first. */
export function lesInnboksvalg(verdi: string | undefined): Innboksvalg {
  return INNBOKSVALG.find((en) => en === verdi) ?? 'APNE';
}
