import type { Ordningsbok } from '#lib/grunnlag/domain/ordning.ts';

/** What a component or fixed part is called; a manual line has no name of its own, and is null. */
export function leddnavn(bok: Ordningsbok, ordningId: number, kode: string, sprak: 'nb' | 'nn'): string | null {
  if (kode.startsWith('manuell/')) return null;
  const passer = (rad: { ordningId: number; kode: string }) => rad.ordningId === ordningId && rad.kode === kode;
  const rad = bok.komponenter.findLast(passer) ?? bok.fastledd.findLast(passer);
  return rad ? (sprak === 'nn' ? rad.navnNn : rad.navnNb) : kode;
}
