#!/usr/bin/env node
// npm run backup -- <folder>: a copy of the embedded database, taken while it runs or while it is stopped.
import { ensurePackages, reexecUnderPinnedNode, requireNode20 } from './lib/bootstrap.mjs';

requireNode20();
if (!process.env.STYKKPRIS_NODE) ensurePackages();
await reexecUnderPinnedNode(import.meta.url);
const { runBackup } = await import('./lib/backup.ts');
await runBackup(process.argv[2]);
