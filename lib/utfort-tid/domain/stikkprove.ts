import { nei, ok, type Result } from '#lib/core/result.ts';

/** A visit that may be drawn. */
export type Trekkbart = { readonly id: number; readonly etterfort: boolean };

/** Tickets of a visit that was registered afterwards; the others have one each. */
export const VEKT_ETTERFORT = 3;
export const STORSTE_PROVE = 200;

export const AVVIKSSLAG = ['IKKE_UTFORT', 'KORTERE', 'LENGRE', 'ANNEN_TID', 'ANNEN_KATEGORI', 'ANNET_OPPDRAG', 'UTEN_DOKUMENTASJON'] as const;
export type Avviksslag = (typeof AVVIKSSLAG)[number];

/** Mixes the bits of a 32-bit number (the finaliser of MurmurHash3): the same everywhere, and no floating point. */
function bland(h: number): number {
  let x = h >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x85eb_ca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2_ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A number for a ticket: by seed, visit and which ticket it is. */
function lodd(fro: number, id: number, nummer: number): number {
  const hoy = Math.floor(id / 0x1_0000_0000);
  return bland(bland(bland(bland(fro) ^ (id >>> 0)) ^ hoy) ^ (nummer * 0x9e37_79b9));
}

/**
 * Draws without replacement: each visit has its tickets, and those with the lowest ticket are drawn. The same seed draws the same
 * of the same visits, in whatever order they come.
 */
export function trekk(populasjon: readonly Trekkbart[], antall: number, fro: number, vekt: number): Trekkbart[] {
  const nokkel = (b: Trekkbart): number => Math.min(...Array.from({ length: b.etterfort ? vekt : 1 }, (_, n) => lodd(fro, b.id, n)));
  return populasjon
    .map((b) => ({ b, nokkel: nokkel(b) }))
    .toSorted((a, b) => a.nokkel - b.nokkel || a.b.id - b.b.id)
    .slice(0, antall)
    .map(({ b }) => b);
}

export type Kontrollresultat = { readonly utfall: 'STEMMER' | 'AVVIK'; readonly slag: Avviksslag | null; readonly merknad: string | null };
export type KanIkkeKontrollere = { readonly grunn: 'slagMangler' | 'slagUtenAvvik' | 'alleredeKontrollert' | 'alleredeFulgtOpp' | 'ikkeAvvik'; readonly felt?: string };

/** A deviation has a kind; what agrees has none. A result stands when it has been followed up. */
export function kontroller(for_: { readonly fulgtOpp: boolean }, resultat: Kontrollresultat): Result<Kontrollresultat, KanIkkeKontrollere> {
  if (for_.fulgtOpp) return nei({ grunn: 'alleredeFulgtOpp' });
  if (resultat.utfall === 'AVVIK' && resultat.slag === null) return nei({ grunn: 'slagMangler', felt: 'slag' });
  return ok(resultat.utfall === 'STEMMER' ? { ...resultat, slag: null } : resultat);
}

export function folgOpp(for_: { readonly utfall: string | null; readonly fulgtOpp: boolean }): Result<true, KanIkkeKontrollere> {
  if (for_.utfall !== 'AVVIK') return nei({ grunn: 'ikkeAvvik' });
  return for_.fulgtOpp ? nei({ grunn: 'alleredeFulgtOpp' }) : ok(true);
}
