import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Utfall } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { Omfang, OmfangKolonner } from '#lib/vedtak/domain/omfang.ts';
import type { Vedtakstilstand } from '#lib/vedtak/domain/vedtak-tilstand.ts';

export type VedtakDetalj = OmfangKolonner & {
  readonly id: number;
  readonly nummer: string;
  readonly mottakerId: number;
  readonly pseudonym: string;
  readonly skjermet: boolean;
  readonly navn: string | null;
  readonly tjeneste: string;
  readonly utfall: Utfall;
  readonly tillegg: boolean;
  readonly begrunnelse: string;
  readonly reduksjonsgrunn: string | null;
  readonly kort: boolean;
  readonly hjemmel: string;
  readonly fattetDato: Dato;
  readonly fattetAv: string | null;
  readonly erstatterId: number | null;
  readonly erstatterNummer: string | null;
  readonly erstattetAvId: number | null;
  readonly erstattetAvNummer: string | null;
};

export type Virkningsrad = { readonly id: number; readonly fom: Dato; readonly tom: Dato | null; readonly grunn: string; readonly gjeldende: boolean; readonly registrert: Date; readonly av: string | null };

export type Oppdragsstatus = {
  readonly id: number;
  readonly enhet: string;
  readonly fom: Dato;
  readonly tom: Dato | null;
  readonly tidsband: readonly string[];
  readonly mottatt: Date;
  readonly bekreftet: Date | null;
  readonly iverksatt: Dato | null;
  readonly avsluttet: Date | null;
  readonly annullert: Date | null;
};

/** `overskrift` is the letter's own. */
export type Saksbrevlenke = { readonly id: number; readonly slag: string; readonly laget: Date; readonly overskrift: string };

export type Kostnadslinje = { readonly maned: Maned; readonly ordningId: number; readonly enhetId: number; readonly enhet: string; readonly komponent: string; readonly navn: string; readonly volum: string; readonly belopOre: number };

/** One vedtak as its page shows it; the texts about the person are null for one who sees a pseudonym. */
export type Vedtaksside = {
  readonly type: 'APEN';
  readonly vedtak: Omit<VedtakDetalj, 'begrunnelse'> & { readonly begrunnelse: string | null };
  readonly tjeneste: string;
  readonly omfang: Omfang | null;
  readonly tilstand: Vedtakstilstand;
  readonly gjeldende: Virkningsrad | null;
  readonly kanOpphore: boolean;
  readonly virkninger: readonly Virkningsrad[];
  /** letters beside the vedtak's own: notices, its end, answers to appeals */
  readonly brev: readonly Saksbrevlenke[];
  readonly oppdrag: readonly Oppdragsstatus[];
  readonly kostnad: readonly Kostnadslinje[];
};
