import type { Maned } from '#lib/core/maned.ts';
import type { Manedsrom } from '#lib/grunnlag/domain/ordning.ts';
import type { Forslagsstatus, Vist } from '#lib/stykkpris/domain/prisforslag.ts';
import type { Forslagsslag, Prisvalg } from '#lib/stykkpris/domain/prisvalg.ts';

export type Prisbokrad = Manedsrom & {
  readonly id: number;
  readonly ordningId: number;
  readonly komponent: string;
  readonly gruppe: string;
  readonly niva: number | null;
  readonly ore: number;
  readonly status: 'FORELOPIG' | 'ENDELIG';
  readonly grunnlag: string;
  readonly foreslattAv: string | null;
  readonly godkjentAv: string | null;
  readonly godkjent: Date | null;
  readonly erstattetAv: number | null;
  /** the price of the row that took this one's place */
  readonly erstattetMedOre: number | null;
  readonly forslagId: number | null;
};

/** A scheme's price rows, and which of them hold now. */
export type Prisbokordning = { readonly id: number; readonly navn: string; readonly komponenter: ReadonlyMap<string, string>; readonly rader: readonly (Prisbokrad & { readonly iKraft: boolean })[] };

/** A proposal as it is stored, with the names of those who handled it. */
export type Forslagsrad = {
  readonly id: number;
  readonly ordningId: number;
  readonly ordning: string;
  readonly ar: number;
  readonly slag: Forslagsslag;
  readonly status: Forslagsstatus;
  readonly versjon: number;
  readonly fraManed: Maned;
  readonly valg: Prisvalg;
  readonly vist: Vist | null;
  readonly endret: Date;
  readonly endretAv: number;
  readonly endretAvNavn: string | null;
  readonly foreslattAv: number | null;
  readonly foreslattAvNavn: string | null;
  readonly foreslatt: Date | null;
  readonly avgjortAvNavn: string | null;
  readonly avgjort: Date | null;
  readonly grunn: string | null;
};
