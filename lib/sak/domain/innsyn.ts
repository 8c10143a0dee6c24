/** What is known about an account's tie to a case on a day. */
export type Tilknytning = {
  readonly erSaksbehandler: boolean;
  readonly harArbeidetISaken: boolean;
  /** the reason already given on this day, if any */
  readonly grunnIDag: string | null;
};

/** Acts in the log that make the case one's own work. */
export const ARBEIDSHANDLINGER = ['FATT_VEDTAK', 'OPPHOR_VEDTAK', 'REGISTRER_MOTTAKER', 'FERDIGSTILL_UTREDNING'] as const;

export const MINSTE_GRUNN = 10;
export const MAKS_GRUNN = 300;

/** One who neither owns the case nor has worked on it says why before the record is opened, once a day. */
export function maOppgiGrunn(t: Tilknytning): boolean {
  return !t.erSaksbehandler && !t.harArbeidetISaken && t.grunnIDag === null;
}

/** Looks and acts that the access list names; anything else is said in general words. */
export const KJENTE_OPPSLAG = [
  'SE_MOTTAKER', 'SE_VEDTAK', 'SE_INNSYN', 'NYTT_VEDTAK', 'OPPGI_GRUNN', 'FATT_VEDTAK', 'OPPHOR_VEDTAK', 'SE_BREV', 'LAST_NED_BREV', 'SEND_FORHANDSVARSEL', 'REGISTRER_VARSELSVAR', 'VURDER_VARSEL', 'TREKK_VARSEL', 'SE_FORHANDSVARSEL', 'FORESLA_VEDTAK', 'GODKJENN_VEDTAK', 'AVVIS_VEDTAK', 'TREKK_VEDTAKSFORSLAG', 'SE_VEDTAKSFORSLAG', 'REGISTRER_KLAGE', 'BEHANDLE_KLAGE', 'SE_KLAGE', 'FORLENG_VEDTAK', 'AVSLUTT_ALT', 'SE_OPPLYSNINGER', 'ENDRE_MOTTAKER',
  'REGISTRER_MOTTAKER', 'NAVNGI_MOTTAKERTILGANG', 'AVSLUTT_MOTTAKERTILGANG', 'LAST_NED_INNSYN', 'SE_HENVENDELSE', 'REGISTRER_HENVENDELSE', 'TA_HENVENDELSE', 'TILDEL_HENVENDELSE',
  'FORELOPIG_SVAR', 'LAST_NED_SVAR', 'AVSLUTT_HENVENDELSE', 'SE_UTREDNING', 'FERDIGSTILL_UTREDNING',
] as const;
