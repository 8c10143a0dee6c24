/** What time on an order was spent on. Alone in its file, so that a form can list them without the rules. */
export const KATEGORIER = ['BRUKERRETTET', 'BOMTUR', 'REISE', 'MOTE', 'DOKUMENTASJON'] as const;
export type Kategori = (typeof KATEGORIER)[number];
