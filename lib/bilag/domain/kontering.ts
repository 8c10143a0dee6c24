import type { Maned } from '#lib/core/maned.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { gjelderIManed, type Manedsrom } from '#lib/grunnlag/domain/ordning.ts';

/** What a rule decides. The two legs of an internal voucher share function and art, so that both net to zero. */
export const KONTERINGSFELT = ['ANSVAR_UTFORER', 'ANSVAR_BESTILLER', 'FUNKSJON', 'ART', 'PROSJEKT_UTFORER', 'PROSJEKT_BESTILLER', 'KONTO_PALOPT', 'KONTO_GJELD'] as const;
export type Konteringsfelt = (typeof KONTERINGSFELT)[number];

/** What a rule may ask of a line; null asks nothing. */
export type Vilkar = { readonly enhetId: number | null; readonly tjeneste: string | null; readonly komponent: string | null; readonly gruppe: string | null };
export type Konteringsregel = Vilkar & Manedsrom & { readonly id: number; readonly felt: Konteringsfelt; readonly verdi: string };

/** What is known of the amount to be placed. `maned` is the posting month: the account's validity follows the books. */
export type Kjennetegn = Vilkar & { readonly enhetId: number; readonly maned: Maned };
export type Mangel = { readonly felt: Konteringsfelt; readonly kjennetegn: Kjennetegn };
export type Kontering = Readonly<Record<Konteringsfelt, string>>;

const PROSJEKTFELT: readonly Konteringsfelt[] = ['PROSJEKT_UTFORER', 'PROSJEKT_BESTILLER'];
/** Internal purchase and sale: taken out of KOSTRA from 2016, so no rule may name them. */
const INTERNE_ARTER = /^(290|790)/;

/** Why a value cannot stand in a field; null when it can. */
export function feilIVerdi(felt: Konteringsfelt, verdi: string): 'ART_INTERN' | 'VERDI_FORM' | null {
  if (felt === 'ART') return INTERNE_ARTER.test(verdi) ? 'ART_INTERN' : /^\d{3,8}$/.test(verdi) ? null : 'VERDI_FORM';
  if (felt === 'FUNKSJON') return /^\d{3,8}$/.test(verdi) ? null : 'VERDI_FORM';
  if (PROSJEKTFELT.includes(felt) && verdi === '') return null;
  return /^[0-9A-Za-z]{1,12}$/.test(verdi) ? null : 'VERDI_FORM';
}

/** More conditions win; among as many, the unit counts most, then service, component and price group. Never a tie between different conditions. */
function vekt(v: Vilkar): number {
  const satt = [v.enhetId, v.tjeneste, v.komponent, v.gruppe].map((x) => x !== null);
  return satt.filter(Boolean).length * 100 + (satt[0] ? 8 : 0) + (satt[1] ? 4 : 0) + (satt[2] ? 2 : 0) + (satt[3] ? 1 : 0);
}

function treffer(r: Konteringsregel, k: Kjennetegn): boolean {
  return (
    gjelderIManed(r, k.maned) &&
    (r.enhetId === null || r.enhetId === k.enhetId) &&
    (r.tjeneste === null || r.tjeneste === k.tjeneste) &&
    (r.komponent === null || r.komponent === k.komponent) &&
    (r.gruppe === null || r.gruppe === k.gruppe)
  );
}

/** The most specific rule in force for a field, or null: there is never a default. */
export function velgRegel(regler: readonly Konteringsregel[], felt: Konteringsfelt, k: Kjennetegn): Konteringsregel | null {
  return regler.reduce<Konteringsregel | null>((best, r) => (r.felt === felt && treffer(r, k) && (best === null || vekt(r) > vekt(best)) ? r : best), null);
}

/**
 * Places a line: the value of each asked field. A municipality without project rules for a side uses no project there;
 * with one such rule every line must meet one.
 */
export function konter(regler: readonly Konteringsregel[], felt: readonly Konteringsfelt[], k: Kjennetegn): Result<Kontering, Mangel[]> {
  const funnet = new Map<Konteringsfelt, string>();
  const mangler: Mangel[] = [];
  for (const f of felt) {
    const regel = velgRegel(regler, f, k);
    if (regel) funnet.set(f, regel.verdi);
    else if (!PROSJEKTFELT.includes(f) || regler.some((r) => r.felt === f && gjelderIManed(r, k.maned))) mangler.push({ felt: f, kjennetegn: k });
  }
  if (mangler.length > 0) return nei(mangler);
  return ok(Object.fromEntries(KONTERINGSFELT.map((f) => [f, funnet.get(f) ?? ''])) as Kontering);
}

/** The same conditions, in months that meet: two such rules cannot both stand. */
export function kolliderer(a: Vilkar & Manedsrom & { felt: Konteringsfelt }, b: Vilkar & Manedsrom & { felt: Konteringsfelt }): boolean {
  const like = a.felt === b.felt && a.enhetId === b.enhetId && a.tjeneste === b.tjeneste && a.komponent === b.komponent && a.gruppe === b.gruppe;
  return like && (a.tomManed === null || b.fomManed <= a.tomManed) && (b.tomManed === null || a.fomManed <= b.tomManed);
}
