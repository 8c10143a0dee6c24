import type { Maned } from '#lib/core/maned.ts';
import type { Komponent, Minuttregel } from '#lib/avregning/domain/avregning-inn.ts';
import { type Ordningsrom, ordningsrom } from '#lib/avregning/domain/ordninger-for-maned.ts';
import { tellerBesok } from '#lib/avregning/domain/samle.ts';
import { telleformNokkel, tellesUkentlig } from '#lib/avregning/domain/telleformer.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';

/** What a run needs of the rules to recount vedtak by their visits alone. */
export type Raskplan = {
  readonly rom: readonly Ordningsrom[];
  /** The ways of counting, by name. */
  readonly former: ReadonlyMap<string, { readonly minuttregel: Minuttregel | null; readonly ukentlig: boolean }>;
};

/** Lines of a vedtak that rest on more than its orders and its visits of the month. */
function trengerMer(k: Komponent): boolean {
  if (k.volumkilde === 'BELAGTE_DOGN' || k.volumkilde === 'UTFORT_ANTALL') return true;
  return (tellerBesok(k) && k.tidsband !== null) || (k.volumkilde === 'UTFORT_TID_MAKS_VEDTATT' && k.tak.periode === 'AR');
}

/**
 * The rules of the open months, when a vedtak can be recounted by its orders and its visits of the month alone. Null where
 * some component asks for stays, deliveries, time bands or the year so far, where nothing counts visits, and where a month has no scheme: such runs
 * gather their facts the long way.
 *
 * @throws RangeError when a rule cannot be read
 */
export function raskplan(bok: Ordningsbok, apne: readonly Maned[]): Raskplan | null {
  const rom = ordningsrom(bok, apne);
  const komponenter = rom.flatMap((r) => r.ordninger.flatMap((o) => o.komponenter));
  const former = new Map(komponenter.filter(tellerBesok).map((k) => [telleformNokkel(k), { minuttregel: k.minuttregel, ukentlig: tellesUkentlig(k) }]));
  return former.size === 0 || rom.some((r) => r.ordninger.length === 0) || komponenter.some(trengerMer) ? null : { rom, former };
}
