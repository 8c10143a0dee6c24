type Innhold = { readonly svar: Promise<unknown>; readonly utloper: number };

const holder = globalThis as { stykkprisKortminne?: Map<string, Innhold> };

/** Entries beyond this are swept; one a logged-in person and kommune. */
const FLEST = 5_000;

function minne(): Map<string, Innhold> {
  holder.stykkprisKortminne ??= new Map();
  return holder.stykkprisKortminne;
}

/**
 * Remembers an answer for a few seconds, for what stands on every page and decides nothing: the counts of the menu.
 * Never for access, figures or a person's record. `nokkel` begins with the kommune. A failed answer is not remembered.
 *
 * @param naaMs a monotonic time in milliseconds
 */
export function husk<T>(kommuneId: number, nokkel: string, millisekunder: number, naaMs: number, hent: () => Promise<T>): Promise<T> {
  const navn = `${kommuneId}/${nokkel}`;
  const kjent = minne().get(navn);
  if (kjent !== undefined && kjent.utloper > naaMs) return kjent.svar as Promise<T>;
  if (minne().size >= FLEST) minne().clear();
  const svar = hent();
  minne().set(navn, { svar, utloper: naaMs + millisekunder });
  svar.catch(() => minne().delete(navn));
  return svar;
}

/** Something changed in the kommune: its counts are read anew by the next page. */
export function glem(kommuneId: number): void {
  for (const navn of minne().keys()) if (navn.startsWith(`${kommuneId}/`)) minne().delete(navn);
}

/** These hold a unit's lines or a month's rules; a counter holds a number. */
const FLEST_HUSKEDE = 300;

const huskede = globalThis as { stykkprisHuskede?: Map<string, { readonly avtrykk: string; readonly svar: unknown }> };

/**
 * Remembers an answer for as long as what it was made of is the same: `avtrykk` is the fingerprint of its facts, read in
 * the snapshot the answer is made in. Never stale, so also for figures; the account does not matter, since the answer
 * is made for the whole kommune.
 */
export async function huskVed<T>(kommuneId: number, nokkel: string, avtrykk: string, lag: () => Promise<T>): Promise<T> {
  huskede.stykkprisHuskede ??= new Map();
  const navn = `${kommuneId}/${nokkel}`;
  const kjent = huskede.stykkprisHuskede.get(navn);
  if (kjent?.avtrykk === avtrykk) return kjent.svar as T;
  const svar = await lag();
  if (huskede.stykkprisHuskede.size >= FLEST_HUSKEDE) huskede.stykkprisHuskede.clear();
  huskede.stykkprisHuskede.set(navn, { avtrykk, svar });
  return svar;
}
