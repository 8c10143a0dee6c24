/** What is true of a registration on the phone: still here alone, received by the server, or refused with a reason. */
export type Postslag = 'IKKE_SENDT' | 'SENDT' | 'AVVIST';

export type Kopost = {
  readonly slag: Postslag;
  /** times it has been tried since it last changed */
  readonly forsok: number;
  /** not before this, in the phone's own milliseconds */
  readonly tidligst: number;
  /** when it last changed state */
  readonly endret: number;
};

/** What the phone learnt from one try. */
export type Sendesvar = 'LAGRET' | 'AVVIST' | 'NETT' | 'UTLOGGET' | 'ANNEN_PERSON';

const FORSTE_VENTING = 5_000;
const LENGSTE_VENTING = 5 * 60_000;
const DAG = 24 * 60 * 60_000;

/** A list is taken off the phone this long after it was fetched. */
export const LISTENS_LEVETID = DAG;
/** What was sent stays this long as a receipt. What is not sent has no age: it is never taken away unseen. */
export const SENDTES_LEVETID = 7 * DAG;

/** Waiting after so many failed tries: doubled each time, five minutes at the most. */
export function venting(forsok: number): number {
  return Math.min(LENGSTE_VENTING, FORSTE_VENTING * 2 ** Math.max(0, Math.min(forsok, 20) - 1));
}

/** Whether it is its turn. Only what nobody has answered yet is sent by itself; a refused one waits for a person. */
export function skalSendes(post: Kopost, naa: number): boolean {
  // A clock turned back must not hold the queue for longer than the longest wait.
  return post.slag === 'IKKE_SENDT' && (post.tidligst <= naa || post.tidligst - naa > LENGSTE_VENTING);
}

/** The queue's next turn in milliseconds from now, or null when nothing waits. */
export function nesteTur(poster: readonly Kopost[], naa: number): number | null {
  const venter = poster.filter((p) => p.slag === 'IKKE_SENDT').map((p) => (skalSendes(p, naa) ? 0 : p.tidligst - naa));
  return venter.length === 0 ? null : Math.min(...venter);
}

/** The state after a try. Nothing but the server's own word takes a registration out of the queue. */
export function etterSvar<P extends Kopost>(post: P, svar: Sendesvar, naa: number): P {
  switch (svar) {
    case 'LAGRET':
      return { ...post, slag: 'SENDT', forsok: 0, tidligst: 0, endret: naa };
    case 'AVVIST':
      return { ...post, slag: 'AVVIST', forsok: 0, tidligst: 0, endret: naa };
    case 'UTLOGGET':
    case 'ANNEN_PERSON':
      return post;
    case 'NETT':
      return { ...post, forsok: post.forsok + 1, tidligst: naa + venting(post.forsok + 1) };
  }
}

/** A refused one that was mended, or that is tried again: back in the queue, first in line. */
export function sendIgjen<P extends Kopost>(post: P, naa: number): P {
  return { ...post, slag: 'IKKE_SENDT', forsok: 0, tidligst: 0, endret: naa };
}

/** Whether a receipt is old enough to be taken off the phone. */
export function erUtgatt(post: Kopost, naa: number): boolean {
  return post.slag === 'SENDT' && Math.abs(naa - post.endret) > SENDTES_LEVETID;
}

export function listenErUtgatt(hentet: number, naa: number): boolean {
  return Math.abs(naa - hentet) > LISTENS_LEVETID;
}
