import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sprak } from '#lib/server/sprak/sprak.ts';

/** Texts of one language: namespace (file name without .json) → keys. */
export type Tekster = Record<string, Record<string, unknown>>;

/** How often, in milliseconds, the folder is looked at for changed files. */
const RECHECK_MS = 1000;

interface CachedTexts {
  tekster: Tekster;
  stamp: number;
  checkedAt: number;
}

const cache = new Map<Sprak, CachedTexts>();

/**
 * All texts of a language, one namespace per file in messages/<sprak>/. Read once and kept; a changed or
 * new file is picked up within a second. Throws SyntaxError naming the file when the JSON is broken.
 */
export function lesTekster(sprak: Sprak): Tekster {
  const cached = cache.get(sprak);
  const now = performance.now();
  if (cached && now - cached.checkedAt < RECHECK_MS) return cached.tekster;
  const folder = join(/* turbopackIgnore: true */ process.cwd(), 'messages', sprak);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const stamp = files.reduce((sum, file) => sum + statSync(join(folder, file)).mtimeMs, files.length);
  if (cached && cached.stamp === stamp) {
    cached.checkedAt = now;
    return cached.tekster;
  }
  const tekster: Tekster = {};
  for (const file of files.sort()) tekster[file.slice(0, -'.json'.length)] = lesFil(join(folder, file));
  cache.set(sprak, { tekster, stamp, checkedAt: now });
  return tekster;
}

function lesFil(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    throw new SyntaxError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
