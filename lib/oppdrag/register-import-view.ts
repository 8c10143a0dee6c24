import type { Dato } from '#lib/core/dato.ts';
import type { Mangel } from '#lib/oppdrag/domain/register-import.ts';

export type Registerstatus = 'LASTER_OPP' | 'LEST' | 'TATT_INN' | 'FORKASTET';
export type Registertall = { readonly NY: number; readonly LIK: number; readonly ENDRET: number; readonly RETTES: number; readonly mangler: Readonly<Partial<Record<Mangel, number>>>; readonly manglerKolonner: readonly string[] };
export type Registerhode = { readonly id: number; readonly filnavn: string; readonly status: Registerstatus; readonly opprettet: Date; readonly hvem: string | null; /** sent by another system, not read from a file */ readonly fraSystem: boolean; readonly tattInn: Date | null; readonly tall: Partial<Registertall> };

/** A row of the list to mend: enough to find it in the other system. */
export type Ryddrad = {
  readonly rad: number;
  readonly utfall: string;
  readonly mangler: readonly Mangel[];
  readonly navn: string;
  readonly kildeId: string | null;
  readonly tjeneste: string | null;
  readonly enhet: string | null;
  readonly fom: Dato | null;
  readonly tom: Dato | null;
  readonly celler: string | null;
};
export type UkjentOrd = { readonly liste: 'tjeneste' | 'enhet'; readonly ord: string; readonly antall: number };
export type Registerside = Registerhode & {
  readonly hode: readonly string[];
  readonly kolonner: Readonly<Record<string, string>>;
  readonly rydd: readonly Ryddrad[];
  readonly ukjente: readonly UkjentOrd[];
  readonly valg: { readonly tjeneste: readonly { readonly verdi: string; readonly tekst: string }[]; readonly enhet: readonly { readonly verdi: string; readonly tekst: string }[] };
};
