/** The kinds of work that the worker process does, each with a queue of its own. */
export const JOBBTYPER = ['AVREGNING', 'FORHANDSVISNING', 'FILIMPORT', 'VARSELPOST'] as const;
export type Jobbtype = (typeof JOBBTYPER)[number];

/** What the queue carries: only where to look. The job's row is the truth, and the message may come twice. */
export type Jobbmelding = { readonly jobbId: number; readonly kommuneId: number };

/** The queue's name in the schema of pg-boss. */
export function koFor(type: Jobbtype): string {
  return type.toLowerCase();
}

export function erJobbtype(verdi: unknown): verdi is Jobbtype {
  return (JOBBTYPER as readonly unknown[]).includes(verdi);
}
