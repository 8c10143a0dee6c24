import { sisteDag } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import type { LastKommune } from '#lib/demo/demo-service.ts';
import { skrivBesok, skrivPauser } from '#lib/demo/last.ts';
import { sql } from '#lib/server/sql.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import type { Utforende } from '#lib/server/transaksjon.ts';

/** Settled months that are still open for another run; those before them are closed. */
const APNE_TIL_SLUTT = 2;

/** As if each run had been made on the sixth of the next month, and each month closed on the twelfth. */
async function tilbakedater(hvem: Utforende, maneder: readonly Maned[]): Promise<void> {
  await withKommune(hvem, async (tx) => {
    const { kommuneId } = hvem;
    for (const [i, m] of maneder.entries()) {
      const lukket = i < maneder.length - APNE_TIL_SLUTT;
      const kjort = sql`((${sisteDag(m)}::date + 6)::timestamp + interval '6 hours' + ${i} * interval '1 minute') at time zone 'Europe/Oslo'`;
      await tx.kjor(sql`update avregning set bestilt = ${kjort}, startet = ${kjort} + interval '1 second', ferdig = ${kjort} + interval '5 seconds' where kommune_id = ${kommuneId} and maned = ${m}`);
      await tx.kjor(sql`
        update maned_status set status = ${lukket ? 'LUKKET' : 'AVREGNET'}, endret = ${kjort} + ${lukket ? 6 : 0} * interval '1 day', endret_av = ${hvem.kontoId}
        where kommune_id = ${kommuneId} and maned = ${m}`);
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
  for (const m of maneder) {
    const svar = await kjorAvregning(hvem, m);
    if (!svar.ok) throw new Error(`Avregningen av ${m} ble avvist: ${JSON.stringify(svar.feil)}`);
    if (svar.verdi.status !== 'FERDIG') throw new Error(`Avregningen av ${m} stoppet: ${JSON.stringify(svar.verdi)}`);
    linjer += svar.verdi.antallLinjer;
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
