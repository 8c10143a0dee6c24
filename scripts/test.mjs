#!/usr/bin/env node
// `npm test`: everything there is to test, on databases and servers of its own. Ends with one line: N passed, N failed.
import { ensurePackages, reexecUnderPinnedNode, requireNode20 } from './lib/bootstrap.mjs';

requireNode20();
if (!process.env.STYKKPRIS_NODE) ensurePackages();
await reexecUnderPinnedNode(import.meta.url);
const { runTests } = await import('./lib/test.ts');
await runTests({ all: true });
