/** What is known about an account's tie to a case on a day. */
export type Tilknytning = {
  readonly erSaksbehandler: boolean;
  readonly harArbeidetISaken: boolean;
  /** the reason already given on this day, if any */
  readonly grunnIDag: string | null;
};

/** Acts in the log that make the case one's own work. */
export const ARBEIDSHANDLINGER = ['FATT_VEDTAK', 'OPPHOR_VEDTAK'] as const;

export const MINSTE_GRUNN = 10;

/** One who neither owns the case nor has worked on it says why before the record is opened, once a day. */
export function maOppgiGrunn(t: Tilknytning): boolean {
  return !t.erSaksbehandler && !t.harArbeidetISaken && t.grunnIDag === null;
}
