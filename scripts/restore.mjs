#!/usr/bin/env node
// npm run restore -- <folder>: puts a copy back. The database must be stopped; what was there is moved aside.
import { ensurePackages, reexecUnderPinnedNode, requireNode20 } from './lib/bootstrap.mjs';

requireNode20();
if (!process.env.STYKKPRIS_NODE) ensurePackages();
await reexecUnderPinnedNode(import.meta.url);
const { runRestore } = await import('./lib/backup.ts');
await runRestore(process.argv[2]);
