import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SchemaEngine as Engine } from '@prisma/schema-engine-wasm';
import pg from 'pg';

type EngineClass = typeof Engine;
let loaded: Promise<EngineClass> | undefined;

/**
 * Prisma's schema engine as WebAssembly. Node cannot import the package's `.wasm`
 * by itself, so the module and its glue are joined here.
 */
export async function loadEngine(): Promise<EngineClass> {
  loaded ??= (async () => {
    const require = createRequire(import.meta.url);
    const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
    const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as {
      SchemaEngine: EngineClass;
      __wbg_set_wasm(exports: WebAssembly.Exports): void;
    };
    const bytes = await readFile(glueFile.replace(/\.js$/, '.wasm'));
    const { instance } = await WebAssembly.instantiate(bytes, {
      './schema_engine_bg.js': patientImports(glue as unknown as WebAssembly.ModuleImports),
    });
    glue.__wbg_set_wasm(instance.exports);
    const start = instance.exports['__wbindgen_start'];
    if (typeof start === 'function') start();
    return glue.SchemaEngine;
  })();
  return loaded;
}

/** The engine leaves a ten-second timer running after its lock; it must not keep a script alive. */
function patientImports(glue: WebAssembly.ModuleImports): WebAssembly.ModuleImports {
  const timers = Object.keys(glue).filter((name) => name.startsWith('__wbg_setTimeout_'));
  const quiet = (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref();
  return { ...glue, ...Object.fromEntries(timers.map((name) => [name, quiet])) };
}

/** A schema engine on one pool; `firstError` is what the database said first. */
export interface OpenEngine {
  readonly engine: Engine;
  firstError(): Error | null;
}

/**
 * Opens a schema engine on a pool. A script runs as one message: the adapter's own
 * `executeScript` cuts at every semicolon, also inside function bodies.
 */
export async function openEngine(pool: pg.Pool): Promise<OpenEngine> {
  const SchemaEngine = await loadEngine();
  let first: Error | null = null;
  const remember = (error: unknown): never => {
    if (first === null && error instanceof Error) first = error;
    throw error;
  };
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script: string) => {
      await pool.query(script).catch(remember);
    };
    return adapter;
  };
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(factory),
  );
  return { engine, firstError: () => first };
}
