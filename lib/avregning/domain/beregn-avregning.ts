import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import { ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import type { AvregningInn, Linje } from '#lib/avregning/domain/avregning-inn.ts';
import { avviste } from '#lib/avregning/domain/avviste.ts';
import type { AvvistBesok } from '#lib/avregning/domain/avviste.ts';
import { lagIndeks } from '#lib/avregning/domain/indeks.ts';
import { mal } from '#lib/avregning/domain/mal.ts';
import { poster } from '#lib/avregning/domain/poster.ts';
import type { ManglendePris } from '#lib/avregning/domain/pris.ts';
import { samle } from '#lib/avregning/domain/samle.ts';

export type Enhetssum = { readonly enhet: string; readonly belopOre: Ore };
export type AvregningUt = {
  readonly linjer: readonly Linje[];
  readonly sumPerEnhet: readonly Enhetssum[];
  /** Equals the sum of all units' revenue, always: money follows the vedtak. */
  readonly bestillerBelastningOre: Ore;
  readonly avvist: readonly AvvistBesok[];
};

/** What the posted lines come to per unit, every unit by name. */
export function summerPerEnhet(enheter: readonly string[], linjer: readonly Linje[]): Enhetssum[] {
  const sum = new Map<string, number>(enheter.map((e) => [e, 0]));
  for (const l of linjer) sum.set(l.enhet, ore((sum.get(l.enhet) ?? 0) + l.belopOre));
  return [...sum]
    .map(([enhet, belop]) => ({ enhet, belopOre: ore(belop) }))
    .toSorted((a, b) => sammenlignKodepunkt(a.enhet, b.enhet));
}

/** The month's settlement: count, make the target, post the difference. Refuses when a price is missing. */
export function beregnAvregning(inn: AvregningInn): Result<AvregningUt, ManglendePris[]> {
  const ix = lagIndeks(inn);
  const malet = mal(ix, samle(ix, inn.besok, inn.leveranser));
  if (!malet.ok) return malet;
  const linjer = poster(malet.verdi, inn.bokfort, inn.maned, inn.apneManeder);
  const enheter = inn.enheter.map((e) => e.id);
  return ok({
    linjer,
    sumPerEnhet: summerPerEnhet(enheter, linjer),
    bestillerBelastningOre: sumOre(linjer.map((l) => l.belopOre)),
    avvist: avviste(ix, inn.besok),
  });
}
