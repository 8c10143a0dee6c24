/** What came of sending the form: issued with a number, or waiting for a second person. */
export type FattEllerVenter = { readonly vedtakId: number; readonly nummer: string } | { readonly forslagId: number };
