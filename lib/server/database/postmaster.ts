import { readFileSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** True while a process with this id exists (also when it belongs to somebody else). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What a process was started with, or null where the system does not tell. A zombie
 * has no command line and answers ''.
 */
export function commandLine(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return '';
  }
}

/**
 * The process id of a postmaster that runs on the folder right now, or null. An id
 * that another program has taken over since is not one.
 */
export function runningPostmaster(pgdata: string): number | null {
  const noted = notedPid(pgdata);
  if (noted === null || !isAlive(noted)) return null;
  const command = commandLine(noted);
  if (command === null || (command.includes('postgres') && command.includes(pgdata))) return noted;
  return null;
}

function notedPid(pgdata: string): number | null {
  try {
    const pid = Number(readFileSync(join(pgdata, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/**
 * Makes a data folder free to start on after a run that was killed: stops its
 * orphaned postmaster, waits for left-over backends and removes a stale lock file.
 *
 * @returns true when a running postmaster was stopped
 */
export async function freeDataFolder(pgdata: string): Promise<boolean> {
  const pid = runningPostmaster(pgdata);
  if (pid !== null) await stopPostmaster(pid);
  await leftoverBackends(pgdata);
  rmSync(join(pgdata, 'postmaster.pid'), { force: true });
  return pid !== null;
}

/** Fast shutdown, then immediate, then by force; each with its own patience. */
export async function stopPostmaster(pid: number, hasExited: () => boolean = () => !isAlive(pid)): Promise<void> {
  const steps = [
    ['SIGINT', 20_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const;
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (let waited = 0; waited < patience; waited += 20) {
      if (hasExited() || isZombie(pid)) return;
      await wait(20);
    }
  }
}

function isZombie(pid: number): boolean {
  return commandLine(pid) === '';
}

/** A killed postmaster's children end by themselves within moments; they hold the shared memory until then. */
async function leftoverBackends(pgdata: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (let waited = 0; waited < 10_000; waited += 50) {
    const left = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksIn(Number(name), pgdata));
    if (left.length === 0) return;
    if (waited > 5_000) {
      for (const pid of left) {
        try {
          process.kill(Number(pid), 'SIGKILL');
        } catch {
          // It ended by itself.
        }
      }
    }
    await wait(50);
  }
}

/** PostgreSQL's processes stand in their data folder. */
function worksIn(pid: number, pgdata: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === pgdata && !isZombie(pid);
  } catch {
    return false;
  }
}
