/** Whole days; null tjeneste is all of them. */
export type Ventetidsgruppe = {
  readonly tjeneste: string | null;
  readonly antall: number;
  readonly medianVedtak: number | null;
  readonly niVedtak: number | null;
  readonly startet: number;
  readonly medianStart: number | null;
  readonly overManeden: number;
};
/** `null` numbers of a small group are hidden, not missing. */
export type Ventetidsrad = { readonly navn: string | null; readonly liten: boolean } & Ventetidsgruppe;
