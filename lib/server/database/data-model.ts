import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiffTarget } from '@prisma/schema-engine-wasm';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import { loadEngine } from '#lib/server/database/schema-engine.ts';
import { NO_FILTER } from '#lib/server/database/migrate.ts';

/** The data model of the newest migration, kept to find out what the next one must change. */
export const PREVIOUS_MODEL = 'prisma/schema.forrige.prisma';

/** The data model of the project as one text: its files in the order of their names. */
export async function currentModel(root: string): Promise<string> {
  const folder = join(root, 'prisma', 'schema');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.prisma')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return `${texts.map((text) => text.trim()).join('\n\n')}\n`;
}

/** The data model of the newest migration, or null before the first. */
export async function previousModel(root: string): Promise<string | null> {
  return readFile(join(root, PREVIOUS_MODEL), 'utf8').catch(() => null);
}

/**
 * The SQL that turns one data model into another. Models are compared, never a live database, so no connection is made.
 *
 * @param from the earlier model; null = nothing
 * @returns the SQL; '' when nothing changes
 */
export async function modelDiff(from: string | null, to: string): Promise<string> {
  const SchemaEngine = await loadEngine();
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, dialectOnly());
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: 'empty' } : model(from),
      to: model(to),
      script: true,
      exitCode: null,
      filters: NO_FILTER,
    });
    const sql = (stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } finally {
    engine.free();
  }
}

/** The engine asks an adapter which PostgreSQL it writes for, and nothing else, when it compares two models. */
function dialectOnly(): ReturnType<typeof bindMigrationAwareSqlAdapterFactory> {
  const factory = new PrismaPg('postgresql://localhost/ingen');
  const refuse = () => Promise.reject(new Error('A comparison of data models has no database.'));
  factory.connect = () => {
    const adapter: SqlDriverAdapter = {
      provider: 'postgres',
      adapterName: factory.adapterName,
      queryRaw: () =>
        Promise.resolve({
          columnNames: ['exists', 'version', 'numeric_version'],
          columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
          rows: [[true, 'PostgreSQL 18.4', 180_004]],
        }),
      executeRaw: refuse,
      executeScript: refuse,
      startTransaction: refuse,
      dispose: () => Promise.resolve(),
    };
    return Promise.resolve(adapter as Awaited<ReturnType<typeof factory.connect>>);
  };
  return bindMigrationAwareSqlAdapterFactory(factory);
}

function model(content: string): DiffTarget {
  return { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] };
}
