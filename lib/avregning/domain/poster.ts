import { avrundTilDesimaler, erNull, minus, NULL_BROK, pluss } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { INGEN_ORE, leggSammen, trekkFra } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Linje, Linjenokkel, Mallinje } from '#lib/avregning/domain/avregning-inn.ts';
import { sammenlignNokler } from '#lib/avregning/domain/mal.ts';

type Stilling = {
  readonly nokkel: Linjenokkel;
  mal: Mallinje | null;
  volum: Brok;
  belopOre: Ore;
  /** The last posted price in the list, for a line whose target is gone. */
  sistePrisOre: Ore;
};

function nokkelFor(l: Linjenokkel): string {
  return JSON.stringify([l.ordning, l.enhet, l.komponent, l.vedtak, l.gjelderManed]);
}

/**
 * The ledger is append-only: posts target less posted, per key. What is already right posts nothing, so a run repeated
 * on the same facts posts nothing, and any order of runs ends in the same sums. Postings of months that are not open
 * are left alone.
 */
export function poster(
  malet: readonly Mallinje[],
  bokfort: readonly Linje[],
  maned: Maned,
  apneManeder: readonly Maned[],
): Linje[] {
  const apne = new Set(apneManeder);
  const stillinger = new Map<string, Stilling>();
  const finn = (l: Mallinje): Stilling => {
    const n = nokkelFor(l);
    let s = stillinger.get(n);
    if (!s) {
      s = { nokkel: l, mal: null, volum: NULL_BROK, belopOre: INGEN_ORE, sistePrisOre: l.prisOre };
      stillinger.set(n, s);
    }
    return s;
  };
  for (const l of malet) finn(l).mal = l;
  for (const l of bokfort) {
    if (!apne.has(l.gjelderManed)) continue;
    const s = finn(l);
    s.volum = pluss(s.volum, l.volum);
    s.belopOre = leggSammen(s.belopOre, l.belopOre);
    s.sistePrisOre = l.prisOre;
  }
  return [...stillinger.values()].flatMap((s) => linjeFor(s, maned)).toSorted(sammenlignNokler);
}

function linjeFor(s: Stilling, maned: Maned): Linje[] {
  const volum = minus(s.mal ? avrundTilDesimaler(s.mal.volum) : NULL_BROK, s.volum);
  const belopOre = trekkFra(s.mal?.belopOre ?? INGEN_ORE, s.belopOre);
  if (erNull(volum) && belopOre === 0) return [];
  const { ordning, enhet, komponent, vedtak, gjelderManed } = s.nokkel;
  const prisOre = s.mal?.prisOre ?? s.sistePrisOre;
  return [{ ordning, enhet, komponent, vedtak, gjelderManed, bokfortManed: maned, volum, prisOre, belopOre }];
}
