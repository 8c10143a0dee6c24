#!/usr/bin/env node
// A database for development that stays up: starts an embedded server, applies the
// migrations, writes its addresses to urls.env and waits for Ctrl-C. Run again while it
// is up, it applies new migrations and ends.
//
//   node scripts/dev-db.mjs [--ny] [folder]      (default folder: <tmp>/stykkpris-dev)
//
// --ny throws the database away and makes it anew (after a migration was edited).
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { reexecUnderPinnedNode } from './lib/bootstrap.mjs';

await reexecUnderPinnedNode(import.meta.url);
const { runDevDatabase } = await import('./lib/dev-db.ts');
const args = process.argv.slice(2);
const folder = args.find((arg) => !arg.startsWith('--')) ?? join(tmpdir(), 'stykkpris-dev');
await runDevDatabase(resolve(folder), args.includes('--ny'));
