import { avrundTilTall, brokFraDesimal, ganger, brok } from '#lib/core/brok.ts';
import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport, type Radfeil } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { ENHETSKOLONNE, lesPeriode, PERIODEKOLONNER, tall } from '#lib/grunnlag/domain/periodekolonner.ts';

/** Who pays: the employer for the first sixteen days, the state after. */
export const FRAVARSPERIODER = ['ARBEIDSGIVER', 'ETTER_16'] as const;
export type Fravarsperiode = (typeof FRAVARSPERIODER)[number];
export type Sykefravarsrad = { readonly enhetId: number; readonly maned: Maned; readonly periode: Fravarsperiode; readonly minutter: number };

/** A day's work where the file counts days: 7.5 hours. */
export const MINUTTER_PER_DAGSVERK = 450;
/** More than a unit can have in a month. */
const MAKS_DAGER = 100_000;

function erPeriode(verdi: unknown): verdi is Fravarsperiode {
  return (FRAVARSPERIODER as readonly unknown[]).includes(verdi);
}

/** Sick leave per unit and month from the HR system, in hours or in days' work; never a person. A correction can be negative. */
export const SYKEFRAVAR_IMPORT = definerImport<Sykefravarsrad>({
  slag: 'SYKEFRAVAR',
  maleenhet: 'minutter',
  kolonner: [
    ENHETSKOLONNE,
    ...PERIODEKOLONNER,
    { nokkel: 'fravarsperiode', type: 'kode', kodeliste: 'fravarsperiode', pakrevd: true, aliaser: ['Fraværsperiode', 'Betaler', 'Sykefraværstype', 'Fraværstype', 'Sjukefråværstype', 'Type', 'Varighet'] },
    { nokkel: 'timer', type: 'timer', pakrevd: false, aliaser: ['Timer', 'Sykefravær timer', 'Fraværstimer', 'Timar', 'Antall timer'] },
    { nokkel: 'dager', type: 'desimal', pakrevd: false, aliaser: ['Dager', 'Dagsverk', 'Sykefravær dager', 'Fraværsdager', 'Dagar', 'Tapte dagsverk'] },
  ],
  lag: (v) => {
    const feil: Radfeil[] = [];
    const maned = lesPeriode(v);
    if (!maned.ok) feil.push(maned.feil);
    const periode = v['fravarsperiode'];
    if (!erPeriode(periode)) feil.push({ kolonne: 'fravarsperiode', grunn: 'UKJENT_VERDI', verdi: String(periode) });
    const [timer, dager] = [tall(v['timer']), v['dager'] ?? null];
    if (timer === null && dager === null) feil.push({ kolonne: 'timer', grunn: 'MANGLER', verdi: '' });
    if (timer !== null && dager !== null) feil.push({ kolonne: 'dager', grunn: 'TIMER_OG_DAGER', verdi: String(dager) });
    if (dager !== null && Math.abs(Number(dager)) > MAKS_DAGER) feil.push({ kolonne: 'dager', grunn: 'FOR_STOR', verdi: String(dager) });
    if (feil.length > 0 || !maned.ok || !erPeriode(periode)) return nei(feil);
    const minutter = timer ?? avrundTilTall(ganger(brokFraDesimal(String(dager)), brok(MINUTTER_PER_DAGSVERK)));
    return ok({ enhetId: Number(v['enhet']), maned: maned.verdi, periode, minutter });
  },
  mal: (rad) => ({ del: String(rad.enhetId), serie: '', periode: rad.maned, sum: rad.minutter }),
  unik: null,
});
