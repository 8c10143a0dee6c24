// The worker process: takes jobs from the queue and does them, until it is told to stop.
//
//   node --conditions=react-server scripts/worker.ts     (DATABASE_URL, DATABASE_OWNER_URL and AUTH_SECRET set)
import { gjenopptaAvregninger, givOppAvregning, utforAvregning } from '#lib/avregning/avregning-service.ts';
import { holdKalenderen } from '#lib/avregning/kalender-paminnelse-service.ts';
import { lukkUtgatteGjenapninger } from '#lib/avregning/lukking-service.ts';
import { givOppForhandsvisning, utforForhandsvisning } from '#lib/avregning/forhandsvisning-service.ts';
import { GRUNNLAGSIMPORTER } from '#lib/grunnlag/regnskap-import-service.ts';
import { lukkPool } from '#lib/server/db.ts';
import { parseDato } from '#lib/core/dato.ts';
import { env } from '#lib/server/env.ts';
import { epostsender } from '#lib/server/epost.ts';
import { importjobb } from '#lib/server/filimport/importjobb.ts';
import { startArbeider, type Jobbarbeid } from '#lib/server/jobb/arbeider.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { PLANIMPORTER } from '#lib/oppdrag/plan-import-service.ts';
import { bestillVarselpost, sendVarselpost } from '#lib/oversikt/varselpost-service.ts';
import { RESSURSPOSTIMPORTER } from '#lib/toppfinansiering/ressurspost-import-service.ts';
import { GEBYRIMPORTER } from '#lib/utfort-tid/gebyr-service.ts';
import { BESOKSIMPORTER } from '#lib/utfort-tid/mottak-import-service.ts';
import { stopSignal } from './lib/stop-signal.ts';

const avregning: Jobbarbeid = async (jobb, siste) => {
  const id = Number(jobb.innhold['avregningId']);
  try {
    const utfall = await utforAvregning(system(jobb.kommuneId), id);
    return utfall.status === 'OPPTATT' ? 'OPPTATT' : 'FERDIG';
  } catch (feil) {
    if (siste) await givOppAvregning(system(jobb.kommuneId), id);
    throw feil;
  }
};

const forhandsvisning: Jobbarbeid = async (jobb, siste) => {
  const id = Number(jobb.innhold['forhandsvisningId']);
  try {
    await utforForhandsvisning(system(jobb.kommuneId), id);
    return 'FERDIG';
  } catch (feil) {
    if (siste) await givOppForhandsvisning(system(jobb.kommuneId), id);
    throw feil;
  }
};

const varselpost: Jobbarbeid = async (jobb, siste) => {
  const send = epostsender();
  const dag = parseDato(String(jobb.innhold['dag']));
  if (send === null || dag === null) return 'FERDIG';
  const feilet = await sendVarselpost(jobb.kommuneId, dag, send);
  if (feilet > 0 && !siste) throw new Error(`${feilet} e-poster ble ikke tatt imot`);
  return 'FERDIG';
};

/** What the night sweeps up: runs that nobody carries, and closings that reopenings left to come; and what the settlement calendar does by itself. */
async function gjenoppta(tx: Tx): Promise<void> {
  await gjenopptaAvregninger(tx);
  await lukkUtgatteGjenapninger(tx);
  await holdKalenderen(tx);
}

const stop = stopSignal();
const arbeider = await startArbeider(env().databaseOwnerUrl, { AVREGNING: avregning, FORHANDSVISNING: forhandsvisning, FILIMPORT: importjobb({ ...GRUNNLAGSIMPORTER, ...BESOKSIMPORTER, ...PLANIMPORTER, ...GEBYRIMPORTER, ...RESSURSPOSTIMPORTER }), VARSELPOST: varselpost }, { natt: gjenoppta, morgen: bestillVarselpost });
await stop;
await arbeider.stopp();
await lukkPool();
process.exit(0);
