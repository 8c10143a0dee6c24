import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#lib/server/database/embedded.ts';
import { removeData } from '#lib/server/database/embedded-place.ts';
import { migrer } from '#lib/server/database/migrate.ts';
import { DATABASE, withClient } from '#lib/server/database/roles.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** addresses of the run's server, each with `stykkpris` as its database */
    readonly server: { readonly appUrl: string; readonly ownerUrl: string; readonly superuserUrl: string };
  }
}

/**
 * One embedded server for the whole run, in a folder that is thrown away, with a database that is migrated once and
 * then closed: every test file gets a copy of it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'stykkpris-test-'));
  // Root hands the server to a system user, who must be able to enter.
  chmodSync(folder, 0o711);
  const server = await startEmbedded(folder, { fast: true });
  const remove = async () => {
    await server.stop();
    removeData(folder);
  };
  // Stopped from outside, vitest would leave the server behind.
  process.once('SIGTERM', () => void remove().finally(() => process.exit(143)));
  try {
    await migrer(server.ownerUrl);
    await withClient(server.superuserUrl('postgres'), (client) =>
      client.query(`ALTER DATABASE ${DATABASE} WITH ALLOW_CONNECTIONS false`),
    );
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide('server', {
    appUrl: server.appUrl,
    ownerUrl: server.ownerUrl,
    superuserUrl: server.superuserUrl(),
  });
  return remove;
}
