import type { Kopost } from '#lib/utfort-tid/domain/felt-ko.ts';
import type { Feltliste, Feltoppdrag, Feltpost } from '#lib/utfort-tid/felt-view.ts';

/** A registration on the phone, with what its owner needs to see of it. */
export type Telefonpost = Kopost & {
  readonly post: Feltpost;
  readonly navn: string;
  readonly tjeneste: string;
  /** when it was, in the phone's milliseconds */
  readonly naar: number;
  /** why it was refused: the code, and in words */
  readonly avslag: { readonly grunn: string; readonly melding: string } | null;
  /** what the server said about it when it was stored */
  readonly beskjeder: readonly string[];
  /** a copy waits with the leader, since the session ended before it was sent */
  readonly iKarantene?: boolean;
};

/** The visit one is at now. */
export type Pagar = { /** the id its registration gets; those from before had none */ readonly id?: string; readonly oppdragId: number; readonly navn: string; readonly tjeneste: string; readonly startMs: number; readonly merke: string | null; readonly planlagtMinutter: number | null; readonly oppgaver: readonly string[] };

/** A line of the list: a planned visit, or an order with time left. */
export type Feltlinje = Feltoppdrag & { readonly linje: string; readonly kl: string | null; readonly personer: number; readonly oppgaver: readonly string[] };

/** The list as it lies on the phone, with the phone's own time of the fetch. */
export type Lagretliste = { readonly liste: Feltliste; readonly hentet: number };

export type Fase = 'LASTER' | 'KLAR' | 'UTLOGGET' | 'AV' | 'UTEN_LAGER';

export type Felttilstand = {
  readonly fase: Fase;
  readonly konto: string | null;
  readonly lagret: Lagretliste | null;
  readonly pagar: Pagar | null;
  readonly poster: readonly Telefonpost[];
  readonly sender: boolean;
  /** the phone's milliseconds when the net was lost, or null */
  readonly utenNettSiden: number | null;
  /** registrations that wait for their owner to log in; only counted, never opened */
  readonly venterPaaInnlogging: number;
  /** how many of them the leader has a copy of */
  readonly hosLeder: number;
  /** where one registers when the app is off */
  readonly sted: string | null;
  readonly nyVersjon: boolean;
};

let tilstand: Felttilstand = { fase: 'LASTER', konto: null, lagret: null, pagar: null, poster: [], sender: false, utenNettSiden: null, venterPaaInnlogging: 0, hosLeder: 0, sted: null, nyVersjon: false };
const lyttere = new Set<() => void>();

export const start = tilstand;
export const naa = (): Felttilstand => tilstand;

export function sett(endring: Partial<Felttilstand>): void {
  tilstand = { ...tilstand, ...endring };
  for (const lytter of lyttere) lytter();
}

export function lytt(lytter: () => void): () => void {
  lyttere.add(lytter);
  return () => lyttere.delete(lytter);
}
