import type {
  AvregningInn,
  Fastledd,
  Komponent,
  Linje,
  Ordning,
  Tidsband,
} from '#lib/avregning/domain/avregning-inn.ts';
import { tilDesimal, tilEksaktDesimal } from '#lib/core/brok.ts';

/** A line as it is printed, keys in the order of the format. */
export function skrivLinje(l: Linje) {
  return {
    ordning: l.ordning,
    enhet: l.enhet,
    komponent: l.komponent,
    vedtak: l.vedtak,
    gjelderManed: l.gjelderManed,
    bokfortManed: l.bokfortManed,
    volum: tilDesimal(l.volum),
    prisOre: l.prisOre,
    belopOre: l.belopOre,
  };
}

function skrivTidsband(t: Tidsband) {
  const klokke = (minutt: number) =>
    `${String(Math.floor(minutt / 60)).padStart(2, '0')}:${String(minutt % 60).padStart(2, '0')}`;
  return { kode: t.kode, dager: t.dager, fra: klokke(t.fraMinutt), til: klokke(t.tilMinutt) };
}

function skrivKomponent(k: Komponent) {
  const kategorier = k.kategorier.map((r) => [
    r.kategori,
    { andel: tilEksaktDesimal(r.andel), grunnlag: r.grunnlag },
  ]);
  return {
    kode: k.kode,
    volumkilde: k.volumkilde,
    tjenester: k.tjenester,
    trekkPause: k.trekkPause,
    tidsband: k.tidsband,
    tak: { faktor: tilEksaktDesimal(k.tak.faktor), periode: k.tak.periode },
    kategorier: Object.fromEntries(kategorier) as Record<string, unknown>,
    minuttregel: k.minuttregel,
    plasstyper: k.plasstyper,
    fravarsregel: k.fravarsregel.map((r) => ({ ...r, andel: tilEksaktDesimal(r.andel) })),
    fordeling: k.fordeling,
    priser: k.priser.map(({ gruppe, fom, tom, ore, niva }) => ({ gruppe, fom, tom, ore, niva })),
  };
}

function skrivFastledd(f: Fastledd) {
  return f.type === 'REFUSJON' ? { ...f, andel: tilEksaktDesimal(f.andel) } : f;
}

function skrivOrdning(o: Ordning) {
  return {
    id: o.id,
    enheter: o.enheter,
    komponenter: o.komponenter.map(skrivKomponent),
    fastledd: o.fastledd.map(skrivFastledd),
  };
}

/**
 * A settlement as a control case: plain JSON that `kontroll avregning` recomputes to the same øre. Everything is written
 * out, also what has a default, so that a case stands by itself.
 * @throws RangeError when a share is not a finite decimal: such a share cannot have come from a form or a file
 */
export function skrivAvregningssak(inn: AvregningInn): Record<string, unknown> {
  return {
    maned: inn.maned,
    apneManeder: inn.apneManeder,
    helligdager: inn.helligdager,
    tidsband: inn.tidsband.map(skrivTidsband),
    ordninger: inn.ordninger.map(skrivOrdning),
    enheter: inn.enheter,
    vedtak: inn.vedtak,
    oppdrag: inn.oppdrag,
    justeringer: inn.justeringer,
    besok: inn.besok,
    leveranser: inn.leveranser,
    opphold: inn.opphold,
    regnskap: inn.regnskap,
    manuelle: inn.manuelle,
    bokfort: inn.bokfort.map(skrivLinje),
  };
}
