import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Copies a folder that may change meanwhile: a file that disappears under way was dropped, and is left out.
 *
 * @param leaveOut asked with each path relative to the folder, with `/` between names
 */
export function copyTree(from: string, to: string, leaveOut: (name: string) => boolean): void {
  const visit = (inside: string): void => {
    mkdirSync(join(to, inside), { recursive: true, mode: 0o700 });
    for (const entry of unlessGone(() => readdirSync(join(from, inside), { withFileTypes: true })) ?? []) {
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (leaveOut(name)) continue;
      if (entry.isDirectory()) visit(name);
      else if (entry.isFile()) unlessGone(() => copyFileSync(join(from, name), join(to, name)));
    }
  };
  visit('');
}

function unlessGone<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
