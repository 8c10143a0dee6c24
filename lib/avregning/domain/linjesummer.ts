import { type Brok, pluss } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { leggSammen, type Ore } from '#lib/core/ore.ts';
import type { Linje } from '#lib/avregning/domain/avregning-inn.ts';

/** What a run posts by the keys of the boards. `tjeneste` null: lines without a vedtak. */
export type Linjesum = {
  readonly ordningId: number;
  readonly enhet: string;
  readonly komponent: string;
  readonly tjeneste: string | null;
  readonly gjelderManed: Maned;
  readonly bokfortManed: Maned;
  readonly antallVedtak: number;
  readonly volum: Brok;
  readonly belopOre: Ore;
};
type Sum = { -readonly [N in keyof Linjesum]: Linjesum[N] };

/** Sums of lines; a vedtak has its service in `tjenester`. */
export function summerLinjer(linjer: readonly { readonly linje: Linje; readonly ordningId: number }[], tjenester: ReadonlyMap<string, string>): Linjesum[] {
  const summer = new Map<string, Sum>();
  const vedtakene = new Map<string, Set<string>>();
  for (const { linje, ordningId } of linjer) {
    const { enhet, komponent, vedtak, gjelderManed, bokfortManed, volum, belopOre } = linje;
    const tjeneste = vedtak === null ? null : (tjenester.get(vedtak) ?? null);
    const nokkel = JSON.stringify([ordningId, enhet, komponent, tjeneste, gjelderManed, bokfortManed]);
    const egne = vedtakene.get(nokkel) ?? new Set<string>();
    if (vedtak !== null) egne.add(vedtak);
    vedtakene.set(nokkel, egne);
    const sum = summer.get(nokkel);
    if (sum === undefined) {
      summer.set(nokkel, { ordningId, enhet, komponent, tjeneste, gjelderManed, bokfortManed, antallVedtak: egne.size, volum, belopOre });
      continue;
    }
    sum.volum = pluss(sum.volum, volum);
    sum.belopOre = leggSammen(sum.belopOre, belopOre);
    sum.antallVedtak = egne.size;
  }
  return [...summer.values()];
}
