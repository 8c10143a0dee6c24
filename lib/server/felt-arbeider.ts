import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { erUtvikling } from '#lib/server/env.ts';

const rot = (...deler: string[]): string => join(/* turbopackIgnore: true */ process.cwd(), ...deler);

/** The build that is served, or `utvikling` where nothing is built. */
function versjon(): string {
  if (erUtvikling()) return 'utvikling';
  return readFileSync(rot('.next', 'BUILD_ID'), 'utf8').trim();
}

let kjent: string | null = null;

/** The service worker's source with the build's name in it: a new build is a new worker. */
export function feltArbeider(): string {
  if (erUtvikling()) kjent = null;
  kjent ??= readFileSync(rot('components', 'felt', 'arbeider.js'), 'utf8').replace('__VERSJON__', versjon());
  return kjent;
}
