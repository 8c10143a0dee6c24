import { dagerMellom, leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { DAGER_FRAM, DAGER_TILBAKE } from './fatt-vedtak.ts';
import type { Vedtaksforslag } from './fatt-vedtak.ts';

/** The two who agree on a contract. */
export type Part = 'BESTILLER' | 'UTFORER';

/** What is delivered and how often, in words: "Nattevakt", "hver natt 22–07". */
export type Kontraktspost = { readonly hva: string; readonly ofte: string };

/** What a bid says: øre a month, first and last day (null: no end), and the services in it. */
export type Budinnhold = { readonly manedsbelopOre: number; readonly fom: Dato; readonly tom: Dato | null; readonly poster: readonly Kontraktspost[]; readonly frist: Dato };

/** A bid as it stands; whoever sends it has signed it. */
export type Bud = Budinnhold & { readonly nr: number; readonly part: Part; readonly signaturer: readonly { readonly part: Part; readonly kontoId: number }[] };

export type Forhandlingsstatus = 'APEN' | 'ENIG' | 'AVBRUTT' | 'I_BRUK';
export type Slutt = 'TRUKKET' | 'AVSLATT' | 'BORTFALT';
export type Forhandling = { readonly status: Forhandlingsstatus; readonly slutt: Slutt | null; readonly siste: Bud };

/** Where a negotiation stands, and so who it waits for. */
export const KONTRAKTSTILSTANDER = ['VENTER_UTFORER', 'VENTER_BESTILLER', 'UTLOPT', 'SIGNERT', 'I_BRUK', 'TRUKKET', 'AVSLATT', 'BORTFALT'] as const;
export type Kontraktstilstand = (typeof KONTRAKTSTILSTANDER)[number];

export const FLESTE_POSTER = 12;
export const LENGSTE_FRIST = 60;

export type KanIkkeForhandle = {
  readonly grunn: 'forhandlingSlutt' | 'nyttBud' | 'dinTur' | 'fristUte' | 'sammePerson' | 'fristForTidlig' | 'fristForSen' | 'budForTidlig' | 'budForSent';
  readonly felt?: string;
  readonly verdier?: Readonly<Record<string, string | number>>;
};

const motpart = (part: Part): Part => (part === 'BESTILLER' ? 'UTFORER' : 'BESTILLER');

/** An open bid waits for the one who did not send it, until its deadline is past; then for the purchaser. */
export function kontraktstilstand(idag: Dato, f: Forhandling): Kontraktstilstand {
  if (f.status === 'ENIG') return 'SIGNERT';
  if (f.status === 'I_BRUK') return 'I_BRUK';
  if (f.status === 'AVBRUTT') return f.slutt ?? 'TRUKKET';
  if (f.siste.frist < idag) return 'UTLOPT';
  return motpart(f.siste.part) === 'UTFORER' ? 'VENTER_UTFORER' : 'VENTER_BESTILLER';
}

/** Is the next step this party's? After a deadline it is the purchaser's. */
export function erTurTil(part: Part, tilstand: Kontraktstilstand): boolean {
  if (tilstand === 'UTLOPT') return part === 'BESTILLER';
  return tilstand === (part === 'BESTILLER' ? 'VENTER_BESTILLER' : 'VENTER_UTFORER');
}

/** What is wrong with a bid, all at once. */
export function budfeil(idag: Dato, b: Budinnhold): KanIkkeForhandle[] {
  const ut: KanIkkeForhandle[] = [];
  if (dagerMellom(b.fom, idag) > DAGER_TILBAKE) ut.push({ grunn: 'budForTidlig', felt: 'periode.fom', verdier: { dager: DAGER_TILBAKE } });
  if (dagerMellom(idag, b.fom) > DAGER_FRAM) ut.push({ grunn: 'budForSent', felt: 'periode.fom' });
  if (b.frist < idag) ut.push({ grunn: 'fristForTidlig', felt: 'frist' });
  if (b.frist > leggTilDager(idag, LENGSTE_FRIST)) ut.push({ grunn: 'fristForSen', felt: 'frist', verdier: { dager: LENGSTE_FRIST } });
  return ut;
}

/** What both a counter and a signature need: it is open, the bid that was looked at is still the last one, and it is this party's turn. */
function turfeil(idag: Dato, f: Forhandling, part: Part, nr: number): KanIkkeForhandle[] {
  if (f.status !== 'APEN') return [{ grunn: 'forhandlingSlutt' }];
  if (f.siste.nr !== nr) return [{ grunn: 'nyttBud' }];
  return erTurTil(part, kontraktstilstand(idag, f)) ? [] : [{ grunn: f.siste.frist < idag ? 'fristUte' : 'dinTur' }];
}

/** May this party answer bid number `nr` with another? Every reason why not. */
export function motbudfeil(idag: Dato, f: Forhandling, part: Part, nr: number, bud: Budinnhold): readonly KanIkkeForhandle[] {
  const tur = turfeil(idag, f, part, nr);
  return tur.length > 0 ? tur : budfeil(idag, bud);
}

/** May this account sign bid number `nr` for this party? Within the deadline, and never the one who signed for the other. */
export function signaturfeil(idag: Dato, f: Forhandling, part: Part, nr: number, kontoId: number): readonly KanIkkeForhandle[] {
  const tur = turfeil(idag, f, part, nr);
  if (tur.length > 0) return tur;
  if (f.siste.frist < idag) return [{ grunn: 'fristUte' }];
  return f.siste.signaturer.some((s) => s.kontoId === kontoId) ? [{ grunn: 'sammePerson' }] : [];
}

/** How this party may end it: a provider says no, a purchaser withdraws, and what is signed and not used can fall away. */
export function sluttFor(f: Forhandling, part: Part): Slutt | null {
  if (f.status === 'APEN') return part === 'BESTILLER' ? 'TRUKKET' : 'AVSLATT';
  return f.status === 'ENIG' && part === 'BESTILLER' ? 'BORTFALT' : null;
}

/** A contract that both have signed. */
export type SignertKontrakt = Budinnhold & { readonly forhandlingId: number; readonly enhetId: number };

export type KontraktAvvik = { readonly grunn: 'ingenKontrakt' | 'kontraktBelop' | 'kontraktEnhet' | 'kontraktFom' | 'kontraktTom'; readonly felt: string; readonly verdier?: Readonly<Record<string, string | number>> };

/** Where a vedtak of a contract says something else than the contract: its amount, provider and days come from it. */
export function kontraktsavvik(f: Pick<Vedtaksforslag, 'omfang' | 'enhetId' | 'fom' | 'tom'>, kontrakt: SignertKontrakt | null): readonly KontraktAvvik[] {
  if (f.omfang?.type !== 'KONTRAKT') return [];
  if (kontrakt === null) return [{ grunn: 'ingenKontrakt', felt: 'manedsbelop' }];
  const ut: KontraktAvvik[] = [];
  if (f.omfang.manedsbelopOre !== kontrakt.manedsbelopOre) ut.push({ grunn: 'kontraktBelop', felt: 'manedsbelop' });
  if (f.enhetId !== kontrakt.enhetId) ut.push({ grunn: 'kontraktEnhet', felt: 'enhet' });
  if (f.fom !== kontrakt.fom) ut.push({ grunn: 'kontraktFom', felt: 'periode.fom', verdier: { dato: kontrakt.fom } });
  if (f.tom !== kontrakt.tom) ut.push({ grunn: 'kontraktTom', felt: 'periode.tom' });
  return ut;
}
