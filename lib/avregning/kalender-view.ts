import type { Frister, Kalendersteg, Stegstatus } from '#lib/avregning/domain/kalender.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';

/** A step of one unit: where it stands, by when, and who did it on which day. */
export type Stegview = { readonly steg: Kalendersteg; readonly status: Stegstatus; readonly frist: Dato; readonly hvem: string | null; readonly dato: string | null };
export type Kalenderrad = {
  readonly enhetId: number;
  readonly enhet: string;
  /** days of the month that are declared */
  readonly dager: number;
  readonly stipulert: boolean;
  readonly stipuleringVenter: boolean;
  readonly apenInnsigelse: boolean;
  readonly steg: readonly Stegview[];
};
/** The units of a month against its deadlines. */
export type Kalenderbilde = { readonly frist: Frister; readonly rader: readonly Kalenderrad[] };

export type Innsigelseview = {
  readonly id: number;
  readonly enhet: string | null;
  readonly belopOre: number;
  readonly tekst: string;
  readonly meldt: string;
  readonly meldtNavn: string | null;
  readonly avgjort: string | null;
  readonly avgjortNavn: string | null;
  readonly utfall: 'TATT_TIL_FOLGE' | 'AVVIST' | null;
  readonly svar: string | null;
  /** the reader's own, which another answers */
  readonly egen: boolean;
};

export type Paminnelsesslag = 'ERKLAR' | 'ATTESTER' | 'BOKFOR' | 'LUKK';
/** A step that waits for an account. */
export type Paminnelse = { readonly slag: Paminnelsesslag; readonly enhetId: number | null; readonly maned: Maned; readonly frist: Dato };
export type Paminnelseview = Paminnelse & { readonly enhet: string | null };
