/** What a complaint or a report of deviation is about. Never of whom. */
export const MELDINGSKATEGORIER = ['TIL_RETT_TID', 'INNHOLD', 'BEMANNING', 'LEGEMIDLER', 'FALL_OG_SKADE', 'DOKUMENTASJON', 'OPPTREDEN', 'ANNET'] as const;
export type Meldingskategori = (typeof MELDINGSKATEGORIER)[number];
