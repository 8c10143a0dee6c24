import type { AvregningInn, Fastledd } from '#lib/avregning/domain/avregning-inn.ts';

/** Names in a case, by the database's ids: codes of units and schemes, numbers of vedtak, pseudonyms of recipients. */
export type Saksnavn = {
  readonly enhet: (id: string) => string;
  readonly ordning: (id: string) => string;
  readonly vedtak: (id: string) => string;
  readonly mottaker: (id: string) => string;
};

function medEnhetskode(f: Fastledd, enhet: Saksnavn['enhet']): Fastledd {
  return f.type === 'RAMME' ? { ...f, enhet: enhet(f.enhet) } : f;
}

/** A case that can leave the house: everything has a code or a pseudonym, and nobody a name. */
export function pseudonymiser(inn: AvregningInn, navn: Saksnavn): AvregningInn {
  return {
    ...inn,
    ordninger: inn.ordninger.map((o) => ({
      ...o,
      id: navn.ordning(o.id),
      enheter: o.enheter === null ? null : o.enheter.map(navn.enhet),
      fastledd: o.fastledd.map((f) => medEnhetskode(f, navn.enhet)),
    })),
    enheter: inn.enheter.map((e) => ({ ...e, id: navn.enhet(e.id) })),
    vedtak: inn.vedtak.map((v) => ({ ...v, id: navn.vedtak(v.id), mottaker: navn.mottaker(v.mottaker) })),
    oppdrag: inn.oppdrag.map((o) => ({ ...o, vedtak: navn.vedtak(o.vedtak), enhet: navn.enhet(o.enhet) })),
    regnskap: inn.regnskap.map((r) => ({ ...r, enhet: navn.enhet(r.enhet) })),
    manuelle: inn.manuelle.map((m) => ({ ...m, ordning: navn.ordning(m.ordning), enhet: navn.enhet(m.enhet) })),
    bokfort: inn.bokfort.map((l) => ({ ...l, ordning: navn.ordning(l.ordning), enhet: navn.enhet(l.enhet), vedtak: l.vedtak === null ? null : navn.vedtak(l.vedtak) })),
  };
}
