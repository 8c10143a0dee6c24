import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KOMMANDOER } from '#lib/grunnlag/domain/tilgang.ts';
import { FOR_ALLE, GIR_TOKEN, MED_BEVIS, MED_TOKEN, PAA_TELEFON, RUTER } from '../../e2e/access/ruter.ts';

const ROT = join(import.meta.dirname, '../..');
const les = (fil: string): string => readFileSync(join(ROT, fil), 'utf8');

/** `app/(drift)/vedtak/[id]/page.tsx` → `/vedtak/[id]`. */
function adresse(fil: string): string {
  return fil.replace(/^app/, '').replace(/\/\([a-z]+\)/g, '').replace(/\/(page|route)\.tsx?$/, '') || '/';
}

const FILER = globSync('app/**/{page,route}.{ts,tsx}', { cwd: ROT });
const HANDLINGER = globSync(['app/**/*.ts', 'lib/**/*.ts'], { cwd: ROT }).filter((fil) => les(fil).startsWith("'use server'"));
/** The login's and the language's own actions: they ask for nothing but the session they end, or nothing at all. */
const EGNE = ['app/(auth)/actions.ts', 'lib/server/sprak/actions.ts'];

describe('every door has a lock of its own', () => {
  test('every route is in the table of routes that the access journeys try', () => {
    expect(FILER.map(adresse).sort()).toEqual([...RUTER.map(({ fil }) => fil), ...FOR_ALLE, ...MED_TOKEN, ...GIR_TOKEN, ...PAA_TELEFON, ...MED_BEVIS].sort());
  });

  test.each(RUTER.map(({ fil, kommando }) => [fil, kommando] as const))('%s asks for %s itself', (rute, kommando) => {
    const fil = FILER.find((en) => adresse(en) === rute) ?? '';
    const kilde = les(fil);
    const krav = fil.endsWith('route.ts') ? `harTilgang(okt, '${kommando}')` : `krevOkt('${kommando}')`;
    expect(kilde).toContain(krav);
    expect(KOMMANDOER).toContain(kommando);
  });

  test.each(PAA_TELEFON)('%s lets in only a session that registers, by the one door', (rute) => {
    expect(les(FILER.find((en) => adresse(en) === rute) ?? '')).toContain('return paaTelefon(request, ');
    expect(les('app/api/felt/v1/inngang.ts')).toContain("harTilgang(okt, 'REGISTRER_BESOK')");
  });

  test.each(MED_BEVIS)('%s asks for the proof, and reads no session', (rute) => {
    const kilde = les(FILER.find((en) => adresse(en) === rute) ?? '');
    expect(kilde).toContain('return lesSending(request, ');
    expect(kilde).not.toMatch(/withKommune|lesKommune|Okt\(/);
    expect(les('lib/utfort-tid/felt-karantene-service.ts')).toContain('if (fra === null) return null;');
  });

  test.each(MED_TOKEN)('%s lets in only a client with a living token', (rute) => {
    const kilde = les(FILER.find((en) => adresse(en) === rute) ?? '');
    const metoder = [...kilde.matchAll(/^export (?:async )?function (?:GET|POST|PUT|PATCH|DELETE)\(/gm)].length;
    expect(metoder).toBeGreaterThan(0);
    expect([...kilde.matchAll(/^ {2}return medKlient\(request, /gm)]).toHaveLength(metoder);
  });

  test.each(HANDLINGER.filter((fil) => !EGNE.includes(fil)))('%s: every action goes through the pipeline', (fil) => {
    const kilde = les(fil);
    const eksportert = [...kilde.matchAll(/^export (?:const|async function|function) (\w+)/gm)].length;
    const gjennom = [...kilde.matchAll(/= handling(?:<[^>]*>)?\(/g)].length;
    expect(eksportert).toBeGreaterThan(0);
    expect(gjennom).toBeGreaterThanOrEqual(eksportert);
  });

  test('layouts and the proxy guard nothing, so nothing rests on them', () => {
    const filer = ['proxy.ts', ...globSync('app/**/layout.tsx', { cwd: ROT })];
    expect(filer.filter((fil) => /krevOkt|krevInnlogget|harTilgang|notFound\(|redirect\(/.test(les(fil)))).toEqual([]);
  });
});
