import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Maned } from '#lib/core/maned.ts';

/** The kommuner of a round, and the number of them that are taken, which all threads share. */
export type Runde = { readonly kommuner: readonly number[]; readonly neste: SharedArrayBuffer; readonly maned: Maned };
export type Melding = Runde | 'SLUTT';
/** Lines posted and vedtak recounted. */
export type Sum = { readonly linjer: number; readonly omregnet: number };
export const INGENTING: Sum = { linjer: 0, omregnet: 0 };

/** Threads that settle kommuner, as many as there are cores. Each has connections of its own. */
export class Arbeidere {
  readonly #trader: Worker[];

  private constructor(trader: Worker[]) {
    this.#trader = trader;
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Arbeidere> {
    const fil = join(import.meta.dirname, 'avregning-arbeider.ts');
    const trader = Array.from({ length: availableParallelism() }, () => new Worker(fil, { env: { ...process.env, ...env }, resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 } }));
    const arbeidere = new Arbeidere(trader);
    await Promise.all(trader.map((t) => arbeidere.#svar(t)));
    return arbeidere;
  }

  /** Settles the month of the kommuner, the first ones first. */
  async avregn(kommuner: readonly number[], maned: Maned): Promise<Sum> {
    const runde: Runde = { kommuner, neste: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT), maned };
    const svar = this.#trader.map((trad) => this.#svar(trad));
    for (const trad of this.#trader) trad.postMessage(runde satisfies Melding);
    return (await Promise.all(svar)).reduce((sum, s) => ({ linjer: sum.linjer + s.linjer, omregnet: sum.omregnet + s.omregnet }), INGENTING);
  }

  async stopp(): Promise<void> {
    const slutt = this.#trader.map((trad) => new Promise((ferdig) => trad.once('exit', ferdig)));
    for (const trad of this.#trader) trad.postMessage('SLUTT' satisfies Melding);
    await Promise.all(slutt);
  }

  /** The next answer of a thread; a thread that dies is thrown. */
  #svar(trad: Worker): Promise<Sum> {
    return new Promise((ja, nei) => {
      const dod = (feil: Error) => {
        trad.off('message', svarer);
        nei(feil);
      };
      const svarer = (svar: Sum) => {
        trad.off('error', dod);
        ja(svar);
      };
      trad.once('error', dod);
      trad.once('message', svarer);
    });
  }
}
