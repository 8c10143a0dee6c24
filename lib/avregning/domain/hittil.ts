import { avrund, brok, ganger } from '#lib/core/brok.ts';
import { type Ore, ore, oreFraBigint, sumOre } from '#lib/core/ore.ts';

/** Volume that comes as the days pass. The rest, granted time, places and fixed amounts, is the whole month's from its first day. */
const LOPER: ReadonlySet<string> = new Set(['UTFORT_TID', 'UTFORT_TID_MAKS_VEDTATT', 'BESOK', 'UTFORT_ANTALL', 'BELAGTE_DOGN']);

export type Manedsledd = { readonly belopOre: number; /** null: a fixed amount */ readonly volumkilde: string | null };

/**
 * A month's income after `gatt` of its `dager` days, to stand beside the cost of the same days: what is earned as it is
 * delivered, and of what is paid for the whole month the days' share, each part rounded to the øre.
 */
export function inntektHittil(ledd: readonly Manedsledd[], gatt: number, dager: number): Ore {
  return sumOre(ledd.map((l) => (l.volumkilde !== null && LOPER.has(l.volumkilde) ? ore(l.belopOre) : oreFraBigint(avrund(ganger(brok(l.belopOre), brok(gatt, dager)))))));
}
