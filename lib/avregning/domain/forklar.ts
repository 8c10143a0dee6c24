import type { Brok } from '#lib/core/brok.ts';
import { brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Besokskategori, Fastledd, Komponent, Mallinje, ManuellLinje } from '#lib/avregning/domain/avregning-inn.ts';
import { dognFor } from '#lib/avregning/domain/belagte-dogn.ts';
import type { Dogn } from '#lib/avregning/domain/belagte-dogn.ts';
import { felles, intervallFor, lengde, manedsintervall } from '#lib/avregning/domain/dagintervall.ts';
import { gjelderTjeneste } from '#lib/avregning/domain/indeks.ts';
import type { Indeks, Komponentplass, Leveringsoppdrag } from '#lib/avregning/domain/indeks.ts';
import { innvilgedeBesok, innvilgedeMinutter, innvilget } from '#lib/avregning/domain/innvilget.ts';
import { prisgruppe } from '#lib/avregning/domain/pris.ts';
import type { Opptelling } from '#lib/avregning/domain/samle.ts';
import { kategoriandel, lagOpptellingsoppslag, takMinutter, utforteMinutter, utfortAntall } from '#lib/avregning/domain/utfort.ts';
import type { Opptellingsoppslag } from '#lib/avregning/domain/utfort.ts';
import { dagerIKraft, oppdragsvolum } from '#lib/avregning/domain/volum.ts';

/** Registered and approved, of one category, before and after its share. */
export type Utfortledd = {
  readonly kategori: Besokskategori | null;
  readonly uke: Dato | null;
  readonly andel: Brok;
  readonly minutter: number;
  readonly antall: number;
};
/** How one oppdrag contributes to a line. Minutes and visits are exact. */
export type Oppdragsforklaring = {
  readonly oppdrag: string;
  readonly dagerIKraft: number;
  /** Days in force that count: less pauses, where the component takes them out. */
  readonly tellendeDager: number;
  readonly minutterFraVedtak: Brok;
  readonly minutterFraJustering: Brok;
  readonly innvilgedeMinutter: Brok;
  readonly innvilgedeBesok: Brok;
  readonly utfort: readonly Utfortledd[];
  readonly utforteMinutter: Brok;
  readonly utfortAntall: Brok;
  /** Granted minutes of the month times the factor; null where the component has no cap. */
  readonly takMinutter: Brok | null;
  readonly dogn: readonly Dogn[];
  /** Null where the line is not a sum over oppdrag. */
  readonly volum: Brok | null;
};
export type Brukerforklaring = { readonly mottaker: string; readonly dager: number };
export type Plassforklaring = { readonly fom: Dato; readonly tom: Dato | null; readonly dager: number; readonly plasser: number };
/** The human-traceable parts of one target line: volume × price = amount, and where the volume comes from. */
export type Forklaring = {
  readonly linje: Mallinje;
  readonly prisgruppe: string | null;
  readonly dagerIManeden: number;
  readonly kilde:
    | {
        readonly type: 'KOMPONENT';
        readonly komponent: Komponent;
        readonly dagerIKraft: number;
        readonly oppdrag: readonly Oppdragsforklaring[];
        readonly brukere: readonly Brukerforklaring[];
        readonly plasser: readonly Plassforklaring[];
      }
    | { readonly type: 'FASTLEDD'; readonly fastledd: Fastledd }
    | { readonly type: 'MANUELL'; readonly manuell: ManuellLinje };
};

function forklarOppdrag(plass: Komponentplass, o: Leveringsoppdrag, m: Maned, oppslag: Opptellingsoppslag): Oppdragsforklaring {
  const k = plass.komponent;
  const vindu = manedsintervall(m);
  const i = innvilget(o, k, vindu);
  const rader = oppslag(plass, o.oppdrag.id, m);
  const harTak = k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT';
  const perVedtak = ['NIVA_MANEDSSLUTT', 'VEDTAK_MANED', 'KONTRAKT', 'BRUKERE_MANED'].includes(k.volumkilde);
  return {
    oppdrag: o.oppdrag.id,
    dagerIKraft: i.dagerIKraft,
    tellendeDager: i.tellendeDager,
    minutterFraVedtak: brok(i.fraVedtak.minutter, i.nevner),
    minutterFraJustering: brok(i.fraJustering.minutter, i.nevner),
    innvilgedeMinutter: innvilgedeMinutter(i),
    innvilgedeBesok: innvilgedeBesok(i),
    utfort: rader.map(({ kategori, uke, minutter, antall }) => ({
      kategori,
      uke,
      andel: kategoriandel(k, kategori),
      minutter,
      antall,
    })),
    utforteMinutter: utforteMinutter(k, rader),
    utfortAntall: utfortAntall(k, rader),
    takMinutter: harTak ? takMinutter(o, k, vindu) : null,
    dogn: k.volumkilde === 'BELAGTE_DOGN' ? dognFor(o, k, vindu) : [],
    volum: perVedtak ? null : oppdragsvolum(plass, o, m, oppslag),
  };
}

function forklarPlasser(ix: Indeks, k: Komponent, enhet: string, m: Maned): Plassforklaring[] {
  if (k.volumkilde !== 'PLASSER') return [];
  return (ix.enheter.get(enhet)?.perioder ?? [])
    .map((p) => ({
      fom: p.fom,
      tom: p.tom,
      dager: lengde(felles(intervallFor(p), manedsintervall(m))),
      plasser: [...new Set(k.plasstyper)].reduce((sum, type) => sum + (p.plasser[type] ?? 0), 0),
    }))
    .filter((p) => p.dager > 0);
}

function forklarKomponent(
  ix: Indeks,
  plass: Komponentplass,
  linje: Mallinje,
  oppslag: Opptellingsoppslag,
): Forklaring['kilde'] {
  const { komponent } = plass;
  const m = linje.gjelderManed;
  const oppdrag = [...ix.oppdrag.values()].filter(
    (o) =>
      o.oppdrag.enhet === linje.enhet &&
      (linje.vedtak === null ? gjelderTjeneste(komponent, o.vedtak.tjeneste) : o.vedtak.id === linje.vedtak),
  );
  const tellerBrukere = komponent.volumkilde === 'BRUKERE_MANED';
  const perMottaker = tellerBrukere ? [...Map.groupBy(oppdrag, (o) => o.vedtak.mottaker)] : [];
  return {
    type: 'KOMPONENT',
    komponent,
    dagerIKraft: linje.vedtak === null ? 0 : dagerIKraft(oppdrag, m),
    oppdrag: linje.vedtak === null ? [] : oppdrag.map((o) => forklarOppdrag(plass, o, m, oppslag)),
    brukere: perMottaker
      .map(([mottaker, deres]) => ({ mottaker, dager: dagerIKraft(deres, m) }))
      .filter((b) => b.dager > 0),
    plasser: forklarPlasser(ix, komponent, linje.enhet, m),
  };
}

/** The parts of one of `mal`'s lines, for the way from a krone to its vedtak; null when its component is not in the facts. */
export function forklar(ix: Indeks, opptellinger: readonly Opptelling[], linje: Mallinje): Forklaring | null {
  const felt = {
    linje,
    prisgruppe: prisgruppe(ix.enheter.get(linje.enhet), linje.gjelderManed),
    dagerIManeden: lengde(manedsintervall(linje.gjelderManed)),
  };
  const manuell = ix.grunnlag.manuelle.find((l) => `manuell/${l.id}` === linje.komponent);
  if (manuell) return { ...felt, kilde: { type: 'MANUELL', manuell } };
  const ordning = ix.grunnlag.ordninger.find((o) => o.id === linje.ordning);
  const fastledd = ordning?.fastledd.find((f) => f.kode === linje.komponent);
  if (fastledd) return { ...felt, kilde: { type: 'FASTLEDD', fastledd } };
  const komponent = ordning?.komponenter.find((k) => k.kode === linje.komponent);
  if (!ordning || !komponent) return null;
  return { ...felt, kilde: forklarKomponent(ix, { ordning, komponent }, linje, lagOpptellingsoppslag(opptellinger)) };
}
