import { sql } from '#lib/server/sql.ts';
import type { Sql } from '#lib/server/sql.ts';
import { lesKommune, type Tx, type Utforende } from '#lib/server/transaksjon.ts';

type Plan = { 'QUERY PLAN': readonly { Plan: { 'Shared Hit Blocks': number; 'Shared Read Blocks': number } }[] };

/**
 * How many of the database's pages a reading touches: what it costs, whatever else the machine does. Each statement is run
 * once more, explained.
 */
export async function lesteBlokker(hvem: Utforende, les: (tx: Tx) => Promise<unknown>): Promise<number> {
  let blokker = 0;
  await lesKommune(hvem, (tx) => {
    const tell = async (setning: Sql): Promise<void> => {
      const svar = await tx.alle<Plan>(sql`explain (analyze, buffers, timing off, format json) ${setning}`);
      for (const { Plan: p } of svar[0]?.['QUERY PLAN'] ?? []) blokker += p['Shared Hit Blocks'] + p['Shared Read Blocks'];
    };
    const talt: Tx = {
      ...tx,
      alle: async (s) => (await tell(s), tx.alle(s)),
      en: async (s) => (await tell(s), tx.en(s)),
    };
    return les(talt);
  });
  return blokker;
}
