import { lesManuellKode } from '#lib/avregning/domain/manuell-linje.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';

/** What a component or fixed part is called; a line by hand says which kind and number. The words are the same in both languages. */
export function leddnavn(bok: Ordningsbok, ordningId: number, kode: string, sprak: 'nb' | 'nn'): string | null {
  const manuell = lesManuellKode(kode);
  if (manuell) return `${manuell.slag === 'MANUELL' ? 'Manuell linje' : 'Stipulert volum'} ${manuell.id}`;
  const passer = (rad: { ordningId: number; kode: string }) => rad.ordningId === ordningId && rad.kode === kode;
  const rad = bok.komponenter.findLast(passer) ?? bok.fastledd.findLast(passer);
  return rad ? (sprak === 'nn' ? rad.navnNn : rad.navnNb) : kode;
}
