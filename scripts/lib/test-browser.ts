import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lesOppsett } from '#lib/server/env.ts';
import { freePort } from '#lib/server/database/free-port.ts';
import { removeData } from '#lib/server/database/embedded-place.ts';
import { findChromium } from './chromium.ts';
import type { Processes } from './processes.ts';
import { ROOT } from './root.ts';
import { down, newRun, up, type Run } from './start.ts';
import type { Outcome } from './test-score.ts';

interface Suite {
  readonly title: string;
  readonly suites?: readonly Suite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly tests: readonly {
      readonly projectName: string;
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
}

interface Report {
  readonly suites: readonly Suite[];
  readonly errors: readonly { readonly message?: string }[];
}

/** The journeys in a real browser, on a server, worker and demo municipality of their own. */
export async function browserJourneys(
  processes: Processes,
  folder: string,
  onRun: (run: Run) => void,
): Promise<Outcome> {
  const chromium = await findChromium();
  const data = join(folder, 'nettleser');
  const port = await freePort();
  const oidc = await loginProvider(processes, port);
  const settings = { ...lesOppsett({ LOGG_NIVA: 'warn', ...oidc }), port, dataMappe: data };
  const run = newRun(settings, { fast: true, processes });
  onRun(run);
  try {
    const { address, env } = await up(run);
    const report = join(folder, 'playwright.json');
    const { code, output } = await processes.capture(
      'playwright',
      [
        join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'),
        'test',
        '-c',
        'e2e/playwright.config.ts',
        '--reporter=json',
      ],
      {
        env: {
          ...env,
          ...oidc,
          E2E_BASE_URL: address,
          CHROMIUM_PATH: chromium,
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
          NODE_ENV: 'test',
        },
      },
    );
    return read(report, code, output);
  } finally {
    await down(run);
    removeData(data);
  }
}

/** A real OpenID Connect provider for the login journeys. @returns the settings that point the app to it */
async function loginProvider(processes: Processes, appPort: number): Promise<Record<string, string>> {
  const oidc = {
    OIDC_ISSUER: `http://127.0.0.1:${await freePort()}`,
    OIDC_CLIENT_ID: 'stykkpris',
    OIDC_CLIENT_SECRET: 'bare-for-tester-bare-for-tester',
    OIDC_NAVN: 'kommunens konto',
  };
  processes.start('innlogging', [join(ROOT, 'e2e', 'oidc-server.mjs')], {
    env: { ...oidc, OIDC_REDIRECT: `http://localhost:${appPort}/api/auth/callback/oidc` },
    quiet: true,
  });
  return oidc;
}

function read(file: string, code: number, output: string): Outcome {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1, report: output };
  }
  let passed = 0;
  const failures = report.errors.map((error) => plain(error.message ?? ''));
  const shaky: string[] = [];
  const visit = (suite: Suite): void => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected' || test.status === 'flaky') passed += 1;
        if (test.status !== 'unexpected' && test.status !== 'flaky') continue;
        // Both attempts: the first says what failed, the second whether it was the same.
        const messages = test.results.flatMap((result) => result.errors.map((error) => plain(error.message ?? '')));
        const name = `${spec.file} › ${spec.title} [${test.projectName}]\n${messages.join('\n')}`;
        if (test.status === 'unexpected') failures.push(name);
        else shaky.push(`passed when tried again: ${name}`);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner);
  };
  for (const suite of report.suites) visit(suite);
  if (code !== 0 && failures.length === 0) failures.push(output);
  return { passed, failed: failures.length, report: [...failures, ...shaky].join('\n') };
}

/** A message cut to what fits on a screen. */
function plain(message: string): string {
  const lines = message.split('\n').slice(0, 14);
  return lines.map((line) => `    ${line}`).join('\n');
}
