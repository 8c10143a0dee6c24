import { datoFraDagnummer } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { manedFor } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';
import type { Tilfeldig } from './tilfeldig.ts';
import type { Teller } from './tabeller.ts';

/** Days since 1970-01-01: all time in the demo is counted in these. */
export type Dag = number;

export type Behov = 'NOE' | 'MIDDELS' | 'OMFATTENDE';
export type Sluttgrunn = 'DOD' | 'FLYTTET' | 'ONSKE' | 'LANGTIDSOPPHOLD';
export type Fravarsperiode = { readonly fom: Dag; readonly tom: Dag; readonly arsak: 'SYKEHUS' | 'KORTTID' | 'BORTREIST' };

export type Enhetsart = 'KONTOR' | 'HJEMMETJENESTE' | 'SYKEHJEM' | 'UTVIKLINGSHEMMEDE';

export type EnhetOppsett = {
  readonly kode: string;
  readonly navn: string;
  readonly type: 'BESTILLERKONTOR' | 'UTFORER' | 'STAB';
  readonly art: Enhetsart;
  readonly eierform: 'KOMMUNAL' | 'PRIVAT';
  readonly region: string | null;
  /** recipients at home or in shared housing at any time */
  readonly mottakere: number;
  readonly plasser: { readonly LANGTID?: number; readonly KORTTID?: number };
  /** share of the granted time that is delivered */
  readonly leveranse: number;
  /** accounts without login, who make the visits */
  readonly ansatte: number;
};

export type KontoOppsett = {
  readonly navn: string;
  readonly rolle: Rolle;
  readonly enhet: string | null;
  /** subject at the demo issuer; null for an account that nobody logs in to */
  readonly subjekt: string | null;
};

export type KommuneOppsett = {
  readonly id: number;
  readonly kode: string;
  readonly navn: string;
  readonly malform: 'nb' | 'nn';
  readonly innbyggere: number;
  readonly pseudonymFra: number;
  readonly enheter: readonly EnhetOppsett[];
  readonly kontoer: readonly KontoOppsett[];
};

export type Enhet = EnhetOppsett & { readonly id: number; readonly leder: number; readonly stab: readonly number[] };

export type Person = {
  readonly id: number;
  readonly pseudonym: string;
  readonly fodt: Dag;
  readonly fornavn: string;
  readonly etternavn: string;
  readonly fodselsnummer: string;
  readonly adresse: string;
  readonly telefon: string;
  readonly sprak: 'nb' | 'nn';
  readonly behov: Behov;
  readonly enhet: Enhet;
  readonly start: Dag;
  slutt: Dag | null;
  sluttgrunn: Sluttgrunn | null;
  readonly borte: Fravarsperiode[];
  skjerming: 'FORTROLIG' | 'EGEN_ANSATT' | null;
};

/** One visit of the weekly rhythm that a vedtak gives. */
export type Planbesok = { readonly ukedag: number; readonly minutt: number; readonly minutter: number };

export type Omfang =
  | { readonly type: 'TIMER'; readonly minutter: number; readonly besok: number; readonly perUker: number }
  | { readonly type: 'ANTALL'; readonly antall: number }
  | { readonly type: 'PLASS'; readonly plasstype: 'LANGTID' | 'KORTTID' };

export type Oppdrag = { id: number; readonly enhet: Enhet; readonly fom: Dag; readonly tom: Dag | null };

export type Vedtak = {
  id: number;
  nummer: string;
  readonly person: Person;
  readonly tjeneste: string;
  readonly utfall: 'INNVILGET' | 'DELVIS' | 'AVSLAG';
  readonly omfang: Omfang | null;
  readonly fattet: Dag;
  readonly fom: Dag;
  /** the end as first decided */
  readonly fattetTom: Dag | null;
  tom: Dag | null;
  sluttgrunn: Sluttgrunn | 'ERSTATTET' | null;
  /** the day the end was registered */
  sluttRegistrert: Dag | null;
  readonly erstatter: Vedtak | null;
  readonly oppdrag: Oppdrag[];
  readonly plan: readonly Planbesok[];
  readonly begrunnelse: string;
};

export type Opphold = {
  readonly vedtak: Vedtak;
  readonly enhet: Enhet;
  readonly plass: string;
  readonly plasstype: 'LANGTID' | 'KORTTID';
  readonly inn: Dag;
  readonly ut: Dag | null;
};

/** One kommune as it is being built. */
export type Verden = {
  readonly oppsett: KommuneOppsett;
  readonly fro: string;
  readonly r: Tilfeldig;
  readonly teller: Teller;
  readonly iDag: Dag;
  /** minutes after local midnight, now */
  readonly klokke: number;
  /** first day of the history: the 1st, 24 months before this month */
  readonly start: Dag;
  readonly enheter: Map<string, Enhet>;
  readonly kontoer: Map<string, number>;
  readonly personer: Person[];
  readonly vedtak: Vedtak[];
  readonly opphold: Opphold[];
  readonly brukteNumre: Set<string>;
};

const kjente = new Map<Dag, Dato>();

export function datoTekst(dag: Dag): Dato {
  let d = kjente.get(dag);
  if (d === undefined) {
    d = datoFraDagnummer(dag);
    if (kjente.size > 60_000) kjente.clear();
    kjente.set(dag, d);
  }
  return d;
}

export function manedAvDag(dag: Dag): Maned {
  return manedFor(datoTekst(dag));
}

/** Monday of the day's week. */
export function mandag(dag: Dag): Dag {
  return dag - ((((dag + 3) % 7) + 7) % 7);
}

export function tomTekst(dag: Dag | null): Dato | null {
  return dag === null ? null : datoTekst(dag);
}

/** @throws RangeError when the set-up names a unit or an account it does not have */
export function finn<T>(kart: ReadonlyMap<string, T>, kode: string): T {
  const verdi = kart.get(kode);
  if (verdi === undefined) throw new RangeError(`demoen mangler «${kode}»`);
  return verdi;
}
