import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport, type Radfeil } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { ENHETSKOLONNE, lesPeriode, PERIODEKOLONNER, tall } from '#lib/grunnlag/domain/periodekolonner.ts';

export type Regnskapsrad = { readonly enhetId: number; readonly maned: Maned; readonly funksjon: string; readonly art: string; readonly ore: number };

/** Accounts per unit, month, function and art. Costs are positive, income negative; a credit column is subtracted. */
export const REGNSKAP_IMPORT = definerImport<Regnskapsrad>({
  slag: 'REGNSKAP',
  maleenhet: 'ore',
  kolonner: [
    ENHETSKOLONNE,
    ...PERIODEKOLONNER,
    { nokkel: 'funksjon', type: 'kode', kodeliste: 'funksjon', pakrevd: true, aliaser: ['Funksjon', 'KOSTRA-funksjon', 'Funksjonskode', 'Tjeneste', 'Teneste'] },
    { nokkel: 'art', type: 'kode', kodeliste: 'art', pakrevd: true, aliaser: ['Art', 'Artskode', 'Konto', 'KOSTRA-art', 'Artskonto'] },
    { nokkel: 'belop', type: 'belop', pakrevd: false, aliaser: ['Beløp', 'Beløp NOK', 'Regnskap', 'Rekneskap', 'Netto', 'Sum', 'Kr', 'Debet', 'Virkelig'] },
    { nokkel: 'kredit', type: 'belop', pakrevd: false, aliaser: ['Kredit', 'Kreditbeløp'] },
  ],
  lag: (v) => {
    const maned = lesPeriode(v);
    const feil: Radfeil[] = maned.ok ? [] : [maned.feil];
    const [debet, kredit] = [tall(v['belop']), tall(v['kredit'])];
    if (debet === null && kredit === null) feil.push({ kolonne: 'belop', grunn: 'MANGLER', verdi: '' });
    const ore = (debet ?? 0) - (kredit ?? 0);
    if (!Number.isSafeInteger(ore)) feil.push({ kolonne: 'belop', grunn: 'FOR_STOR', verdi: String(ore) });
    if (feil.length > 0 || !maned.ok) return nei(feil);
    return ok({ enhetId: Number(v['enhet']), maned: maned.verdi, funksjon: String(v['funksjon']), art: String(v['art']), ore });
  },
  mal: (rad) => ({ del: String(rad.enhetId), serie: '', periode: rad.maned, sum: rad.ore }),
  unik: null,
});
