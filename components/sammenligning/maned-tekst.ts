import { type Maned, manedensAr } from '#lib/core/maned.ts';
import { manedsnavn } from '#lib/core/manedsnavn.ts';

/** `okt 25`: a label on an axis of up to two years. */
export function kortManed(m: Maned): string {
  return `${manedsnavn(m).slice(0, 3)} ${String(manedensAr(m)).slice(2)}`;
}
