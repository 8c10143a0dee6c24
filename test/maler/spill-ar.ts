import { brok, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { dato } from '#lib/core/dato.ts';
import { manedAv } from '#lib/core/maned.ts';
import type { Ore } from '#lib/core/ore.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import type { Result } from '#lib/core/result.ts';
import { finnMal } from '#lib/grunnlag/domain/maler/maler.ts';
import type { Mal, Malordning } from '#lib/grunnlag/domain/maler/mal.ts';
import { ordningFraMal } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import type { Malbelop, Malenhet, Malpris } from '#lib/grunnlag/domain/maler/ordning-fra-mal.ts';
import type { AvregningInn, Enhet, Linje, Oppdrag, Ordning, Regnskapspost, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import { beregnAvregning } from '#lib/avregning/domain/beregn-avregning.ts';
import { byggEnhet, byggOppdrag, byggSak, byggTimer, byggVedtak } from '#lib/avregning/domain/bygg-sak.ts';

/** Kroner to øre. */
export const kr = (belop: number): Ore => ore(Math.round(belop * 100));

/** The value, or a test that fails with the refusal. */
export function verdi<T, E>(svar: Result<T, E>): T {
  if (!svar.ok) throw new Error(JSON.stringify(svar.feil));
  return svar.verdi;
}

export function malen(kode: string): Mal {
  const mal = finnMal(kode);
  if (!mal) throw new Error(`Ingen mal heter ${kode}`);
  return mal;
}

export function ordningen(kode: string, ordning: string): Malordning {
  const treff = malen(kode).ordninger.find((o) => o.kode === ordning);
  if (!treff) throw new Error(`${kode} har ingen ordning ${ordning}`);
  return treff;
}

export function pris(ordning: string, komponent: string, kroner: number, valg: Partial<Malpris> = {}): Malpris {
  return { ordning, komponent, gruppe: 'KOMMUNAL', niva: null, ore: kr(kroner), ...valg };
}

/** The core's schemes from a mal, at the municipality's prices and frames, from January of a year. */
export function ordningerFor(kode: string, priser: readonly Malpris[], enheter: readonly Malenhet[], ar: number, arsbelop: readonly Malbelop[] = []): readonly Ordning[] {
  return verdi(ordningFraMal(malen(kode), { priser, arsbelop }, enheter, manedAv(ar, 1)));
}

/** A unit with no history worth telling. */
export function enhet(id: string, valg: Partial<Enhet['perioder'][number]> = {}): Enhet {
  return byggEnhet(id, valg);
}

/** A recipient with hours (and visits) per week from before the first year, and the unit that delivers. */
export function timevedtak(id: string, enhetId: string, timerPerUke: number, valg: Partial<Vedtak> = {}, besok = 0): { vedtak: Vedtak; oppdrag: Oppdrag } {
  return {
    vedtak: byggVedtak(id, { fom: dato('2024-01-01'), omfang: byggTimer(timerPerUke * 60, { besok }), ...valg }),
    oppdrag: byggOppdrag(`O-${id}`, id, { enhet: enhetId, fom: dato('2024-01-01') }),
  };
}

/** A year's booked costs, one twelfth a month (the year must divide by twelve). */
export function regnskapFor(enhetId: string, ar: number, arsbelop: number, art = '010'): Regnskapspost[] {
  return Array.from({ length: 12 }, (_, i) => ({ enhet: enhetId, maned: manedAv(ar, i + 1), funksjon: '254', art, ore: ore(arsbelop / 12) }));
}

export type Arsspill = {
  readonly linjer: readonly Linje[];
  readonly inntekt: (enhetId: string) => Ore;
  readonly bestillerBelastning: Ore;
  /** Volume per component that a unit is paid for. */
  readonly volum: (enhetId: string) => ReadonlyMap<string, Brok>;
  /** Revenue per month, January first. */
  readonly perManed: (enhetId: string) => readonly Ore[];
};

/** The real settlement of all twelve months of a year, each posted once. */
export function spillAr(ar: number, fakta: Partial<AvregningInn>): Arsspill {
  const kjoringer = Array.from({ length: 12 }, (_, i) => verdi(beregnAvregning(byggSak([], { ...fakta, maned: manedAv(ar, i + 1) }))));
  const linjer = kjoringer.flatMap((k) => k.linjer);
  const sum = (l: readonly Linje[]) => sumOre(l.map((x) => x.belopOre));
  return {
    linjer,
    inntekt: (id) => sum(linjer.filter((l) => l.enhet === id)),
    bestillerBelastning: sumOre(kjoringer.map((k) => k.bestillerBelastningOre)),
    volum: (id) => {
      const volum = new Map<string, Brok>();
      for (const l of linjer) if (l.enhet === id) volum.set(l.komponent, pluss(volum.get(l.komponent) ?? NULL_BROK, l.volum));
      return volum;
    },
    perManed: (id) => kjoringer.map((k) => sum(k.linjer.filter((l) => l.enhet === id))),
  };
}

/** A share of an amount in whole percent, to the øre. */
export function andel(belop: number, prosent: number): Ore {
  return ore(Math.round((belop * prosent) / 100));
}
export const tall = (t: number, n = 1): Brok => brok(t, n);
