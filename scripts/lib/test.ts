import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SETTING_NAMES } from '#lib/server/env.ts';
import { generateClient } from './generate.ts';
import { Processes } from './processes.ts';
import { ROOT } from './root.ts';
import { down, type Run } from './start.ts';
import { stopSignal } from './stop-signal.ts';
import { browserJourneys } from './test-browser.ts';
import { Score, type Outcome } from './test-score.ts';
import { runVitest } from './test-vitest.ts';

const bin = (name: string, ...path: string[]): string => join(ROOT, 'node_modules', name, ...path);

/** Programs that pass or fail as a whole. Each counts as one test. */
const STATIC: readonly (readonly [string, readonly string[]])[] = [
  ['typer', [bin('typescript', 'bin', 'tsc'), '--noEmit']],
  ['lint', [bin('oxlint', 'bin', 'oxlint'), '--quiet']],
  ['låsefil', [join(ROOT, 'scripts', 'lock.mjs'), '--check']],
];

/**
 * Runs the tests and ends the process: every step, also when an earlier one fails, and last the one line
 * `N passed, N failed`. Nothing is read from or written to `.data/`, and settings of the shell do not reach the tests.
 */
export async function runTests({ all }: { readonly all: boolean }): Promise<never> {
  for (const name of SETTING_NAMES) delete process.env[name];
  const processes = new Processes();
  const score = new Score();
  const folder = mkdtempSync(join(tmpdir(), 'stykkpris-prove-'));
  // Root hands databases to a system user, who must be able to enter.
  chmodSync(folder, 0o711);
  let running: Run | null = null;
  const stopped = stopSignal().then(async () => {
    await processes.stopAll();
    if (running !== null) await down(running);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    process.exit(130);
  });
  const work = async () => {
    await score.step('prisma', () => generated(processes));
    const checks = STATIC.map(([name, args]) => score.step(name, () => runProgram(processes, name, args)));
    await Promise.all(checks);
    await score.step('enhet og database', () =>
      runVitest(processes, folder, { project: all ? null : 'enhet', zone: 'UTC' }),
    );
    if (!all) return;
    await score.step('de samme i Oslo-tid', () => runVitest(processes, folder, { project: null, zone: 'Europe/Oslo' }));
    await score.step('nettleser', () => browserJourneys(processes, folder, (run) => (running = run)));
  };
  await Promise.race([work(), stopped]);
  await processes.stopAll();
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.stdout.write(`${score.line()}\n`);
  process.exit(score.failed > 0 ? 1 : 0);
}

async function generated(processes: Processes): Promise<Outcome> {
  await generateClient(processes);
  return { passed: 1, failed: 0, report: '' };
}

async function runProgram(processes: Processes, name: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await processes.capture(name, args);
  return code === 0 ? { passed: 1, failed: 0, report: '' } : { passed: 0, failed: 1, report: output };
}
