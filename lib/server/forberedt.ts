/** A statement as `pg` takes it. */
export type Sporring = { readonly text: string; readonly values: unknown[] };

/** Texts beyond this number are not the house's own hundreds but made on the fly; they are planned each time. */
const FLEST = 500;

type Holder = { stykkprisForberedt?: Map<string, string> };
// Beside the pool, which outlives this module when a page and a route are bundled apart or code is read anew: a name
// that a connection knows must never be given to another text.
const navn = ((globalThis as Holder).stykkprisForberedt ??= new Map<string, string>());

/**
 * Gives a statement's text its name, the same each time, so that a connection parses and plans it once. Under row-level
 * security planning is most of what a small query costs; the settings the policies read are looked up when it runs.
 */
export function navngitt(sporring: Sporring): Sporring & { readonly name?: string } {
  const kjent = navn.get(sporring.text);
  if (kjent !== undefined) return { ...sporring, name: kjent };
  if (navn.size >= FLEST) return sporring;
  const ny = `setning_${navn.size}`;
  navn.set(sporring.text, ny);
  return { ...sporring, name: ny };
}
