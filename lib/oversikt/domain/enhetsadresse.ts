import type { Maned } from '#lib/core/maned.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { kanGjore } from '#lib/grunnlag/domain/tilgang.ts';

/** Where a role follows a unit's month further: to its lines, to its month, or nowhere (null). */
export function enhetsadresse(rolle: Rolle, enhetId: number | null, maned: Maned): string | null {
  if (enhetId === null) return null;
  if (kanGjore(rolle, 'SPOR_BELOP')) return `/avregning/${maned}/enhet/${enhetId}`;
  return kanGjore(rolle, 'SE_ENHETENS_MANED') ? `/maneden?enhet=${enhetId}&maned=${maned}` : null;
}
