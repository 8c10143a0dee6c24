import { sammenlignKodepunkt } from '#lib/core/kodepunkt.ts';
import { MINSTE_GRUPPE } from './arets-avvik.ts';

/** Joins the codes of groups that are shown as one. */
const SKILLE = '+';

export const delNavn = (gruppe: string): string[] => gruppe.split(SKILLE);

/**
 * The name each group is shown under. A group of one to four recipients goes together with the next smallest, and on until
 * five stand behind; so no row, and no difference between the rows and the sum, gives a small one away. Groups with no
 * recipients (frames) stand alone: there is nobody to give away.
 */
export function visesSom(mottakere: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const sortert = [...mottakere].filter(([, antall]) => antall > 0).toSorted((a, b) => a[1] - b[1] || sammenlignKodepunkt(a[0], b[0]));
  const samlet: string[] = [];
  let antall = 0;
  for (const [gruppe, n] of sortert) {
    // One small group alone could be found as the whole less the others, so it never stands alone.
    if (n >= MINSTE_GRUPPE && (samlet.length === 0 || (samlet.length > 1 && antall >= MINSTE_GRUPPE))) break;
    samlet.push(gruppe);
    antall += n;
  }
  const navn = samlet.toSorted(sammenlignKodepunkt).join(SKILLE);
  return new Map([...mottakere.keys()].map((gruppe) => [gruppe, samlet.includes(gruppe) ? navn : gruppe]));
}

export type Ledgerlinje = { readonly ordningId: number; readonly komponent: string; readonly gruppe: string | null; readonly belopOre: number };

/** The group of lines and budget rows without a service: the one most of the component's money is in, else most of the scheme's. */
export function gruppefinner(linjer: readonly Ledgerlinje[]): (ordningId: number, komponent: string) => string {
  const sum = new Map<string, Map<string, number>>();
  for (const { ordningId, komponent, gruppe, belopOre } of linjer) {
    if (gruppe === null) continue;
    for (const nokkel of [`${ordningId}/${komponent}`, `${ordningId}`]) {
      const rad = sum.get(nokkel) ?? new Map<string, number>();
      sum.set(nokkel, rad.set(gruppe, (rad.get(gruppe) ?? 0) + belopOre));
    }
  }
  const storst = (nokkel: string): string | undefined => [...(sum.get(nokkel) ?? [])].toSorted((a, b) => b[1] - a[1] || sammenlignKodepunkt(a[0], b[0]))[0]?.[0];
  return (ordningId, komponent) => storst(`${ordningId}/${komponent}`) ?? storst(`${ordningId}`) ?? 'annet';
}
