import { createHash } from 'node:crypto';

/** A statement as `pg` takes it. */
export type Sporring = { readonly text: string; readonly values: unknown[] };

/** Texts beyond this number are not the house's own hundreds but made on the fly; they are planned each time. */
const FLEST = 800;

const navn = new Map<string, string>();

/**
 * Gives a statement's text its name, so that a connection parses and plans it once. Under row-level security planning is
 * most of what a small query costs; the settings the policies read are looked up when it runs. The name is made of the
 * text alone: the pool outlives a module that is loaded anew, and one name must never be two statements.
 */
export function navngitt(sporring: Sporring): Sporring & { readonly name?: string } {
  const kjent = navn.get(sporring.text);
  if (kjent !== undefined) return { ...sporring, name: kjent };
  if (navn.size >= FLEST) return sporring;
  const ny = createHash('sha256').update(sporring.text).digest('base64url');
  navn.set(sporring.text, ny);
  return { ...sporring, name: ny };
}
