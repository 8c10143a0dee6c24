import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { to as copyTo } from 'pg-copy-streams';
import type { Maned } from '#lib/core/maned.ts';
import { withClient } from '#lib/server/database/roles.ts';
import { median } from './tall.ts';

/** The same aggregate of the same rows in DuckDB, which has them in memory. @returns seconds, the median */
export async function maalDuckdb(superuserUrl: string, maned: Maned, omganger: number): Promise<number> {
  const mappe = mkdtempSync(join(tmpdir(), 'stykkpris-bench-duckdb-'));
  try {
    const fil = join(mappe, 'besok.csv');
    await withClient(superuserUrl, async (klient) => {
      const rader = copyTo(
        `COPY (SELECT oppdrag_id, dato, minutter, kvittert FROM besok WHERE dato >= '${maned}-01' AND dato < '${maned}-01'::date + interval '1 month') TO STDOUT (FORMAT csv)`,
      );
      await pipeline(klient.query(rader), createWriteStream(fil));
    });
    const base = await DuckDBInstance.create(':memory:');
    const klient = await base.connect();
    await klient.run(`CREATE TABLE besok AS SELECT * FROM read_csv('${fil}', header = false, columns = {'oppdrag_id': 'INTEGER', 'dato': 'DATE', 'minutter': 'INTEGER', 'kvittert': 'VARCHAR'})`);
    await klient.run(`ALTER TABLE besok ALTER kvittert TYPE BOOLEAN USING kvittert = 't'`);
    const tider: number[] = [];
    for (let i = 0; i < omganger; i += 1) {
      const start = performance.now();
      await klient.run(`SELECT count(*) FROM (SELECT oppdrag_id, sum(minutter), count(*) FROM besok WHERE kvittert GROUP BY oppdrag_id) t`);
      tider.push(performance.now() - start);
    }
    klient.closeSync();
    base.closeSync();
    return median(tider) / 1000;
  } finally {
    rmSync(mappe, { recursive: true, force: true });
  }
}
