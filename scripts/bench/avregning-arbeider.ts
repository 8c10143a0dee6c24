// A thread of the settlement benchmark: takes kommuner from its parent, settles the month of each, and answers.
import { parentPort } from 'node:worker_threads';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import type { Maned } from '#lib/core/maned.ts';
import { lukkPool } from '#lib/server/db.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import type { Melding, Svar } from './avregning-arbeidere.ts';

async function avregn(nr: number, kommune: number, maned: Maned): Promise<Svar> {
  const svar = await kjorAvregning(system(kommune), maned);
  if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(`Kommune ${kommune}: ${JSON.stringify(svar)}`);
  return { nr, linjer: svar.verdi.antallLinjer, omregnet: svar.verdi.antallOmregnet };
}

async function ta(melding: Melding): Promise<void> {
  if (melding.slag === 'SLUTT') {
    await lukkPool();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(await avregn(melding.nr, melding.kommune, melding.maned));
}

// What is thrown ends the thread, and the measurement with it.
parentPort?.on('message', (melding: Melding) => void ta(melding));
parentPort?.postMessage({ nr: 0, linjer: 0, omregnet: 0 } satisfies Svar);
