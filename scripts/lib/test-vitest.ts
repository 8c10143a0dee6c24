import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Processes } from './processes.ts';
import { ROOT } from './root.ts';
import type { Outcome } from './test-score.ts';

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[] | null;
    }[];
  }[];
}

/** Runs vitest under a time zone, with the JSON report as the only witness. */
export async function runVitest(
  processes: Processes,
  folder: string,
  options: { readonly project: string | null; readonly zone: string },
): Promise<Outcome> {
  const report = join(folder, `vitest-${options.zone.replace('/', '-')}.json`);
  const { code, output } = await processes.capture(
    'vitest',
    [
      join(ROOT, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      ...(options.project === null ? [] : ['--project', options.project]),
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { env: { TZ: options.zone, NODE_ENV: 'test', TMPDIR: folder } },
  );
  let parsed: VitestReport;
  try {
    parsed = JSON.parse(readFileSync(report, 'utf8')) as VitestReport;
  } catch {
    return { passed: 0, failed: 1, report: output };
  }
  const outcome = read(parsed);
  // An error outside every test (a rejected promise nobody waited for) fails the run, too.
  if (code !== 0 && outcome.failed === 0) return { ...outcome, failed: 1, report: output };
  return outcome;
}

function read(report: VitestReport): Outcome {
  let passed = 0;
  const failures: string[] = [];
  for (const file of report.testResults) {
    const name = relative(ROOT, file.name);
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed += 1;
      if (test.status === 'failed')
        failures.push(`${name} › ${test.fullName}\n${brief(test.failureMessages?.join('\n') ?? '')}`);
    }
    const failedItself = file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
    if (failedItself) failures.push(`${name}\n${brief(file.message)}`);
  }
  return { passed, failed: failures.length, report: failures.join('\n') };
}

function brief(message: string): string {
  const lines = message.split('\n').filter((line) => !/^\s+at .*(node_modules|node:)/.test(line));
  return lines
    .slice(0, 12)
    .map((line) => `    ${line}`)
    .join('\n');
}
