#!/usr/bin/env node
// Completes package-lock.json with the optional packages of other platforms. npm leaves out those it could not look
// up (a registry mirror may lack them), and then `npm ci` refuses the whole lock file.
//
//   node scripts/lock.mjs            completes the file
//   node scripts/lock.mjs --check    ends with 1 when something is missing
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');
const SYSTEMS = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openbsd', 'netbsd', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32'];

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = Object.entries(lock.packages).flatMap(([owner, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(owner, name))
    .map(([name, range]) => [name, range, owner]),
);

if (process.argv.includes('--check')) {
  for (const [name] of missing) process.stdout.write(`package-lock.json mangler ${name}\n`);
  if (missing.length > 0) process.stdout.write('Kjør «node scripts/lock.mjs».\n');
  process.exit(missing.length > 0 ? 1 : 0);
}

for (const [name, range, owner] of missing) {
  const version = /^\D*(\d.*)$/.exec(range)?.[1];
  if (version === undefined) throw new Error(`${name}@${range}: no exact version to lock`);
  lock.packages[`node_modules/${name}`] = {
    version,
    ...platformOf(name),
    optional: true,
    ...(lock.packages[owner].dev ? { dev: true } : {}),
  };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.length} pakker lagt til i package-lock.json\n`);

/** A package resolves from its owner's own node_modules and outwards. */
function isLocked(owner, name) {
  for (let at = owner; ; at = at.slice(0, Math.max(at.lastIndexOf('/node_modules/'), 0))) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
    if (at === '') return false;
  }
}

function platformOf(name) {
  const words = name.split(/[-/]/);
  const cpu = PROCESSORS.filter((word) => words.includes(word));
  const os = SYSTEMS.filter((word) => words.includes(word));
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(os.length > 0 ? { os } : {}) };
}
