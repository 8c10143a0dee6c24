import pg from 'pg';

export const DATABASE = 'stykkpris';
export const OWNER = 'stykkpris_eier';
export const APP = 'stykkpris_app';
export const EXTENSIONS = ['btree_gist', 'pg_trgm', 'pgcrypto'] as const;

/**
 * Makes the two roles, the database and its extensions, or brings them back to what
 * they should be. Run as superuser on every start of the embedded server, so a run
 * that was killed in the middle is healed by the next.
 */
export async function ensureRolesAndDatabase(
  superuserUrl: (database: string) => string,
  passwords: { readonly owner: string; readonly app: string },
): Promise<void> {
  await withClient(superuserUrl('postgres'), async (client) => {
    for (const [role, password] of [
      [OWNER, passwords.owner],
      [APP, passwords.app],
    ] as const) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      const verb = known.rowCount === 0 ? 'CREATE' : 'ALTER';
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION
         ${role === OWNER ? 'CREATEDB' : 'NOCREATEDB'} PASSWORD ${client.escapeLiteral(password)}`,
      );
    }
    await client.query(`ALTER ROLE ${OWNER} SET timezone = 'UTC'; ALTER ROLE ${APP} SET timezone = 'UTC'`);
    const made = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (made.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER} TEMPLATE template0`);
  });
  await withClient(superuserUrl(DATABASE), prepareDatabase);
}

async function prepareDatabase(client: pg.Client): Promise<void> {
  for (const extension of EXTENSIONS) await client.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
  await grantDatabase(client, DATABASE);
}

/** Throws the database away with all connections to it, and makes it anew, empty. Tests and development only. */
export async function recreateDatabase(superuserUrl: (database?: string) => string): Promise<void> {
  await withClient(superuserUrl('postgres'), async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER} TEMPLATE template0`);
  });
  await withClient(superuserUrl(DATABASE), prepareDatabase);
}

/** Who may connect to a database; temporary tables are how the app writes in bulk. */
export async function grantDatabase(client: pg.Client, database: string): Promise<void> {
  await client.query(`
    REVOKE ALL ON DATABASE "${database}" FROM PUBLIC;
    GRANT CONNECT, TEMPORARY ON DATABASE "${database}" TO ${APP};
    GRANT USAGE ON SCHEMA public TO ${APP};`);
}

/** Runs the work on a connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC -c client_min_messages=warning' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
