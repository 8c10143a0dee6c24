import { dagnummer } from '#lib/core/dato.ts';
import type {
  Avregningsgrunnlag,
  Enhet,
  Justering,
  Komponent,
  Oppdrag,
  Opphold,
  Ordning,
  Tidsband,
  Vedtak,
} from '#lib/avregning/domain/avregning-inn.ts';
import { felles, forenet, intervallFor } from '#lib/avregning/domain/dagintervall.ts';
import type { Dagintervall } from '#lib/avregning/domain/dagintervall.ts';

/** An oppdrag with all that its volumes need, in day numbers. */
export type Leveringsoppdrag = {
  readonly oppdrag: Oppdrag;
  readonly vedtak: Vedtak;
  /** The days that the oppdrag and its vedtak have in common; pauses are not taken out. */
  readonly iKraft: Dagintervall;
  /** The vedtak's pauses, disjoint and in order. */
  readonly pauser: readonly Dagintervall[];
  readonly justeringer: readonly Justering[];
  readonly opphold: readonly Opphold[];
  /** Other oppdrag of the same vedtak that name time bands. */
  readonly andreMedBand: readonly { readonly iKraft: Dagintervall; readonly tidsband: readonly string[] }[];
};
/** What one line is the sum over. */
export type Linjegruppe = {
  readonly enhet: string;
  readonly vedtak: Vedtak;
  readonly oppdrag: readonly Leveringsoppdrag[];
};
export type Komponentplass = { readonly ordning: Ordning; readonly komponent: Komponent };

/** The facts of the settlement, looked up by id and ready to be counted. Made once per run. */
export type Indeks = {
  readonly grunnlag: Avregningsgrunnlag;
  readonly enheter: ReadonlyMap<string, Enhet>;
  readonly oppdrag: ReadonlyMap<string, Leveringsoppdrag>;
  readonly grupper: readonly Linjegruppe[];
  readonly tidsband: ReadonlyMap<string, Tidsband>;
  /** Day numbers. */
  readonly helligdager: ReadonlySet<number>;
  /** Components that apply to a service at a unit, in the order of the input. */
  readonly komponenterFor: (tjeneste: string, enhet: string) => readonly Komponentplass[];
};

export function dekkerEnhet(ordning: Ordning, enhet: string): boolean {
  return ordning.enheter === null || ordning.enheter.includes(enhet);
}

export function gjelderTjeneste(komponent: Komponent, tjeneste: string): boolean {
  return komponent.tjenester === null || komponent.tjenester.includes(tjeneste);
}

function lagKomponentoppslag(ordninger: readonly Ordning[]): Indeks['komponenterFor'] {
  const kjente = new Map<string, readonly Komponentplass[]>();
  return (tjeneste, enhet) => {
    const nokkel = JSON.stringify([tjeneste, enhet]);
    const kjent = kjente.get(nokkel);
    if (kjent) return kjent;
    const treff = ordninger
      .filter((ordning) => dekkerEnhet(ordning, enhet))
      .flatMap((ordning) => ordning.komponenter.map((komponent) => ({ ordning, komponent })))
      .filter((k) => gjelderTjeneste(k.komponent, tjeneste));
    kjente.set(nokkel, treff);
    return treff;
  };
}

/** @throws RangeError when an oppdrag names a vedtak that is not there: the facts are checked before they come here. */
function lagOppdrag(g: Avregningsgrunnlag): Map<string, Leveringsoppdrag> {
  const vedtak = new Map(g.vedtak.map((v) => [v.id, v]));
  const pauser = new Map(g.vedtak.map((v) => [v.id, forenet(v.pauser.map(intervallFor))]));
  const perVedtak = Map.groupBy(g.oppdrag, (o) => o.vedtak);
  const justeringer = Map.groupBy(g.justeringer, (j) => j.oppdrag);
  const opphold = Map.groupBy(g.opphold, (o) => o.oppdrag);
  const iKraft = (o: Oppdrag, v: Vedtak) => felles(intervallFor(o), intervallFor(v));
  return new Map(
    g.oppdrag.map((o) => {
      const v = vedtak.get(o.vedtak);
      if (!v) throw new RangeError(`Oppdraget ${o.id} viser til et vedtak som ikke finnes`);
      const andreMedBand = (perVedtak.get(v.id) ?? []).flatMap((annet) =>
        annet.id === o.id || annet.tidsband === null ? [] : [{ iKraft: iKraft(annet, v), tidsband: annet.tidsband }],
      );
      return [
        o.id,
        {
          oppdrag: o,
          vedtak: v,
          iKraft: iKraft(o, v),
          pauser: pauser.get(v.id) ?? [],
          justeringer: justeringer.get(o.id) ?? [],
          opphold: opphold.get(o.id) ?? [],
          andreMedBand,
        },
      ];
    }),
  );
}

export function lagIndeks(grunnlag: Avregningsgrunnlag): Indeks {
  const oppdrag = lagOppdrag(grunnlag);
  const grupper = Map.groupBy(oppdrag.values(), (o) => JSON.stringify([o.oppdrag.enhet, o.vedtak.id]));
  return {
    grunnlag,
    enheter: new Map(grunnlag.enheter.map((e) => [e.id, e])),
    oppdrag,
    grupper: [...grupper.values()].flatMap((liste) => {
      const forste = liste[0];
      return forste ? [{ enhet: forste.oppdrag.enhet, vedtak: forste.vedtak, oppdrag: liste }] : [];
    }),
    tidsband: new Map(grunnlag.tidsband.map((t) => [t.kode, t])),
    helligdager: new Set(grunnlag.helligdager.map(dagnummer)),
    komponenterFor: lagKomponentoppslag(grunnlag.ordninger),
  };
}
