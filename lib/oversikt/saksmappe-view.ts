import type { Dato } from '#lib/core/dato.ts';
import type { PersonMedAlder, Saksforhold } from '#lib/sak/sak-view.ts';
import type { Tjenestepakke } from '#lib/oversikt/domain/tjenestepakke.ts';
import type { Uketall } from '#lib/oversikt/domain/levert-mot-vedtatt.ts';

export type Avslagsrad = { readonly id: number; readonly nummer: string; readonly tjeneste: string; readonly fattetDato: Dato };

/** A recipient's record, open. */
export type Saksmappe = {
  readonly type: 'APEN';
  readonly person: PersonMedAlder;
  readonly erSaksbehandler: boolean;
  /** the reason given today by one who does not own the case */
  readonly grunn: string | null;
  readonly idag: Dato;
  readonly tjenestenavn: Readonly<Record<string, string>>;
  readonly utkastEndret: Date | null;
  readonly forhold: Saksforhold;
  readonly vindu: { readonly fom: Dato; readonly tom: Dato };
  readonly pakke: Tjenestepakke;
  readonly uker: readonly Uketall[];
  readonly avslag: readonly Avslagsrad[];
  readonly antallVedtak: number;
};
