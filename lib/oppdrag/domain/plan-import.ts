import type { Dato } from '#lib/core/dato.ts';
import { dagerMellom, dato, ukedag } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import { definerImport, type Radfeil, type Verdier } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { minuttAv, OPPGAVER, type Oppgave } from '#lib/oppdrag/domain/besoksplan.ts';

/** A row of another system's plan: a visit on one or more weekdays, or once. Minutes after local midnight. */
export type Planfilrad = {
  readonly oppdragId: number;
  readonly ukedager: readonly number[];
  readonly dato: Dato | null;
  readonly hver: number;
  readonly fase: number;
  readonly startMinutt: number;
  readonly minutter: number;
  readonly personer: number;
  readonly oppgaver: readonly Oppgave[];
  readonly ansattId: number | null;
  readonly fom: Dato | null;
  readonly tom: Dato | null;
};

const DAGER: readonly (readonly string[])[] = [
  ['mandag', 'måndag', 'man', 'mån', 'ma', 'må', '1'], ['tirsdag', 'tysdag', 'tir', 'tys', 'ti', 'ty', '2'], ['onsdag', 'ons', 'on', '3'], ['torsdag', 'tor', 'to', '4'],
  ['fredag', 'fre', 'fr', '5'], ['lørdag', 'laurdag', 'lør', 'lau', 'lø', 'la', '6'], ['søndag', 'sundag', 'søn', 'sun', 'sø', 'su', '7'],
];
const FLERE: Readonly<Record<string, readonly number[]>> = { alle: [1, 2, 3, 4, 5, 6, 7], daglig: [1, 2, 3, 4, 5, 6, 7], dagleg: [1, 2, 3, 4, 5, 6, 7], hverdager: [1, 2, 3, 4, 5], kvardagar: [1, 2, 3, 4, 5], helg: [6, 7] };
const OPPGAVENAVN: Readonly<Record<Oppgave, readonly string[]>> = {
  STELL: [], DUSJ: ['dusjing'], TOALETT: ['toalettbesøk'], PAKLEDNING: ['påkledning', 'påkleding'], STROMPER: ['strømper', 'støttestrømper'], MEDISIN: ['medisiner', 'legemidler', 'legemiddel'],
  SARSTELL: ['sårstell', 'sår'], MALTID: ['måltid', 'mat'], TILSYN: ['ettersyn'], FORFLYTNING: ['forflytting'], TRENING: ['hverdagsrehabilitering'], SAMTALE: [], RENGJORING: ['rengjøring', 'reingjering', 'renhold'],
  KLESVASK: ['klær'], HANDLING: ['innkjøp'], FOLGE: ['følge', 'følgje'],
};
const OPPGAVER_MED_NAVN = new Map(OPPGAVER.flatMap((o) => [o.toLowerCase(), ...OPPGAVENAVN[o]].map((n) => [n, o] as const)));

/** Weekdays from "mandag", "man, ons", "1-5", "hverdager"; null where a part is none. */
export function lesUkedager(tekst: string): number[] | null {
  const funnet = new Set<number>();
  for (const del of tekst.toLowerCase().split(/[,;/+]|\s+og\s+|\s+(?![-–])(?<![-–]\s)/).map((d) => d.trim().replace(/\.$/, '')).filter((d) => d !== '')) {
    const grenser = del.split(/\s*[-–]\s*/).map((d) => DAGER.findIndex((n) => n.includes(d)) + 1);
    const [fra = 0, til = fra] = grenser;
    if (FLERE[del]) for (const d of FLERE[del]) funnet.add(d);
    else if (fra === 0 || til === 0 || til < fra || grenser.length > 2) return null;
    else for (let d = fra; d <= til; d += 1) funnet.add(d);
  }
  return funnet.size === 0 ? null : [...funnet].toSorted((a, b) => a - b);
}

/** Tasks of the closed list from "Stell, Medisin"; what is none of them. */
export function lesOppgaver(tekst: string | null): { oppgaver: Oppgave[]; ukjente: string[] } {
  const deler = (tekst ?? '').split(/[,;/+]/).map((d) => d.trim()).filter((d) => d !== '');
  const funnet = new Set(deler.flatMap((d) => OPPGAVER_MED_NAVN.get(d.toLowerCase()) ?? []));
  return { oppgaver: OPPGAVER.filter((o) => funnet.has(o)), ukjente: deler.filter((d) => !OPPGAVER_MED_NAVN.has(d.toLowerCase())) };
}

const tekst = (v: Verdier, n: string): string | null => (v[n] === null || v[n] === undefined ? null : String(v[n]));
const tall = (v: Verdier, n: string): number | null => (typeof v[n] === 'number' ? v[n] : null);

function tidsfeil(start: number, minutter: number | null): Radfeil[] {
  if (minutter === null) return [{ kolonne: 'minutter', grunn: 'MANGLER', verdi: '' }];
  return minutter < 1 || minutter > 1440 || start > 1439 ? [{ kolonne: 'minutter', grunn: 'IKKE_LENGDE', verdi: String(minutter) }] : [];
}

/** A weekly plan from another system. A file is the whole plan of the orders in it, from the day it is taken in. */
export const PLAN_IMPORT = definerImport<Planfilrad>({
  slag: 'PLAN',
  maleenhet: 'minutter',
  kolonner: [
    { nokkel: 'planoppdrag', type: 'kode', kodeliste: 'planoppdrag', pakrevd: true, aliaser: ['Oppdrag', 'OppdragsId', 'Oppdragsnummer', 'Vedtak', 'Vedtaksnummer', 'Mottaker', 'Pseudonym', 'Mottakar'] },
    { nokkel: 'ukedag', type: 'tekst', pakrevd: false, aliaser: ['Ukedag', 'Ukedager', 'Dag', 'Dager', 'Vekedag', 'Vekedagar'] },
    { nokkel: 'plandato', type: 'dato', pakrevd: false, aliaser: ['Dato', 'Engangsdato'] },
    { nokkel: 'start', type: 'klokkeslett', pakrevd: true, aliaser: ['Start', 'Klokkeslett', 'Fra kl', 'Kl', 'Tid', 'Tidspunkt'] },
    { nokkel: 'minutter', type: 'heltall', pakrevd: false, aliaser: ['Minutter', 'Varighet', 'Min', 'Planlagte minutter'] },
    { nokkel: 'slutt', type: 'klokkeslett', pakrevd: false, aliaser: ['Slutt', 'Til kl', 'Sluttid'] },
    { nokkel: 'personer', type: 'heltall', pakrevd: false, aliaser: ['Personer', 'Antall ansatte', 'Bemanning', 'Antall personer', 'Personar'] },
    { nokkel: 'oppgaver', type: 'tekst', pakrevd: false, aliaser: ['Oppgaver', 'Oppgave', 'Tiltak', 'Oppgåver'] },
    { nokkel: 'ansatt', type: 'kode', kodeliste: 'ansatt', pakrevd: false, aliaser: ['Ansatt', 'Ansattnummer', 'Ressurs', 'Ressursnummer', 'Tilsett', 'Brukernavn'] },
    { nokkel: 'hver', type: 'heltall', pakrevd: false, aliaser: ['Hver n. uke', 'Ukeintervall', 'Intervall', 'Frekvens uker', 'Hver'] },
    { nokkel: 'fom', type: 'dato', pakrevd: false, aliaser: ['Fra', 'Fra dato', 'Gyldig fra', 'Fom', 'Startdato', 'Frå'] },
    { nokkel: 'tom', type: 'dato', pakrevd: false, aliaser: ['Til', 'Til dato', 'Gyldig til', 'Tom', 'Sluttdato'] },
  ],
  lag: (v) => {
    const feil: Radfeil[] = [];
    const [dag, dagtekst] = [tekst(v, 'plandato') as Dato | null, tekst(v, 'ukedag')];
    const ukedager = dagtekst === null ? [] : lesUkedager(dagtekst);
    if (ukedager === null) feil.push({ kolonne: 'ukedag', grunn: 'IKKE_UKEDAG', verdi: (dagtekst ?? '').slice(0, 120) });
    if (ukedager !== null && (dag === null) === (ukedager.length === 0)) feil.push({ kolonne: 'ukedag', grunn: 'UKEDAG_ELLER_DATO', verdi: dagtekst ?? '' });
    const start = minuttAv(String(v['start']));
    const slutt = tekst(v, 'slutt');
    const gikk = slutt === null ? null : minuttAv(slutt) - start;
    const minutter = tall(v, 'minutter') ?? (gikk === null ? null : gikk > 0 ? gikk : gikk + 1440);
    feil.push(...tidsfeil(start, minutter));
    const personer = tall(v, 'personer') ?? 1;
    if (personer < 1 || personer > 4) feil.push({ kolonne: 'personer', grunn: 'IKKE_PERSONER', verdi: String(personer) });
    const { oppgaver, ukjente } = lesOppgaver(tekst(v, 'oppgaver'));
    if (ukjente.length > 0) feil.push({ kolonne: 'oppgaver', grunn: 'UKJENT_OPPGAVE', verdi: ukjente.join(', ').slice(0, 120) });
    const [fom, tom] = [tekst(v, 'fom') as Dato | null, tekst(v, 'tom') as Dato | null];
    if (fom !== null && tom !== null && tom < fom) feil.push({ kolonne: 'tom', grunn: 'TOM_FOR_FOM', verdi: tom });
    const hver = tall(v, 'hver') ?? 1;
    if (hver < 1 || hver > 12) feil.push({ kolonne: 'hver', grunn: 'IKKE_INTERVALL', verdi: String(hver) });
    if (hver > 1 && fom === null && dag === null) feil.push({ kolonne: 'fom', grunn: 'INTERVALL_UTEN_START', verdi: '' });
    if (feil.length > 0 || minutter === null || ukedager === null) return nei(feil);
    return ok({ oppdragId: Number(v['planoppdrag']), ukedager, dato: dag, hver: dag === null ? hver : 1, fase: dag !== null || hver === 1 || fom === null ? 0 : uke(fom) % hver, startMinutt: start, minutter, personer, oppgaver, ansattId: Number(v['ansatt'] ?? 0) || null, fom: dag ?? fom, tom: dag ?? tom });
  },
  mal: (rad) => ({ del: String(rad.oppdragId), serie: '', periode: (rad.fom ?? '').slice(0, 7), sum: rad.minutter }),
  // Told by the database, over all rows at once.
  unik: null,
});

/** Weeks since Monday 5 January 1970, as the plan counts them. */
function uke(dag: Dato): number {
  return Math.floor((dagerMellom(dato('1970-01-05'), dag) - (ukedag(dag) - 1)) / 7);
}
