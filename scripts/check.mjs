#!/usr/bin/env node
// `npm run check`: what a developer runs before every commit: types, lint and unit tests. Ends with one line: N passed, N failed.
import { ensurePackages, reexecUnderPinnedNode, requireNode20 } from './lib/bootstrap.mjs';

requireNode20();
if (!process.env.STYKKPRIS_NODE) ensurePackages();
await reexecUnderPinnedNode(import.meta.url);
const { runTests } = await import('./lib/test.ts');
await runTests({ all: false });
