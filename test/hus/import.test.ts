import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { finnBrudd, importer } from './regler.ts';
import unntaksliste from './unntak.json' with { type: 'json' };

const unntak: readonly string[] = unntaksliste;

function husetsFiler(): Map<string, string> {
  const kode = globSync('{app,components,lib}/**/*.{ts,tsx}').filter((fil) => !/\.test\.tsx?$/.test(fil) && !fil.includes('/generated/'));
  expect(kode.length).toBeGreaterThan(200);
  return new Map(kode.map((fil) => [fil, readFileSync(fil, 'utf8')]));
}

describe('the house', () => {
  test('no file imports against the row of rooms, reads the clock or the environment on its own, or hides a fault', () => {
    const brudd = finnBrudd(husetsFiler()).map(({ fil, regel }) => `${fil}: ${regel}`);
    expect(brudd.filter((linje) => !unntak.includes(linje))).toEqual([]);
  });

  test('the list of exceptions can only shrink: each one is still needed', () => {
    const brudd = finnBrudd(husetsFiler()).map(({ fil, regel }) => `${fil}: ${regel}`);
    expect(unntak.filter((linje) => !brudd.includes(linje))).toEqual([]);
  });
});

const plantet = (fil: string, kilde: string): string[] => finnBrudd(new Map([[fil, kilde]])).map((b) => b.regel);

describe('a planted breach is seen', () => {
  test.each([
    ['a domain file that reaches the database', 'lib/vedtak/domain/fatt-vedtak.ts', "import { pool } from '#lib/server/db.ts';"],
    ['a domain file with a package', 'lib/vedtak/domain/fatt-vedtak.ts', "import { z } from 'zod';"],
    ['a room that looks to the right', 'lib/vedtak/vedtak-service.ts', "import { opprettOppdrag } from '#lib/oppdrag/oppdrag-service.ts';"],
    ['a page that goes to a repo', 'app/(drift)/vedtak/page.tsx', "import { findById } from '#lib/vedtak/vedtak-repo.ts';"],
    ['an action that skips its service', 'lib/vedtak/actions.ts', "import { findById } from '#lib/vedtak/vedtak-repo.ts';"],
    ['a component that calls a service', 'components/vedtak/liste.tsx', "import { fattVedtak } from '#lib/vedtak/vedtak-service.ts';"],
    ['core that knows a room', 'lib/core/ore.ts', "import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';"],
    ['a relative path out of the room', 'lib/sak/sak-view.ts', "import { x } from '../avregning/avregning-service.ts';"],
    ['a clock of one’s own', 'lib/sak/sak-service.ts', 'const na = new Date();'],
    ['an environment of one’s own', 'lib/sak/sak-service.ts', 'const url = process.env.DATABASE_URL;'],
    ['a tenant that outlives its transaction', 'lib/sak/sak-repo.ts', "select set_config('app.kommune', '1', false)"],
    ['an escape from the types', 'lib/sak/sak-repo.ts', '// @ts-ignore'],
    ['a placeholder', 'components/sak/liste.tsx', 'const tekst = "kommer snart";'],
    ['a query outside the transaction', 'lib/sak/sak-repo.ts', "await pool().query('select 1');"],
    ['async in the domain', 'lib/sak/domain/alder.ts', 'export async function alder() {}'],
    ['a drawer for everything', 'lib/sak/utils.ts', 'export const a = 1;'],
  ])('%s', (_hva, fil, kilde) => {
    expect(plantet(fil, kilde)).not.toEqual([]);
  });

  test('what is allowed passes', () => {
    expect(plantet('lib/avregning/avregning-service.ts', "import { mal } from './domain/mal.ts';\nimport { sql } from '#lib/server/sql.ts';\nimport { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';")).toEqual([]);
    expect(plantet('app/(drift)/vedtak/page.tsx', "import { visVedtak } from '#lib/vedtak/vedtak-service.ts';")).toEqual([]);
  });

  test('an import over several lines is found', () => {
    expect(importer('lib/a/b.ts', "import {\n  a,\n  b,\n} from '#lib/core/ore.ts';")).toEqual([{ modul: 'lib/core/ore.ts', bareTyper: false }]);
  });
});
