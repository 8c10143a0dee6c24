/** Where an imported plan is: judged, taken in, being taken back, taken back. */
export type Mottaksstatus = 'LEST' | 'TATT_INN' | 'ANGRER' | 'ANGRET';
