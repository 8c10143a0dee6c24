import { leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { formatDato } from '#lib/core/format.ts';

/** A temporary extension lasts until the need has been assessed anew, and no longer than this. */
export const FORLENGELSE_DAGER = 91;
/** A vedtak that ends within so many days can be extended. */
export const UTLOP_DAGER = 60;

export type KanIkkeForlenge = { readonly grunn: 'ikkeUtlop' | 'alleredeSlutt' | 'alleredeForlenget'; readonly verdier?: Readonly<Record<string, string>> };

/** When the extension of a vedtak that ends holds: from the day after, for a quarter of a year. */
export function forleng(idag: Dato, v: { readonly tom: Dato | null; readonly etterfolger: boolean }): Result<{ readonly fom: Dato; readonly tom: Dato }, KanIkkeForlenge> {
  if (v.tom === null || v.tom > leggTilDager(idag, UTLOP_DAGER)) return nei({ grunn: 'ikkeUtlop' });
  if (v.tom < idag) return nei({ grunn: 'alleredeSlutt', verdier: { tom: formatDato(v.tom) } });
  if (v.etterfolger) return nei({ grunn: 'alleredeForlenget' });
  return ok({ fom: leggTilDager(v.tom, 1), tom: leggTilDager(v.tom, FORLENGELSE_DAGER) });
}

/** Why, in the recipient's language: nothing is changed while the need is assessed anew. */
export function forlengelsesgrunn(sprak: 'nb' | 'nn', nummer: string, gammelTom: Dato, tom: Dato): string {
  return sprak === 'nn'
    ? `Vedtaket ${nummer} går ut ${formatDato(gammelTom)}. Vi forlengjer det utan endringar til ${formatDato(tom)}, slik at du har den same hjelpa medan vi vurderer behovet ditt på nytt. Vi tek kontakt med deg før det.`
    : `Vedtaket ${nummer} går ut ${formatDato(gammelTom)}. Vi forlenger det uten endringer til ${formatDato(tom)}, slik at du har den samme hjelpen mens vi vurderer behovet ditt på nytt. Vi tar kontakt med deg før det.`;
}

export type Sluttgrunn = 'DOD' | 'FLYTTET' | 'LANGTIDSOPPHOLD';
/** What becomes of one vedtak when everything ends: it ends that day, never begins, has ended already, or stands. */
export type Sluttskjebne = 'SLUTTER' | 'STARTER_IKKE' | 'HAR_SLUTT' | 'STAR';

/** A long stay ends all but the long stay itself; death and a move end everything. */
export function sluttskjebne(grunn: Sluttgrunn, dag: Dato, v: { readonly fom: Dato; readonly tom: Dato | null; readonly langtidsplass: boolean }): Sluttskjebne {
  if (grunn === 'LANGTIDSOPPHOLD' && v.langtidsplass) return 'STAR';
  if (v.tom !== null && v.tom <= dag) return 'HAR_SLUTT';
  return v.fom > dag ? 'STARTER_IKKE' : 'SLUTTER';
}
