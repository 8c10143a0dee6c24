import { leggTilDager } from '#lib/core/dato.ts';
import { sisteDag } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lokalTid, millisekunderVed } from '#lib/core/oslo-tid.ts';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { lukkManed } from '#lib/avregning/lukking-service.ts';
import { avsluttAret } from '#lib/demo/arsslutt-historie.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { skrivBesok, skrivPauser } from '#lib/demo/last.ts';
import { sql } from '#lib/server/sql.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';

/** Settled months that are still open for another run; those before them are closed. */
const APNE_TIL_SLUTT = 2;

/** Closes a month as its controller would have on the twelfth of the next: the basis is kept, before what came late is written. */
async function lukkHistorisk(hvem: Utforende, maned: Maned): Promise<void> {
  const tolvte = lokalTid(`${leggTilDager(sisteDag(maned), 12)}T06:05`);
  const svar = await withKommune(hvem, (tx) => lukkManed(tx, hvem, { maned, enheter: null, tid: millisekunderVed(tolvte) }));
  if (!svar.ok) throw new Error(`Lukkingen av ${maned} ble avvist: ${JSON.stringify(svar.feil)}`);
}

/** As if each run had been made on the sixth of the next month. */
async function tilbakedater(hvem: Utforende, maneder: readonly Maned[]): Promise<void> {
  await withKommune(hvem, async (tx) => {
    const { kommuneId } = hvem;
    for (const [i, m] of maneder.entries()) {
      const kjort = sql`((${sisteDag(m)}::date + 6)::timestamp + interval '6 hours' + ${i} * interval '1 minute') at time zone 'Europe/Oslo'`;
      await tx.kjor(sql`update avregning set bestilt = ${kjort}, startet = ${kjort} + interval '1 second', ferdig = ${kjort} + interval '5 seconds' where kommune_id = ${kommuneId} and maned = ${m}`);
      await tx.kjor(sql`update maned_status set endret = ${kjort}, endret_av = ${hvem.kontoId} where kommune_id = ${kommuneId} and maned = ${m} and status = 'AVREGNET'`);
    }
  });
}

/**
 * Settles the whole months of the history with the real run, in order. Visits and pauses that came late are written
 * between two runs, so that the next one corrects. The month that runs is not settled.
 *
 * @returns number of lines posted
 * @throws Error when a run is refused or stops: a demo without its history does not count as loaded
 */
export async function avregnHistorie(kommune: LastKommune): Promise<number> {
  const hvem: Utforende = { kommuneId: kommune.id, kontoId: kommune.controller, rolle: 'controller', enheter: null };
  const maneder = kommune.maneder.slice(0, -1);
  let linjer = 0;
  for (const [i, m] of maneder.entries()) {
    const svar = await kjorAvregning(hvem, m);
    if (!svar.ok) throw new Error(`Avregningen av ${m} ble avvist: ${JSON.stringify(svar.feil)}`);
    if (svar.verdi.status !== 'FERDIG') throw new Error(`Avregningen av ${m} stoppet: ${JSON.stringify(svar.verdi)}`);
    linjer += svar.verdi.antallLinjer;
    await avsluttAret(hvem, m, maneder.slice(0, i));
    if (i < maneder.length - APNE_TIL_SLUTT) await lukkHistorisk(hvem, m);
    const sent = kommune.etterslep.get(m);
    if (sent === undefined) continue;
    await withKommune({ ...hvem, rolle: 'system' }, async (tx) => {
      await skrivBesok(tx.klient, sent.besok);
      await skrivPauser(tx.klient, sent.pauser);
    });
  }
  await tilbakedater(hvem, maneder);
  return linjer;
}
