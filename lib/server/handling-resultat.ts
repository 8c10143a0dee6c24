/** One thing wrong with what was sent; `felt` is the field's path in the schema ("periode.fom"), absent when it concerns the whole. */
export interface HandlingFeil {
  felt?: string;
  melding: string;
}

/** Why an action said no: invalid input, no access, changed by someone else, or refused by a rule. */
export type HandlingKode = 'ugyldig' | 'ikke-tilgang' | 'konflikt' | 'avvist';

/** What every server action returns to a form. Messages are ready to be read, in the reader's language. */
export type HandlingResultat<T> =
  | { ok: true; verdi: T }
  | { ok: false; feil: HandlingFeil[]; kode?: HandlingKode };
