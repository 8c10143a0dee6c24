import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { lesPeriode, PERIODEKOLONNER, tall } from '#lib/grunnlag/domain/periodekolonner.ts';

export type Fakturarad = { readonly mottakerId: number; readonly tjeneste: string; readonly maned: Maned; readonly ore: number; readonly minutter: number | null };

/** What was invoiced of fees, by recipient (pseudonym), service and month. A credit is negative. */
export const GEBYR_IMPORT = definerImport<Fakturarad>({
  slag: 'GEBYR',
  maleenhet: 'ore',
  kolonner: [
    { nokkel: 'mottaker', type: 'kode', kodeliste: 'mottaker', pakrevd: true, aliaser: ['Mottaker', 'Pseudonym', 'Mottakar', 'Løpenr', 'Referanse'] },
    { nokkel: 'tjeneste', type: 'kode', kodeliste: 'tjeneste', pakrevd: true, aliaser: ['Tjeneste', 'Teneste', 'Tjenestekode', 'Vare', 'Produkt'] },
    ...PERIODEKOLONNER,
    { nokkel: 'belop', type: 'belop', pakrevd: true, aliaser: ['Beløp', 'Fakturert', 'Sum', 'Kroner', 'Beløp NOK'] },
    { nokkel: 'timer', type: 'timer', pakrevd: false, aliaser: ['Timer', 'Antall timer', 'Timar'] },
  ],
  lag: (v) => {
    const maned = lesPeriode(v);
    if (!maned.ok) return nei([maned.feil]);
    return ok({ mottakerId: Number(v['mottaker']), tjeneste: String(v['tjeneste']), maned: maned.verdi, ore: tall(v['belop']) ?? 0, minutter: tall(v['timer']) });
  },
  mal: (rad) => ({ del: rad.tjeneste, serie: '', periode: rad.maned, sum: rad.ore }),
  unik: null,
});
