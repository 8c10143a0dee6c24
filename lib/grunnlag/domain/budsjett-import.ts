import { avrund, brokFraDesimal, ganger, brok } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { definerImport, type Kolonne, type Radfeil, type Verdier } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { ENHETSKOLONNE, lesPeriode, PERIODEKOLONNER, tall } from '#lib/grunnlag/domain/periodekolonner.ts';

export type Budsjettrad = {
  readonly versjon: number;
  readonly ordningId: number;
  readonly komponent: string;
  readonly enhetId: number;
  readonly maned: Maned;
  /** exact decimal text, at most four decimals */
  readonly volum: string;
  readonly prisOre: number;
  readonly vedtattDato: Dato;
};
export type Enhetsbudsjettrad = { readonly versjon: number; readonly enhetId: number; readonly maned: Maned; readonly ore: number };

const VERSJON: Kolonne = { nokkel: 'versjon', type: 'heltall', pakrevd: false, aliaser: ['Versjon', 'Budsjettversjon'] };

/** 1 is the original budget, 2 and up are revisions. */
function lesVersjon(verdier: Verdier): Result<number, Radfeil> {
  const versjon = tall(verdier['versjon']) ?? 1;
  return versjon >= 1 && versjon <= 99 ? ok(versjon) : nei({ kolonne: 'versjon', grunn: 'IKKE_VERSJON', verdi: String(versjon) });
}

/** The key of a price component in a file: the scheme's code, a slash, the component's code. */
export function komponentkode(ordningId: number, komponent: string): string {
  return `${ordningId}/${komponent}`;
}

/** The purchaser's budget: assumed volume and price per component, unit and month. */
export const BUDSJETT_IMPORT = definerImport<Budsjettrad>({
  slag: 'BUDSJETT',
  maleenhet: 'ore',
  kolonner: [
    ENHETSKOLONNE,
    ...PERIODEKOLONNER,
    { nokkel: 'komponent', type: 'kode', kodeliste: 'komponent', pakrevd: true, aliaser: ['Ledd', 'Komponent', 'Ordning og ledd', 'Ordning'] },
    { nokkel: 'volum', type: 'desimal', pakrevd: true, aliaser: ['Volum', 'Mengde', 'Budsjettert volum'] },
    { nokkel: 'pris', type: 'belop', pakrevd: true, aliaser: ['Pris', 'Pris kr', 'Enhetspris', 'Stykkpris'] },
    { nokkel: 'vedtatt', type: 'dato', pakrevd: true, aliaser: ['Vedtatt', 'Vedtatt dato', 'Vedteken', 'Vedtaksdato'] },
    VERSJON,
  ],
  lag: (v) => {
    const [maned, versjon] = [lesPeriode(v), lesVersjon(v)];
    const feil: Radfeil[] = [maned, versjon].flatMap((s) => (s.ok ? [] : [s.feil]));
    const [volum, prisOre] = [String(v['volum']), tall(v['pris']) ?? 0];
    if (volum.startsWith('-')) feil.push({ kolonne: 'volum', grunn: 'NEGATIVT', verdi: volum });
    if (prisOre < 0) feil.push({ kolonne: 'pris', grunn: 'NEGATIVT', verdi: String(prisOre) });
    if (feil.length > 0 || !maned.ok || !versjon.ok) return nei(feil);
    const [ordning = '', komponent = ''] = String(v['komponent']).split('/');
    return ok({ versjon: versjon.verdi, ordningId: Number(ordning), komponent, enhetId: Number(v['enhet']), maned: maned.verdi, volum, prisOre, vedtattDato: String(v['vedtatt']) as Dato });
  },
  mal: (rad) => ({ del: String(rad.enhetId), serie: String(rad.versjon), periode: rad.maned, sum: Number(avrund(ganger(brokFraDesimal(rad.volum), brok(rad.prisOre)))) }),
  unik: (rad) => `${rad.versjon}|${rad.ordningId}|${rad.komponent}|${rad.enhetId}|${rad.maned}`,
});

/** A unit's own cost budget. */
export const ENHETSBUDSJETT_IMPORT = definerImport<Enhetsbudsjettrad>({
  slag: 'ENHETSBUDSJETT',
  maleenhet: 'ore',
  kolonner: [
    ENHETSKOLONNE,
    ...PERIODEKOLONNER,
    { nokkel: 'belop', type: 'belop', pakrevd: true, aliaser: ['Beløp', 'Budsjett', 'Beløp NOK', 'Kr', 'Sum'] },
    VERSJON,
  ],
  lag: (v) => {
    const [maned, versjon] = [lesPeriode(v), lesVersjon(v)];
    if (!maned.ok || !versjon.ok) return nei([maned, versjon].flatMap((s) => (s.ok ? [] : [s.feil])));
    return ok({ versjon: versjon.verdi, enhetId: Number(v['enhet']), maned: maned.verdi, ore: tall(v['belop']) ?? 0 });
  },
  mal: (rad) => ({ del: String(rad.enhetId), serie: String(rad.versjon), periode: rad.maned, sum: rad.ore }),
  unik: (rad) => `${rad.versjon}|${rad.enhetId}|${rad.maned}`,
});
