export const INNDELINGER = ['behov', 'alder', 'sone', 'kontor', 'gruppe'] as const;
export type Inndeling = (typeof INNDELINGER)[number];

/** Granted minutes a week per recipient in a group; null key: not stated. Quartiles are whole minutes. */
export type Omfangsgruppe = { readonly nokkel: string | null; readonly antall: number; readonly q1: number; readonly median: number; readonly q3: number };
/** What was decided in a group the last year. */
export type Utfallsgruppe = { readonly nokkel: string | null; readonly antall: number; readonly mottakere: number; readonly avslag: number; readonly delvis: number; readonly klager: number; readonly omgjort: number };

/** A row of the table: the numbers, or that they are hidden. */
export type Omfangsrad = { readonly nokkel: string | null; readonly skjult: true } | ({ readonly skjult: false } & Omfangsgruppe);
/** Counts of one to four are `FA`. */
export type Tall = number | 'FA';
export type Utfallsrad =
  | { readonly nokkel: string | null; readonly skjult: true }
  | { readonly nokkel: string | null; readonly skjult: false; readonly antall: number; readonly avslag: Tall; readonly delvis: Tall; readonly klager: Tall; readonly omgjort: Tall };

export type Likebehandling = {
  readonly inndeling: Inndeling;
  readonly alle: Omfangsrad | null;
  readonly omfang: readonly Omfangsrad[];
  readonly utfall: readonly Utfallsrad[];
  readonly tjenester: readonly { readonly kode: string; readonly navn: string }[];
};

export function lesInndeling(verdi: string | undefined): Inndeling {
  return INNDELINGER.find((en) => en === verdi) ?? 'behov';
}
