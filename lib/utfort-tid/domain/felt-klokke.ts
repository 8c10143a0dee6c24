/** A phone's clock may be this far from the server's before anybody is told. */
export const TILLATT_AVVIK_SEKUNDER = 5 * 60;

/** Milliseconds since the epoch: the phone's own word for when it recorded and when it sent, and the server's for when it received. */
export type Klokkeslag = { readonly opprettet: number; readonly sendt: number; readonly mottatt: number };

export type Klokkedom = {
  /** the phone's clock less the server's; a phone that is ahead is positive */
  readonly avvikSekunder: number;
  /** too far off, or turned back between the recording and the sending */
  readonly feil: boolean;
};

/** Compares the two clocks at the one moment both were read. */
export function vurderKlokke({ opprettet, sendt, mottatt }: Klokkeslag): Klokkedom {
  const avvikSekunder = Math.round((sendt - mottatt) / 1000);
  const skrudd = opprettet - sendt > TILLATT_AVVIK_SEKUNDER * 1000;
  return { avvikSekunder, feil: Math.abs(avvikSekunder) > TILLATT_AVVIK_SEKUNDER || skrudd };
}

/**
 * The server's time of something the phone measured. A small difference is left as it is: the minutes people read on
 * their phone are the minutes that stand in the list.
 */
export function rettetTid(telefonMs: number, avvikSekunder: number): number {
  return Math.abs(avvikSekunder) > TILLATT_AVVIK_SEKUNDER ? telefonMs - avvikSekunder * 1000 : telefonMs;
}
