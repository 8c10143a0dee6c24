import { inject } from 'vitest';
import { DATABASE, grantDatabase, withClient } from '#lib/server/database/roles.ts';

/** A test database of its own: migrated, without rows. */
export interface TestDatabase {
  readonly name: string;
  /** the app role's connection */
  readonly appUrl: string;
  /** the owner role's connection */
  readonly ownerUrl: string;
  /** the superuser's connection: for looking past row-level security in an assertion, never for the code under test */
  readonly superuserUrl: string;
}

let own: TestDatabase | undefined;

/** The database of this test file. `DATABASE_URL` and `DATABASE_OWNER_URL` name the same one, so `env()` works too. */
export function testDatabase(): TestDatabase {
  if (own === undefined) throw new Error('Only files named *.db.test.ts have a database.');
  return own;
}

/** Copies the migrated template. A test that needs a second, separate database calls this itself. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('server');
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const at = (url: string, database = name) => url.replace(/[^/]+$/, database);
  await withClient(at(server.superuserUrl, 'postgres'), async (client) => {
    await client.query(`CREATE DATABASE "${name}" OWNER stykkpris_eier TEMPLATE ${DATABASE} STRATEGY FILE_COPY`);
  });
  await withClient(at(server.superuserUrl), (client) => grantDatabase(client, name));
  return { name, appUrl: at(server.appUrl), ownerUrl: at(server.ownerUrl), superuserUrl: at(server.superuserUrl) };
}

/** Removes a database unless somebody still holds it; the server's folder goes at the end in any case. */
export async function dropTestDatabase(database: TestDatabase): Promise<void> {
  await withClient(database.superuserUrl.replace(/[^/]+$/, 'postgres'), async (client) => {
    await client.query(`DROP DATABASE "${database.name}"`).catch(() => undefined);
  });
}

/** Called by the project's set-up file, before the test file is read. */
export async function openOwnDatabase(): Promise<TestDatabase> {
  own = await createTestDatabase();
  return own;
}
