import { PgBoss } from 'pg-boss';
import { withClient } from '#lib/server/database/roles.ts';
import { pool } from '#lib/server/db.ts';
import { avsluttJobb, type Jobb, system, taJobb, ufullforte, utsettJobb } from '#lib/server/jobb/jobb.ts';
import { type Jobbmelding, type Jobbtype, koFor } from '#lib/server/jobb/jobbtype.ts';
import { KOSKJEMA, sendMelding, sikreKo } from '#lib/server/jobb/ko.ts';
import { logger } from '#lib/server/logger.ts';
import { sql } from '#lib/server/sql.ts';
import { type Tx, withKommune } from '#lib/server/transaksjon.ts';

/**
 * Does one kind of work. Must bear being called twice for the same job. `siste`: no attempt follows this one. `OPPTATT`:
 * somebody else holds what it needs, perhaps this very job; it is tried again in a moment, and the attempt does not count.
 */
export type Jobbarbeid = (jobb: Jobb, siste: boolean) => Promise<'FERDIG' | 'OPPTATT'>;
type Gjenoppta = (tx: Tx) => Promise<void>;
/** What is done in every kommune by itself: at night and at every start, and in the morning. */
export type Faste = { readonly natt: Gjenoppta; readonly morgen: Gjenoppta };
export type Arbeider = { stopp(): Promise<void> };

export const MAKS_FORSOK = 4;
const VEDLIKEHOLD = 'vedlikehold';
const MORGEN = 'morgen';

async function kommuneIder(): Promise<number[]> {
  const { rows } = await pool().query<{ id: number }>('select id from kommune_ider()');
  return rows.map((rad) => rad.id);
}

/** The lock lives with the connection: a job whose worker died is free again, one that is being done is not taken twice. */
async function somEneste(melding: Jobbmelding, arbeid: () => Promise<void>): Promise<boolean> {
  return withKommune(system(melding.kommuneId), async (tx) => {
    const rad = await tx.en<{ tatt: boolean }>(sql`select pg_try_advisory_xact_lock(7002, ${melding.jobbId}) as tatt`);
    if (rad?.tatt !== true) return false;
    await arbeid();
    return true;
  });
}

async function gjor(jobb: Jobb, arbeid: Jobbarbeid): Promise<'FERDIG' | 'OPPTATT'> {
  const log = logger('jobber').child({ jobbId: jobb.id, type: jobb.type, kommuneId: jobb.kommuneId, forsok: jobb.forsok });
  const siste = jobb.forsok >= MAKS_FORSOK;
  try {
    if ((await arbeid(jobb, siste)) === 'OPPTATT') {
      await utsettJobb(jobb);
      return 'OPPTATT';
    }
    await avsluttJobb(jobb, { status: 'FERDIG' });
    log.info('jobben er ferdig');
  } catch (feil) {
    log.error({ err: feil, siste }, 'jobben feilet');
    await avsluttJobb(jobb, { status: siste ? 'FEILET' : 'VENTER', feil: feil instanceof Error ? feil.name : 'ukjent' });
    if (!siste) throw feil;
  }
  return 'FERDIG';
}

async function utfor(boss: PgBoss, type: Jobbtype, melding: Jobbmelding, arbeid: Jobbarbeid): Promise<void> {
  let utfall: 'FERDIG' | 'OPPTATT' = 'OPPTATT';
  await somEneste(melding, async () => {
    const jobb = await taJobb(melding.kommuneId, melding.jobbId);
    utfall = jobb ? await gjor(jobb, arbeid) : 'FERDIG';
  });
  if (utfall === 'OPPTATT') await boss.send(koFor(type), melding, { startAfter: 2 });
}

/** Jobs whose message was never sent, or whose worker died with them, get a new message. A message too many does no harm. */
async function feiOpp(gjenoppta: Gjenoppta): Promise<void> {
  for (const kommuneId of await kommuneIder()) {
    await withKommune(system(kommuneId), async (tx) => {
      await gjenoppta(tx);
      for (const jobb of await ufullforte(tx)) await sendMelding(tx, jobb.type, { jobbId: jobb.id, kommuneId });
    });
  }
}

/**
 * Starts the worker: makes the queue, sweeps up after the last one, and works until stopped.
 * @param eierUrl the owner role's connection: the queue's tables and the visits' partitions are the owner's
 * @param faste at night: makes jobs of what a dead process left behind in a kommune, in the given transaction; in the morning: what goes out
 */
export async function startArbeider(eierUrl: string, arbeid: Readonly<Record<Jobbtype, Jobbarbeid>>, faste: Faste): Promise<Arbeider> {
  const log = logger('jobber');
  await sikreKo(eierUrl);
  const boss = new PgBoss({ connectionString: eierUrl, schema: KOSKJEMA, max: 4, monitorIntervalSeconds: 15 });
  boss.on('error', (feil) => log.error({ err: feil }, 'køen feilet'));
  await boss.start();
  await feiOpp(faste.natt);
  for (const [type, utforelse] of Object.entries(arbeid) as [Jobbtype, Jobbarbeid][]) {
    await boss.work<Jobbmelding>(koFor(type), { batchSize: 1, pollingIntervalSeconds: 0.5, localConcurrency: 2 }, async (meldinger) => {
      for (const melding of meldinger) await utfor(boss, type, melding.data, utforelse);
    });
  }
  await boss.createQueue(VEDLIKEHOLD);
  await boss.work(VEDLIKEHOLD, { pollingIntervalSeconds: 30 }, async () => {
    await withClient(eierUrl, (klient) => klient.query('select sikre_besok_partisjoner()'));
    await feiOpp(faste.natt);
  });
  await boss.schedule(VEDLIKEHOLD, '7 3 * * *', {}, { tz: 'Europe/Oslo' });
  await boss.send(VEDLIKEHOLD, {}, { singletonKey: 'start' });
  await boss.createQueue(MORGEN);
  await boss.work(MORGEN, { pollingIntervalSeconds: 30 }, async () => {
    for (const kommuneId of await kommuneIder()) await withKommune(system(kommuneId), faste.morgen);
  });
  await boss.schedule(MORGEN, '30 6 * * *', {}, { tz: 'Europe/Oslo' });
  log.info('arbeideren er i gang');
  return {
    // Lets the work in hand finish; what does not finish in time is rolled back and taken again.
    stopp: async () => {
      await boss.stop({ graceful: true, timeout: 8_000 });
    },
  };
}
