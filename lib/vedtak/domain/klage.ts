import { dagerMellom, leggTilDager } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { klagefrist } from '#lib/vedtak/domain/klagefrist.ts';
import type { Klageregel } from '#lib/vedtak/domain/klageregel.ts';

export const KLAGERE = ['MOTTAKER', 'VERGE', 'FULLMEKTIG'] as const;
export type Klager = (typeof KLAGERE)[number];
export const KLAGEUTFALL = ['OMGJORT', 'DELVIS', 'OPPRETTHOLDT', 'AVVIST', 'TRUKKET'] as const;
export type Utfall = (typeof KLAGEUTFALL)[number];
export const INSTANSUTFALL = ['STADFESTET', 'ENDRET', 'OPPHEVET', 'AVVIST'] as const;
export type Instansutfall = (typeof INSTANSUTFALL)[number];
export type Klagestatus = 'MOTTATT' | 'OVERSENDT' | 'AVSLUTTET';

export type Klage = {
  readonly status: Klagestatus;
  readonly mottatt: Dato;
  readonly frist: Dato;
  readonly oppreisning: boolean | null;
  readonly utfall: Utfall | null;
};

/** Days from the letter to the recipient, where nobody knows when it came. */
export const POSTGANG_DAGER = 3;
/** What the municipality sets itself for an appeal: assessed, or sent on, within a month. */
export const BEHANDLINGSDAGER = 30;
/** An appeal more than a year after the vedtak is not taken up, whatever the reason (forvaltningsloven § 31). */
const LENGSTE_DAGER = 365;

/** The day the letter is reckoned to have come when nobody has said which. */
export function antattMottatt(fattet: Dato): Dato {
  return leggTilDager(fattet, POSTGANG_DAGER);
}

export function fristFor(brevMottatt: Dato, regel: Klageregel): Dato {
  return klagefrist(brevMottatt, regel.uker);
}

export function erForSent(k: Pick<Klage, 'mottatt' | 'frist'>): boolean {
  return k.mottatt > k.frist;
}

export type KanIkkeKlage = { readonly grunn: 'mottattForVedtaket' | 'mottattFramITid' | 'brevForVedtaket'; readonly felt: string };

/** Can this appeal be registered? A late one can: it is decided on, never refused at the door. */
export function registrerKlage(idag: Dato, fattet: Dato, k: { readonly mottatt: Dato; readonly brevMottatt: Dato }): Result<null, readonly KanIkkeKlage[]> {
  const ut: KanIkkeKlage[] = [];
  if (k.mottatt < fattet) ut.push({ grunn: 'mottattForVedtaket', felt: 'mottatt' });
  if (k.mottatt > idag) ut.push({ grunn: 'mottattFramITid', felt: 'mottatt' });
  if (k.brevMottatt < fattet) ut.push({ grunn: 'brevForVedtaket', felt: 'brevMottatt' });
  return ut.length > 0 ? nei(ut) : ok(null);
}

export type KanIkkeAvgjore = { readonly grunn: 'alleredeAvgjort' | 'forSentUtenOppreisning' | 'ettAr' | 'avvistIkkeForSent' | 'manglerNyttVedtak'; readonly felt?: string };

export type Avgjorelse = { readonly utfall: Utfall; readonly oppreisning: boolean; readonly nyttVedtakId: number | null };

/**
 * May the municipality decide so? What came late is rejected, or taken up with the delay excused; it is not rejected as
 * late when it came in time. A vedtak that is reversed, wholly or partly, is replaced by a new one first. What is upheld, or
 * reversed only in part, goes on to the appeal body.
 */
export function avgjorKlage(klage: Klage, fattet: Dato, a: Avgjorelse): Result<{ readonly status: Klagestatus; readonly oversendes: boolean }, readonly KanIkkeAvgjore[]> {
  if (klage.status !== 'MOTTATT') return nei([{ grunn: 'alleredeAvgjort' }]);
  const ut: KanIkkeAvgjore[] = [];
  const forSent = erForSent(klage);
  const tasOpp = a.utfall !== 'AVVIST' && a.utfall !== 'TRUKKET';
  if (forSent && tasOpp && dagerMellom(fattet, klage.mottatt) > LENGSTE_DAGER) ut.push({ grunn: 'ettAr', felt: 'utfall' });
  else if (forSent && tasOpp && !a.oppreisning) ut.push({ grunn: 'forSentUtenOppreisning', felt: 'oppreisning' });
  if (!forSent && a.utfall === 'AVVIST') ut.push({ grunn: 'avvistIkkeForSent', felt: 'utfall' });
  if ((a.utfall === 'OMGJORT' || a.utfall === 'DELVIS') && a.nyttVedtakId === null) ut.push({ grunn: 'manglerNyttVedtak', felt: 'nyttVedtak' });
  if (ut.length > 0) return nei(ut);
  const oversendes = a.utfall === 'DELVIS' || a.utfall === 'OPPRETTHOLDT';
  return ok({ status: oversendes ? 'OVERSENDT' : 'AVSLUTTET', oversendes });
}

export type Klokke = { readonly type: 'I_TIDE' | 'NAER' | 'FORFALT' | 'HOS_INSTANS' | 'FERDIG'; readonly dager: number };

/** The clock of an appeal: days left of the municipality's own month, or days with the appeal body. */
export function klageklokke(idag: Dato, k: { readonly status: Klagestatus; readonly mottatt: Dato; readonly oversendt: Dato | null }): Klokke {
  if (k.status === 'AVSLUTTET') return { type: 'FERDIG', dager: 0 };
  if (k.status === 'OVERSENDT') return { type: 'HOS_INSTANS', dager: dagerMellom(k.oversendt ?? k.mottatt, idag) };
  const igjen = BEHANDLINGSDAGER - dagerMellom(k.mottatt, idag);
  return { type: igjen < 0 ? 'FORFALT' : igjen <= 7 ? 'NAER' : 'I_TIDE', dager: Math.abs(igjen) };
}
