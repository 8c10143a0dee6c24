import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { lukkPool } from '#lib/server/db.ts';
import { startArbeider, type Jobbarbeid } from '#lib/server/jobb/arbeider.ts';
import { bestillJobb, hentJobb, system } from '#lib/server/jobb/jobb.ts';
import { sikreKo, stoppAvsender } from '#lib/server/jobb/ko.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { testDatabase } from '../oppsett/database.ts';

let db: pg.Client;
beforeAll(async () => {
  db = new pg.Client({ connectionString: testDatabase().superuserUrl });
  await db.connect();
  await db.query(`insert into kommune (id, navn, innbyggere) values (1, 'Sørvik', 1000)`);
  await sikreKo(testDatabase().ownerUrl);
});
afterAll(async () => {
  await stoppAvsender();
  await db.end();
  await lukkPool();
});

const bestill = (nokkel: string) => withKommune(system(1), (tx) => bestillJobb(tx, { type: 'AVREGNING', nokkel, innhold: { nokkel } }));
const meldinger = async (): Promise<number> => Number((await db.query<{ n: string }>('select count(*) as n from pgboss.job where name = $1', ['avregning'])).rows[0]?.n);
const ingenting = async (): Promise<void> => undefined;

async function medArbeider(arbeid: Jobbarbeid, til: () => Promise<void>): Promise<void> {
  const arbeider = await startArbeider(testDatabase().ownerUrl, { AVREGNING: arbeid, FORHANDSVISNING: arbeid, FILIMPORT: arbeid, VARSELPOST: arbeid }, { natt: ingenting, morgen: ingenting });
  try {
    await til();
  } finally {
    await arbeider.stopp();
  }
}
const statusFor = async (id: number | null): Promise<string | undefined> => (await withKommune(system(1), (tx) => hentJobb(tx, id ?? 0)))?.status;

describe('jobs', () => {
  test('row and message are there together, or neither', async () => {
    await expect(
      withKommune(system(1), async (tx) => {
        await bestillJobb(tx, { type: 'AVREGNING', nokkel: 'angret', innhold: {} });
        throw new Error('angret');
      }),
    ).rejects.toThrow('angret');
    expect(await meldinger()).toBe(0);
    expect(await bestill('a')).not.toBeNull();
    expect(await meldinger()).toBe(1);
  });

  test('the same job cannot wait twice', async () => {
    expect(await bestill('b')).not.toBeNull();
    expect(await bestill('b')).toBeNull();
  });

  test('a job is done once though its message comes twice, and a failed one is tried again', async () => {
    const id = await bestill('c');
    await db.query(`insert into pgboss.job (name, data) values ('avregning', $1)`, [{ jobbId: id, kommuneId: 1 }]).catch(() => undefined);
    const gjort: string[] = [];
    const arbeid: Jobbarbeid = async (jobb) => {
      gjort.push(jobb.nokkel);
      if (jobb.nokkel === 'c' && jobb.forsok === 1) throw new Error('glipp');
      return 'FERDIG';
    };
    await medArbeider(arbeid, async () => {
      await expect.poll(() => statusFor(id), { timeout: 20_000 }).toBe('FERDIG');
    });
    expect(gjort.filter((n) => n === 'c')).toHaveLength(2);
  });

  test('a job that a dead worker left running is taken up at the next start', async () => {
    const id = await bestill('d');
    await db.query(`delete from pgboss.job where name = 'avregning'`);
    await db.query(`update jobb set status = 'KJORER', forsok = 1 where id = $1`, [id]);
    await medArbeider(
      async () => 'FERDIG',
      async () => {
        await expect.poll(() => statusFor(id), { timeout: 20_000 }).toBe('FERDIG');
      },
    );
  });
});
