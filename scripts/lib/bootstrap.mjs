// The only code that runs before the packages are there: plain JavaScript, no
// dependencies, Node 20 or newer.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const PINNED = join(ROOT, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const STAMP = join(ROOT, 'node_modules', '.stykkpris-lock');

/** Ends the start with a message to the person who started. */
export function giveUp(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}

/** Refuses a Node that is too old, in words. */
export function requireNode20() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) giveUp(`Stykkpris trenger Node 20 eller nyere. Denne maskinen har ${process.versions.node}.`);
}

/** Installs the packages of the lock file when they are missing or the lock has changed. */
export function ensurePackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8').trim() : sameAsHidden() ? lock : '';
  if (installed === lock && existsSync(PINNED)) {
    if (!existsSync(STAMP)) writeFileSync(STAMP, `${lock}\n`);
    return;
  }
  process.stderr.write('Installerer pakkene (npm ci) …\n');
  // npm's own variables would carry flags of the outer npm into the inner one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_(?!registry|userconfig|cache)|lifecycle|package)/.test(name),
    ),
  );
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: ROOT,
    env: { ...env, NODE_ENV: '' },
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    giveUp(
      'Pakkene lot seg ikke installere. Se meldingene fra npm over; sjekk nettforbindelsen til npm-registeret og prøv igjen.',
    );
  }
  if (!existsSync(PINNED)) {
    giveUp(
      'Pakken «node» ble ikke installert fullt ut. Tillat installasjonsskript i npm (npm config set ignore-scripts false), slett node_modules og prøv igjen.',
    );
  }
  writeFileSync(STAMP, `${lock}\n`);
}

/** npm's own record of what it installed says the same versions as the lock file. */
function sameAsHidden() {
  try {
    const read = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
    const wanted = read('package-lock.json');
    const have = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([name, entry]) => name === '' || entry.optional === true || have[name]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/**
 * Goes on under the pinned Node. The parent stays as a thin shell: it passes signals
 * on and ends as the child ends. The channel tells the child when the shell is killed.
 */
export async function reexecUnderPinnedNode(
  script,
  flags = ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
) {
  if (process.env.STYKKPRIS_NODE === process.version) {
    delete process.env.STYKKPRIS_NODE;
    return;
  }
  const version = JSON.parse(readFileSync(join(ROOT, 'node_modules', 'node', 'package.json'), 'utf8')).version;
  const child = spawn(PINNED, [...flags, fileURLToPath(script), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      STYKKPRIS_NODE: `v${version}`,
      PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH ?? ''}`,
    },
  });
  stopWithNpm(child);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // Ctrl-C reaches the whole group by itself; a SIGINT sent to us alone is passed on
  // through the channel, where a second one does no harm.
  process.on('SIGINT', () => child.connected && child.send('stopp'));
  await new Promise(() => {
    child.on('error', (error) => giveUp(`Fikk ikke startet Node ${version}: ${error.message}`));
    child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/** When the npm that runs us is killed, nobody can reach us any more: stop, so that the next start finds all free. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  // npm starts us through a shell, which may stay in between and outlive it.
  const above = [process.ppid, parentOf(process.ppid)].filter((pid) => pid !== null && pid > 1);
  const timer = setInterval(() => {
    if (process.ppid === above[0] && (above[1] === undefined || parentOf(above[0]) === above[1])) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 250);
  timer.unref();
}

function parentOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  } catch {
    return null;
  }
}
