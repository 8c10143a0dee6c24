import type { Dato } from '#lib/core/dato.ts';
import type { PersonMedAlder, Saksforhold } from '#lib/sak/sak-view.ts';
import type { Utfall } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { Tjenestepakke } from '#lib/oversikt/domain/tjenestepakke.ts';
import type { Uketall } from '#lib/oversikt/domain/levert-mot-vedtatt.ts';

export type SisteVedtak = { readonly id: number; readonly nummer: string; readonly tjeneste: string; readonly utfall: Utfall; readonly fattetDato: Dato };

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
  /** newest first */
  readonly siste: readonly SisteVedtak[];
};
