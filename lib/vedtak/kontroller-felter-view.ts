import { kontrollerTekst, nekt } from '#lib/core/feltavslag.ts';
import type { Feltavslag } from '#lib/core/feltavslag.ts';
import { lesBelop, lesDato, lesHeltall, lesMinutter } from '#lib/core/tolk-felt.ts';
import { MAKS_ANTALL, MAKS_BEGRUNNELSE, MAKS_BELOP_ORE, MAKS_MINUTTER, MAKS_REDUKSJONSGRUNN, MAKS_UKER, MINSTE_REDUKSJONSGRUNN, OMFANGSFELT } from '#lib/vedtak/domain/feltgrenser.ts';
import { MINSTE_BEGRUNNELSE } from '#lib/vedtak/domain/fatt-vedtak.ts';
import type { Utfylt } from '#lib/vedtak/nytt-vedtak-view.ts';

type Grenser = { readonly min?: number; readonly maks: number };

function tall(felt: string, tekst: string, les: (t: string) => number | null, nokkel: string, { min = 0, maks }: Grenser): Feltavslag[] {
  if (tekst === '') return [];
  if (tekst.trim() === '') return [nekt(felt, 'mangler')];
  const lest = les(tekst);
  if (lest === null || !Number.isSafeInteger(lest)) return [nekt(felt, nokkel)];
  if (lest < min) return [nekt(felt, `${nokkel}Min`, { min })];
  return lest > maks ? [nekt(felt, `${nokkel}Maks`, { maks })] : [];
}

function dato(felt: string, inn: string): Feltavslag[] {
  if (inn.trim() === '') return [nekt(felt, 'mangler')];
  return lesDato(inn) === null ? [nekt(felt, 'dato')] : [];
}

/** The fields that can be read by themselves, in the order of the schema. */
function feltene(u: Utfylt): Feltavslag[] {
  const deler = [
    ...Object.entries(u.delTimer).flatMap(([band, t]) => tall(`delTimer.${band}`, t, lesMinutter, 'minutter', { maks: MAKS_MINUTTER })),
    ...Object.entries(u.delBesok).flatMap(([band, t]) => tall(`delBesok.${band}`, t, lesHeltall, 'tall', { maks: MAKS_ANTALL })),
  ];
  const { fom, tom } = u.periode;
  const perioden = [...dato('periode.fom', fom), ...(tom === '' ? [] : dato('periode.tom', tom))];
  const [fra, til] = [lesDato(fom), lesDato(tom)];
  if (perioden.length === 0 && fra !== null && til !== null && til < fra) perioden.push(nekt('periode.tom', 'tomForFom'));
  return [
    ...kontrollerTekst('tjeneste', u.tjeneste, 1, 80),
    ...tall('timer', u.timer, lesMinutter, 'minutter', { min: 1, maks: MAKS_MINUTTER }),
    ...tall('besok', u.besok, lesHeltall, 'tall', { maks: MAKS_ANTALL }),
    ...(u.perUker === '' ? [nekt('perUker', 'mangler')] : tall('perUker', u.perUker, lesHeltall, 'tall', { min: 1, maks: MAKS_UKER })),
    ...tall('antall', u.antall, lesHeltall, 'tall', { min: 1, maks: MAKS_ANTALL }),
    ...tall('manedsbelop', u.manedsbelop, lesBelop, 'belop', { min: 1, maks: MAKS_BELOP_ORE }),
    ...deler,
    ...perioden,
    ...kontrollerTekst('begrunnelse', u.begrunnelse, MINSTE_BEGRUNNELSE, MAKS_BEGRUNNELSE),
    ...(u.reduksjonsgrunn === '' ? [] : kontrollerTekst('reduksjonsgrunn', u.reduksjonsgrunn, MINSTE_REDUKSJONSGRUNN, MAKS_REDUKSJONSGRUNN)),
  ];
}

/** What belongs together: an extent and a provider for what is granted, an end for an addition. */
function sammenhengen(u: Utfylt): Feltavslag[] {
  if (u.utfall === 'AVSLAG') return [];
  const felt = OMFANGSFELT[u.volumenhet as keyof typeof OMFANGSFELT];
  return [
    ...(felt === undefined || u[felt] !== '' ? [] : [nekt(felt, 'mangler')]),
    ...(u.enhet === '' ? [nekt('enhet', 'velg')] : []),
    ...(u.forhold === 'TILLEGG' && u.periode.tom === '' ? [nekt('periode.tom', 'vedtak.avslag.tilleggUtenSlutt')] : []),
  ];
}

/**
 * What the browser checks before the form is sent, in plain code: the schema on the server parses the same fields and
 * has the last word, and a test holds the two together. Fields first, as there: what belongs together is asked when each can be read.
 */
export function kontrollerFelter(u: Utfylt): readonly Feltavslag[] {
  const feil = feltene(u);
  return feil.length > 0 ? feil : sammenhengen(u);
}
