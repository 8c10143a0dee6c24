import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from '#lib/server/database/postmaster.ts';

interface Member {
  readonly pid: number;
  /** tells the process from a later one with the same id; null where the system does not say */
  readonly identity: string | null;
}

interface Note {
  readonly owner: Member;
  readonly children: readonly Member[];
  readonly address: string | null;
  readonly stopping: boolean;
}

/** Which run has a data folder just now, so that two never share one and a killed one is cleared up after. */
export class RunLock {
  readonly #file: string;
  #note: Note;

  private constructor(file: string, note: Note) {
    this.#file = file;
    this.#note = note;
  }

  /**
   * Takes the folder. A run that is stopping is waited for; what a killed run left is stopped.
   *
   * @returns the lock, or the address (null while starting) of the run that has the folder
   */
  static async take(folder: string): Promise<RunLock | { readonly takenBy: number; readonly address: string | null }> {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, 'kjorer.json');
    for (let waited = 0; ; waited += 100) {
      const note = read(file);
      if (note === null || !lives(note.owner) || note.owner.pid === process.pid) {
        for (const child of note?.children ?? []) await end(child);
        break;
      }
      // A run whose npm was killed notices within a second, and then stops.
      if (waited >= (note.stopping ? 30_000 : 2_000)) return { takenBy: note.owner.pid, address: note.address };
      await wait(100);
    }
    const lock = new RunLock(file, { owner: memberOf(process.pid), children: [], address: null, stopping: false });
    lock.#write();
    return lock;
  }

  addChild(pid: number | undefined): void {
    if (pid !== undefined) this.#change({ children: [...this.#note.children, memberOf(pid)] });
  }

  served(address: string): void {
    this.#change({ address });
  }

  stopping(): void {
    this.#change({ stopping: true });
  }

  release(): void {
    rmSync(this.#file, { force: true });
  }

  #change(part: Partial<Note>): void {
    this.#note = { ...this.#note, ...part };
    this.#write();
  }

  #write(): void {
    const half = `${this.#file}.${process.pid}`;
    writeFileSync(half, `${JSON.stringify(this.#note)}\n`);
    renameSync(half, this.#file);
  }
}

function read(file: string): Note | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    return null;
  }
}

function memberOf(pid: number): Member {
  return { pid, identity: identityOf(pid) };
}

/** Boot and start time of a process; null where there is no /proc. A zombie has none: it does nothing more. */
function identityOf(pid: number): string | null {
  if (process.platform !== 'linux') return null;
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    if (fields[0] === 'Z' || fields[0] === 'X') return 'gone';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${fields[19] ?? ''}`;
  } catch {
    return 'gone';
  }
}

function lives(member: Member): boolean {
  return isAlive(member.pid) && identityOf(member.pid) === member.identity;
}

async function end(member: Member): Promise<void> {
  for (let waited = 0; waited < 10_000 && lives(member); waited += 50) {
    if (waited === 0 || waited === 4_000) {
      try {
        process.kill(member.pid, waited === 0 ? 'SIGTERM' : 'SIGKILL');
      } catch {
        return;
      }
    }
    await wait(50);
  }
}
