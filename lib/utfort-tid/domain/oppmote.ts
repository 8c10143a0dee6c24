import { type Dato, leggTilDager, ukedag } from '#lib/core/dato.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';

/** Why somebody who was expected did not come. */
export const DAGFRAVAR = ['SYK', 'REISE', 'AVMELDT', 'UTEBLE'] as const;
export type Dagfravarsarsak = (typeof DAGFRAVAR)[number];
export type Oppmote = 'MOTT' | Dagfravarsarsak;

export type KanIkkeForeOppmote = { readonly grunn: 'IKKE_I_FREMTIDEN' | 'UTENFOR_OPPDRAGET' | 'STENGT' };

/** Whether somebody else has said something different of a person since the page was shown. Saying the same is no quarrel. */
export function erEndretSidenVist(naa: Oppmote | null, vist: Oppmote | '' | undefined, svar: Oppmote): boolean {
  return naa !== svar && (naa ?? '') !== (vist ?? '');
}

/** Whether attendance can be kept for a day: it has come, the order holds, and the centre was open. */
export function kanForeOppmote(dag: Dato, iDag: Dato, oppdrag: { readonly fom: Dato; readonly tom: Dato | null }, stengt: boolean): Result<null, KanIkkeForeOppmote> {
  if (dag > iDag) return nei({ grunn: 'IKKE_I_FREMTIDEN' });
  if (dag < oppdrag.fom || (oppdrag.tom !== null && dag > oppdrag.tom)) return nei({ grunn: 'UTENFOR_OPPDRAGET' });
  return stengt ? nei({ grunn: 'STENGT' }) : ok(null);
}

/** Monday to Sunday of the week that a day lies in. */
export function ukenTil(dag: Dato): { readonly fom: Dato; readonly tom: Dato } {
  const fom = leggTilDager(dag, 1 - ukedag(dag));
  return { fom, tom: leggTilDager(fom, 6) };
}

/** Days come against days granted; `perUker` weeks at a time. Over is said, never refused: what was delivered was delivered. */
export function motVedtatt(mott: number, antall: number, perUker: number): 'UNDER' | 'FULL' | 'OVER' {
  const vedtatt = antall / perUker;
  return mott > vedtatt ? 'OVER' : mott === vedtatt ? 'FULL' : 'UNDER';
}
