// A thread of the settlement benchmark: takes the kommuner of a round as the product's worker takes jobs, one after the other from what all share.
import { parentPort } from 'node:worker_threads';
import { kjorAvregning } from '#lib/avregning/avregning-service.ts';
import { lukkPool } from '#lib/server/db.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { INGENTING, type Melding, type Runde, type Sum } from './avregning-arbeidere.ts';

/** Jobs in hand at a time, as in the product's worker: while one waits for the disk, the other is worked on. */
const SAMTIDIG = 2;

async function avregn({ kommuner, neste, maned }: Runde): Promise<Sum> {
  const teller = new Int32Array(neste);
  const tatt = (): number | undefined => kommuner[Atomics.add(teller, 0, 1)];
  let [linjer, omregnet] = [0, 0];
  const plass = async (): Promise<void> => {
    for (let kommune = tatt(); kommune !== undefined; kommune = tatt()) {
      const svar = await kjorAvregning(system(kommune), maned);
      if (!svar.ok || svar.verdi.status !== 'FERDIG') throw new Error(`Kommune ${kommune}: ${JSON.stringify(svar)}`);
      linjer += svar.verdi.antallLinjer;
      omregnet += svar.verdi.antallOmregnet;
    }
  };
  await Promise.all(Array.from({ length: SAMTIDIG }, plass));
  return { linjer, omregnet };
}

async function ta(melding: Melding): Promise<void> {
  if (melding === 'SLUTT') {
    await lukkPool();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(await avregn(melding));
}

// What is thrown ends the thread, and the measurement with it.
parentPort?.on('message', (melding: Melding) => void ta(melding));
parentPort?.postMessage(INGENTING);
