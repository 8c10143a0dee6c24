import { brok, brokFraDesimal, delt } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { ore } from '#lib/core/ore.ts';
import { lesDesimal, lesHeltall } from '#lib/core/tolk-felt.ts';
import type { Utforming } from '#lib/toppfinansiering/domain/utforming.ts';

/**
 * A design as it stands in an address: `GRAD_75`, `BEVILGNING_6307000000_3.5_1_ja`. The type, then its fields in order;
 * an optional field may be empty. Amounts are whole kroner, shares are per cent.
 */
export type Feltslag = 'kroner' | 'prosent' | 'antall' | 'valg';
export type Utformingsfelt = { readonly navn: string; readonly slag: Feltslag; readonly standard: string; readonly valgfri?: true; readonly valg?: readonly string[] };
export type Utformingstype = Utforming['type'];

const felt = (navn: string, slag: Feltslag, standard: string, mer: Partial<Utformingsfelt> = {}): Utformingsfelt => ({ navn, slag, standard, ...mer });

/** The fields of each type, with what stands in them before anyone writes. `grense` is where table 6.1 divides. */
export const UTFORMINGSFELT: Readonly<Record<Utformingstype, readonly Utformingsfelt[]>> = {
  INNSLAG: [felt('innslagspunkt', 'kroner', '1100000')],
  GRAD: [felt('grad', 'prosent', '75')],
  BEVILGNING: [felt('bevilgning', 'kroner', '6650000000'), felt('vekst', 'prosent', '0'), felt('ar', 'antall', '0'), felt('baretNed', 'valg', 'nei', { valg: ['nei', 'ja'] })],
  ANTALL: [felt('antall', 'antall', '6500')],
  ANDEL: [felt('andel', 'prosent', '90')],
  ALDER: [
    felt('ar', 'valg', '2015', { valg: ['2015', '2020'] }),
    felt('dodelighet', 'valg', '2', { valg: ['1', '2', '3'] }),
    felt('andel', 'prosent', '100'),
    felt('frosset', 'valg', 'nei', { valg: ['nei', 'ja'] }),
    felt('innslagspunkt', 'kroner', '', { valgfri: true }),
    felt('grad68', 'prosent', '80'),
    felt('grad69', 'prosent', '80'),
    felt('grad70', 'prosent', '80'),
  ],
  SMA: [felt('grense', 'valg', '20000', { valg: ['5000', '10000', '20000', '50000'] })],
  REGEL: [
    felt('innslagspunkt', 'kroner', '1010000'),
    felt('grad', 'prosent', '70'),
    felt('egenandel', 'kroner', '567'),
    felt('innbyggere', 'antall', '5109000'),
    felt('trinn2', 'kroner', '', { valgfri: true }),
    felt('grad2', 'prosent', '', { valgfri: true }),
  ],
};
export const UTFORMINGSTYPER = Object.keys(UTFORMINGSFELT) as readonly Utformingstype[];

/** At most this many designs at a time. */
export const MAKS_UTFORMINGER = 10;

/** What the page shows before anyone chooses: one of each of the source's alternatives. */
export const STANDARDVALG: readonly string[] = ['INNSLAG_1100000', 'GRAD_75', 'BEVILGNING_6650000000_0_0_nei', 'ANTALL_6500', 'ALDER_2015_2_100_nei__80_80_80', 'REGEL_1010000_70_567_5109000__'];

/** The same for the municipality's own recipients: what can be carried over to them. */
export const STANDARDVALG_EGNE: readonly string[] = ['GRAD_75', 'GRAD_90', 'BEVILGNING_6650000000_0_0_nei', 'ANTALL_6500', 'ANDEL_90'];

function erUtformingstype(tekst: string): tekst is Utformingstype {
  return Object.hasOwn(UTFORMINGSFELT, tekst);
}

/** One field as typed, in its canonical form; null when it cannot be read or is beyond its limits. */
export function lesUtformingsfelt(f: Utformingsfelt, tekst: string): string | null {
  if (tekst.trim() === '') return f.valgfri ? '' : null;
  if (f.slag === 'valg') return f.valg?.includes(tekst) ? tekst : null;
  if (f.slag === 'prosent') {
    const desimal = lesDesimal(tekst.replace('%', ''), 2);
    return desimal === null || Number(desimal) < 0 || Number(desimal) > 100 ? null : desimal;
  }
  const tall = lesHeltall(tekst);
  // a hundred billion kroner, a hundred million people, fifty years
  const maks = f.slag === 'kroner' ? 100_000_000_000 : f.navn === 'ar' ? 50 : 100_000_000;
  return tall === null || tall < 0 || tall > maks ? null : String(tall);
}

/** The code of a type with its fields as typed, or the names of the fields that could not be read. */
export function lagKode(type: Utformingstype, verdier: Readonly<Record<string, string>>): { ok: true; kode: string } | { ok: false; felt: readonly string[] } {
  const lest = UTFORMINGSFELT[type].map((f) => ({ navn: f.navn, verdi: lesUtformingsfelt(f, verdier[f.navn] ?? '') }));
  const feil = lest.filter((l) => l.verdi === null).map((l) => l.navn);
  const tomme = new Set(lest.filter((l) => l.verdi === '').map((l) => l.navn));
  // a second tier is a threshold and a grade
  if (type === 'REGEL' && tomme.has('trinn2') !== tomme.has('grad2')) feil.push(tomme.has('trinn2') ? 'trinn2' : 'grad2');
  return feil.length > 0 ? { ok: false, felt: feil } : { ok: true, kode: [type, ...lest.map((l) => l.verdi)].join('_') };
}

/** The fields of a code by name; null when it is not one. */
export function verdierAv(kode: string): { type: Utformingstype; verdier: Readonly<Record<string, string>> } | null {
  const [type = '', ...deler] = kode.split('_');
  if (!erUtformingstype(type) || deler.length !== UTFORMINGSFELT[type].length) return null;
  const verdier = Object.fromEntries(UTFORMINGSFELT[type].map((f, i) => [f.navn, deler[i] ?? '']));
  const lest = lagKode(type, verdier);
  return lest.ok && lest.kode === kode ? { type, verdier } : null;
}

/** The design that a code stands for; null when the code is not one. */
export function lesUtforming(kode: string): Utforming | null {
  const lest = verdierAv(kode);
  if (!lest) return null;
  const tekst = (navn: string): string => lest.verdier[navn] ?? '';
  const kroner = (navn: string) => ore(Number(tekst(navn)) * 100);
  const prosent = (navn: string): Brok => delt(brokFraDesimal(tekst(navn)), brok(100));
  const tall = (navn: string): number => Number(tekst(navn));
  switch (lest.type) {
    case 'INNSLAG':
      return { type: 'INNSLAG', innslagspunktOre: kroner('innslagspunkt') };
    case 'GRAD':
      return { type: 'GRAD', grad: prosent('grad') };
    case 'BEVILGNING':
      return { type: 'BEVILGNING', bevilgningOre: kroner('bevilgning'), vekst: prosent('vekst'), ar: tall('ar'), baretNed: tekst('baretNed') === 'ja' };
    case 'ANTALL':
      return { type: 'ANTALL', antall: tall('antall') };
    case 'ANDEL':
      return { type: 'ANDEL', andel: prosent('andel') };
    case 'ALDER':
      return {
        type: 'ALDER', ar: tekst('ar') === '2020' ? 2020 : 2015, dodelighet: tekst('dodelighet') === '1' ? 1 : tekst('dodelighet') === '3' ? 3 : 2,
        andel: prosent('andel'), frosset: tekst('frosset') === 'ja', innslagspunktOre: tekst('innslagspunkt') === '' ? null : kroner('innslagspunkt'),
        grader: [prosent('grad68'), prosent('grad69'), prosent('grad70')],
      };
    case 'SMA':
      return { type: 'SMA', grense: tall('grense') };
    case 'REGEL':
      return {
        type: 'REGEL', innslagspunktOre: kroner('innslagspunkt'), grad: prosent('grad'), egenandelPerInnbyggerOre: kroner('egenandel'), innbyggere: tall('innbyggere'),
        trinn2: tekst('trinn2') === '' ? null : { innslagspunktOre: kroner('trinn2'), grad: prosent('grad2') },
      };
  }
}
