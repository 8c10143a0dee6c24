import type { Dato } from '#lib/core/dato.ts';
import type { Parregel } from '#lib/utfort-tid/domain/del-parbesok.ts';
import type { Kategori } from '#lib/utfort-tid/domain/kategori.ts';
import type { Foring } from '#lib/utfort-tid/domain/registrer-besok.ts';

/** Why a trip was in vain, and why a visit is entered afterwards: one tap on a phone. */
export const BOMTURGRUNNER = ['IKKE_HJEMME', 'VILLE_IKKE', 'SYKEHUS', 'AVLYST_SENT', 'ANNET'] as const;
export const ETTERPAGRUNNER = ['GLEMTE', 'TOM_TELEFON', 'UTEN_TELEFON', 'ANNET'] as const;

/** One line of the list: no more about a person than one needs at the door. */
export type Feltoppdrag = {
  readonly oppdragId: number;
  /** first name and initial; the pseudonym of one with address protection */
  readonly navn: string;
  readonly tjeneste: string;
  /** how long a visit is granted to be */
  readonly planlagtMinutter: number | null;
  /** granted a week, and what is left of it; null when it is granted over several weeks or has ended */
  readonly vedtattMinutter: number | null;
  readonly igjenMinutter: number | null;
  /** SHA-256 of the code at the door, so that the phone knows a scanned one without holding it */
  readonly merkeHash: string | null;
};

/** A visit that the unit's plan gives the person today. `kl` is `07.40`, `oppgaver` words in the reader's language. */
export type Feltplan = { readonly planId: number; readonly oppdragId: number; readonly kl: string; readonly minutter: number; readonly personer: number; readonly oppgaver: readonly string[] };

export type Kollega = { readonly kontoId: number; readonly navn: string };

export type Feltbesok = { readonly oppdragId: number; readonly kl: string; readonly minutter: number; readonly kategori: Kategori };

/** What a phone gets to work with: today, for one person. */
export type Feltliste = {
  /** `<kommune>/<konto>`: whose the list and the queue are */
  readonly konto: string;
  readonly navn: string;
  readonly enhet: string;
  readonly dag: Dato;
  /** the server's clock when it answered, in milliseconds */
  readonly tjenertid: number;
  /** the person's day by the unit's plan, in order of time; empty where there is none, and the list is the orders with time left */
  readonly plan: readonly Feltplan[];
  readonly oppdrag: readonly Feltoppdrag[];
  readonly kollegaer: readonly Kollega[];
  readonly gjort: readonly Feltbesok[];
  readonly parregel: Parregel;
};

/** A registration as the phone sends it. Milliseconds are the phone's own. */
export type Feltpost = {
  readonly klientId: string;
  readonly oppdragId: number;
  readonly foring: Foring;
  /** MALT */
  readonly startMs: number | null;
  /** ETTERPA, as typed: the wall's time */
  readonly dato: string | null;
  readonly start: string | null;
  readonly minutter: number;
  readonly kategori: Kategori;
  readonly grunn: string | null;
  readonly opprettet: number;
  /** the code scanned at the door */
  readonly merke: string | null;
  /** a colleague's minutes of the same visit; null = one's own */
  readonly ansattId: number | null;
  readonly viErTo: boolean;
  /** the registrations of one stop */
  readonly sammen: string | null;
};

export type Postsvar =
  | { readonly klientId: string; readonly utfall: 'LAGRET'; readonly nytt: boolean; readonly beskjeder: readonly string[] }
  | { readonly klientId: string; readonly utfall: 'AVVIST'; readonly grunn: string; readonly melding: string };

export type Sendesvar = { readonly konto: string; readonly tjenertid: number; readonly svar: readonly Postsvar[] };

/** Something a phone said that a leader should look at. */
export type Telefonmelding = {
  readonly klientId: string;
  readonly dato: Dato;
  readonly kl: string;
  readonly minutter: number;
  readonly ansatt: string | null;
  readonly navn: string | null;
  readonly pseudonym: string;
  readonly flagg: readonly string[];
  readonly klokkeavvik: number;
  readonly telefonKl: string | null;
  readonly samtidigAnsatt: string | null;
  readonly besokId: number;
};

export type Forkastet = { readonly klientId: string; readonly navn: string; readonly dato: string; readonly ansatt: string | null; readonly avslag: string; readonly grunn: string; readonly minutter: number };
