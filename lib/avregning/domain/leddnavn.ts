import { lesManuellKode } from '#lib/avregning/domain/manuell-linje.ts';
import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';

/** What a component, a fixed part or a carry-over is called; a line by hand says which kind and number, in words that are the same in both languages. */
export function leddnavn(bok: Ordningsbok, ordningId: number, kode: string, sprak: 'nb' | 'nn'): string | null {
  const manuell = lesManuellKode(kode);
  if (manuell) return `${manuell.slag === 'MANUELL' ? 'Manuell linje' : 'Stipulert volum'} ${manuell.id}`;
  const [art, fraAr] = kode.split('/');
  if (art === 'overforing' && fraAr !== undefined) return `${sprak === 'nn' ? 'Overført frå' : 'Overført fra'} ${fraAr}`;
  const passer = (rad: { ordningId: number; kode: string }) => rad.ordningId === ordningId && rad.kode === kode;
  const rad = bok.komponenter.findLast(passer) ?? bok.fastledd.findLast(passer);
  return rad ? (sprak === 'nn' ? rad.navnNn : rad.navnNb) : kode;
}
