import { PgBoss } from 'pg-boss';
import { withClient, APP } from '#lib/server/database/roles.ts';
import { pool } from '#lib/server/db.ts';
import { JOBBTYPER, koFor, type Jobbmelding, type Jobbtype } from '#lib/server/jobb/jobbtype.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export const KOSKJEMA = 'pgboss';

/**
 * Makes the queue's tables as the owner, and lets the app role send. Safe to run again; the worker does it at its start.
 * @param eierUrl the owner role's connection
 */
export async function sikreKo(eierUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: eierUrl, schema: KOSKJEMA, supervise: false, schedule: false, max: 2 });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const type of JOBBTYPER) {
      await boss.createQueue(koFor(type), {
        retryLimit: 3,
        retryDelay: 2,
        retryBackoff: true,
        expireInSeconds: 3600,
        heartbeatSeconds: 30,
      });
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await withClient(eierUrl, async (klient) => {
    await klient.query(`
      GRANT USAGE ON SCHEMA ${KOSKJEMA} TO ${APP};
      GRANT SELECT ON ALL TABLES IN SCHEMA ${KOSKJEMA} TO ${APP};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${KOSKJEMA} TO ${APP};
      REVOKE INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${KOSKJEMA} FROM ${APP};
      GRANT INSERT ON ${KOSKJEMA}.job, ${KOSKJEMA}.job_common TO ${APP};`);
  });
}

type Holder = { stykkprisAvsender?: Promise<PgBoss> };
const holder = globalThis as Holder;

/** The app's end of the queue: it only sends, on the app role's connections. */
function avsender(): Promise<PgBoss> {
  holder.stykkprisAvsender ??= startAvsender().catch((feil: unknown) => {
    delete holder.stykkprisAvsender;
    throw feil;
  });
  return holder.stykkprisAvsender;
}

async function startAvsender(): Promise<PgBoss> {
  const boss = new PgBoss({
    db: { executeSql: (tekst, verdier) => pool().query(tekst, verdier) },
    schema: KOSKJEMA,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  return boss.start();
}

export async function stoppAvsender(): Promise<void> {
  const { stykkprisAvsender } = holder;
  delete holder.stykkprisAvsender;
  await stykkprisAvsender?.then((boss) => boss.stop({ graceful: false, close: false })).catch(() => undefined);
}

/** True when a worker has made the queue's tables. Until then the job's row waits, and the worker's sweep finds it. */
async function harKo(tx: Tx): Promise<boolean> {
  const { rows } = await tx.klient.query<{ finnes: boolean }>(`select to_regclass('${KOSKJEMA}.job') is not null as finnes`);
  return rows[0]?.finnes === true;
}

/** Sends in the business transaction: the message is there if and only if the change is. */
export async function sendMelding(tx: Tx, type: Jobbtype, melding: Jobbmelding): Promise<void> {
  if (!(await harKo(tx))) return;
  const boss = await avsender();
  await boss.send(koFor(type), melding, { db: { executeSql: (tekst, verdier) => tx.klient.query(tekst, verdier) } });
}
