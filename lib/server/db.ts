import pg from 'pg';
import { env } from '#lib/server/env.ts';

const { Pool, types } = pg;

const INT8 = 20;
const INT8_ARRAY = 1016;
const DATE = 1082;
const DATE_ARRAY = 1182;

function tryggtHeltall(tekst: string): number {
  const tall = Number(tekst);
  if (!Number.isSafeInteger(tall)) throw new RangeError(`bigint utenfor trygt område: ${tekst}`);
  return tall;
}

// Arrays of numbers and dates have no quotes and no nesting.
const listeParser = (tekst: string): string[] => (tekst === '{}' ? [] : tekst.slice(1, -1).split(','));

// DATE stays text (the default shifts days by the host's zone); BIGINT is a checked safe integer, so that an øre amount
// can cross to the client; NUMERIC stays text until the exact fraction reads it.
types.setTypeParser(INT8, tryggtHeltall);
types.setTypeParser(INT8_ARRAY as number, (tekst: string) => listeParser(tekst).map(tryggtHeltall));
types.setTypeParser(DATE, (tekst: string) => tekst);
types.setTypeParser(DATE_ARRAY as number, listeParser);

type Holder = { stykkprisPool?: pg.Pool };
const holder = globalThis as Holder;

/** The one pool of the application role. Every connection runs in UTC. */
export function pool(): pg.Pool {
  holder.stykkprisPool ??= new Pool({
    connectionString: env().databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    application_name: 'stykkpris',
    options: '-c timezone=UTC -c statement_timeout=60000',
  });
  if (holder.stykkprisPool.listenerCount('error') === 0) {
    // An idle connection that dies (the database restarted) must not take the process with it; the next query connects anew.
    holder.stykkprisPool.on('error', () => undefined);
  }
  return holder.stykkprisPool;
}

export async function lukkPool(): Promise<void> {
  const { stykkprisPool } = holder;
  delete holder.stykkprisPool;
  await stykkprisPool?.end();
}
