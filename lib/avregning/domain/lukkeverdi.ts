import { dato } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { Avregningsgrunnlag, Besok, Vedtak } from '#lib/avregning/domain/avregning-inn.ts';
import { malFor, type Talt } from '#lib/avregning/domain/avregn.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { mal } from '#lib/avregning/domain/mal.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { samle, tellerBesok } from '#lib/avregning/domain/samle.ts';

/** What visits come to per unit, by the unit's id; or the prices that are missing. */
export type Enhetsverdier = Result<ReadonlyMap<string, number>, ManglendePris[]>;

function perEnhet(linjer: readonly { readonly enhet: string; readonly belopOre: number }[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const l of linjer) sum.set(l.enhet, (sum.get(l.enhet) ?? 0) + l.belopOre);
  return sum;
}

/** What the month gains, per unit, the day these visits are approved: settled with them less settled without, caps and all. */
export function verdiAvGodkjenning(talt: Talt, besok: readonly Besok[]): Enhetsverdier {
  const uten = malFor([talt]);
  const flere = samle(talt.indeks, besok.map((b) => ({ ...b, kvittert: true })), []);
  const med = malFor([{ indeks: talt.indeks, opptellinger: [...talt.opptellinger, ...flere] }]);
  if (!uten.ok) return uten;
  if (!med.ok) return med;
  const sum = perEnhet(med.verdi);
  for (const [enhet, belop] of perEnhet(uten.verdi)) sum.set(enhet, (sum.get(enhet) ?? 0) - belop);
  return ok(sum);
}

export type LostBesok = Besok & { readonly enhet: string; readonly tjeneste: string };

/**
 * What visits that no oppdrag covers would come to at their unit's prices, with no cap: what is at stake until they are
 * moved to an oppdrag, or their vedtak is mended.
 */
export function verdiAvLoseBesok(g: Avregningsgrunnlag, besok: readonly LostBesok[]): Enhetsverdier {
  const fra: Dato = dato('1900-01-01');
  const sted = (b: LostBesok): string => JSON.stringify([b.enhet, b.tjeneste]);
  const steder = [...new Map(besok.map((b) => [sted(b), b]))];
  const vedtak = steder.map(([id, b]): Vedtak => ({ id, mottaker: id, tjeneste: b.tjeneste, fom: fra, tom: null, omfang: { type: 'TIMER', minutter: 0, besok: 0, perUker: 1, deler: [] }, pauser: [] }));
  const ordninger = g.ordninger.map((o) => ({
    ...o,
    fastledd: [],
    komponenter: o.komponenter.filter(tellerBesok).map((k) => (k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' ? { ...k, volumkilde: 'UTFORT_TID' as const } : k)),
  }));
  const oppdrag = steder.map(([id, b]) => ({ id, vedtak: id, enhet: b.enhet, fom: fra, tom: null, tidsband: null }));
  const ix = lagIndeks({ ...g, ordninger, vedtak, oppdrag, justeringer: [], opphold: [], regnskap: [], manuelle: [] });
  const malet = mal(ix, samle(ix, besok.map((b) => ({ ...b, oppdrag: sted(b), kvittert: true })), []));
  return malet.ok ? ok(perEnhet(malet.verdi)) : malet;
}
