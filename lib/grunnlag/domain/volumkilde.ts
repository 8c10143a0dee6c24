/** Every way of counting that a component can have, in the order they are offered (the reports' models; regnekjerne 2). */
export const VOLUMKILDER = [
  'VEDTATT_TID',
  'VEDTATT_BESOK',
  'UTFORT_TID',
  'UTFORT_TID_MAKS_VEDTATT',
  'BESOK',
  'VEDTATT_ANTALL',
  'UTFORT_ANTALL',
  'BELAGTE_DOGN',
  'PLASSER',
  'NIVA_MANEDSSLUTT',
  'BRUKERE_MANED',
  'VEDTAK_MANED',
  'KONTRAKT',
] as const;
export type Volumkilde = (typeof VOLUMKILDER)[number];

/** Kinds of places, of which a day place is paid by the day. */
export const PLASSTYPER = ['LANGTID', 'KORTTID', 'FORSTERKET', 'DAG'] as const;
export type Plasstype = (typeof PLASSTYPER)[number];
