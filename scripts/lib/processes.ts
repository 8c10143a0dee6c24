import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './root.ts';

export interface RunOptions {
  /** added to the environment of the child */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** holds the output back unless the child fails */
  readonly quiet?: boolean;
  /** flags of Node itself */
  readonly flags?: readonly string[];
}

/** What a child gets of our environment: not the variables npm made for its own commands. */
export function childEnvironment(extra: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^npm_(config|lifecycle|package|command|execpath|node)/.test(name),
  );
  return { NODE_ENV: 'production', ...Object.fromEntries(own), NEXT_TELEMETRY_DISABLED: '1', ...extra };
}

const FOLLOW_PARENT = join(ROOT, 'scripts', 'lib', 'follow-parent.mjs');

/**
 * The child processes of a run. Each is a Node program in a process group of its own, so that Ctrl-C reaches us and
 * we decide the order; each ends by itself when we are killed.
 */
export class Processes {
  readonly #running = new Map<ChildProcess, string>();
  #stopping = false;

  /** True from the moment the run is being stopped. */
  get stopping(): boolean {
    return this.#stopping;
  }

  /** Starts a child that goes on. Its output goes to stderr; stdout is for the one line with the address. */
  start(name: string, args: readonly string[], options: RunOptions = {}): ChildProcess {
    if (this.#stopping) throw new Error('Stopper.');
    const output = options.quiet === true ? 'pipe' : 2;
    const child = spawn(process.execPath, [...(options.flags ?? []), '--import', FOLLOW_PARENT, ...args], {
      cwd: ROOT,
      env: childEnvironment({ ...options.env, STYKKPRIS_DIREKTE_BARN: String(process.pid) }),
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    this.#running.set(child, name);
    child.once('exit', () => this.#running.delete(child));
    child.once('error', () => this.#running.delete(child));
    return child;
  }

  /** Runs a child to its end. @returns its exit code; 1 when it was ended by a signal or never began */
  async run(name: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
    const { code, output } = await this.#finish(this.start(name, args, options));
    if (code !== 0 && !this.#stopping) process.stderr.write(output);
    return code;
  }

  /** Runs a child to its end and keeps all it says. */
  capture(name: string, args: readonly string[], options: RunOptions = {}): Promise<{ code: number; output: string }> {
    const env = { ...options.env, NO_COLOR: '1', FORCE_COLOR: undefined };
    return this.#finish(this.start(name, args, { ...options, env, quiet: true }));
  }

  #finish(child: ChildProcess): Promise<{ code: number; output: string }> {
    const held: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => held.push(part));
    return new Promise((resolve) => {
      const done = (code: number | null) => resolve({ code: code ?? 1, output: Buffer.concat(held).toString() });
      child.once('error', () => done(1));
      child.once('close', done);
    });
  }

  /** Stops all children: politely, and after ten seconds by force. */
  async stopAll(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#running.keys()].map((child) => stopChild(child)));
  }
}

function stopChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return resolve();
    const force = setTimeout(() => killGroup(child, 'SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(force);
      // Whatever the child had started itself (build workers) goes with it.
      killGroup(child, 'SIGKILL');
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    // The group is empty.
  }
}
