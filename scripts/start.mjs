#!/usr/bin/env node
// `npm start` (and `npm run dev`, with --dev): from a fresh machine to a running Stykkpris. This part runs on any
// Node from 20 and fetches what is missing; the rest is scripts/lib/start.ts under the pinned Node.
import { ensurePackages, reexecUnderPinnedNode, requireNode20 } from './lib/bootstrap.mjs';

requireNode20();
if (!process.env.STYKKPRIS_NODE) ensurePackages();
await reexecUnderPinnedNode(import.meta.url);
const { start } = await import('./lib/start.ts');
await start({ dev: process.argv.includes('--dev') });
