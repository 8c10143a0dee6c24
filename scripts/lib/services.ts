import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import type { Processes } from './processes.ts';
import { ROOT } from './root.ts';

/** Server and worker that are up. */
export interface Service {
  /** resolves with `!` and the name of the first part that ended by itself */
  readonly ended: Promise<string>;
}

export interface LaunchOptions {
  readonly processes: Processes;
  readonly env: Readonly<Record<string, string>>;
  readonly host: string;
  readonly port: number;
  readonly address: string;
  readonly dev: boolean;
  onChild(pid: number | undefined): void;
}

const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next');
const WORKER = join(ROOT, 'scripts', 'worker.ts');

/**
 * Starts the web server and the worker, and waits until the server answers.
 *
 * @throws Error when one of them ends before that
 */
export async function launch(options: LaunchOptions): Promise<Service> {
  const { processes, env, host, port } = options;
  const web = processes.start('webtjener', [NEXT, options.dev ? 'dev' : 'start', '-H', host, '-p', String(port)], {
    env: { ...env, NODE_ENV: options.dev ? 'development' : 'production' },
  });
  const worker = processes.start('jobber', [WORKER], { flags: ['--conditions=react-server'], env });
  const children: [string, ChildProcess][] = [
    ['webtjeneren', web],
    ['jobbkjøreren', worker],
  ];
  for (const [, child] of children) options.onChild(child.pid);
  const ended = Promise.race(children.map(([name, child]) => endOf(name, child)));
  const early = await Promise.race([ended, answers(`http://${host.includes(':') ? `[${host}]` : host}:${port}/`)]);
  if (typeof early === 'string') throw new Error(`${early.slice(1)} avsluttet før den var klar. Se meldingene over.`);
  return { ended };
}

function endOf(name: string, child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve(`!${name}`));
    child.once('error', () => resolve(`!${name}`));
  });
}

/** Waits for any answer at all. An address of all interfaces is asked on this machine. */
async function answers(url: string): Promise<null> {
  const here = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//[::1]:');
  for (;;) {
    try {
      await fetch(here, { redirect: 'manual', signal: AbortSignal.timeout(60_000) });
      return null;
    } catch {
      await wait(50);
    }
  }
}
