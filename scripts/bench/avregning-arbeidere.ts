import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Maned } from '#lib/core/maned.ts';

export type Melding = { readonly slag: 'AVREGN'; readonly nr: number; readonly kommune: number; readonly maned: Maned } | { readonly slag: 'SLUTT' };
/** `nr` is that of the message it answers; 0: the thread is ready. */
export type Svar = { readonly nr: number; readonly linjer: number; readonly omregnet: number };
export type Sum = { readonly linjer: number; readonly omregnet: number };

/** Jobs in hand at a time, as in the product's worker: while one waits for the disk, the other is worked on. */
const SAMTIDIG = 2;

/** Threads that settle kommuner, as many as there are cores. Each has connections of its own. */
export class Arbeidere {
  readonly #trader: Worker[];
  #nr = 0;

  private constructor(trader: Worker[]) {
    this.#trader = trader;
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Arbeidere> {
    const fil = join(import.meta.dirname, 'avregning-arbeider.ts');
    const trader = Array.from({ length: availableParallelism() }, () => new Worker(fil, { env: { ...process.env, ...env }, resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 } }));
    const arbeidere = new Arbeidere(trader);
    await Promise.all(trader.map((t) => arbeidere.#svar(t, 0)));
    return arbeidere;
  }

  /** Settles the month of the kommuner, the first ones first. @returns lines posted and vedtak recounted */
  async avregn(kommuner: readonly number[], maned: Maned): Promise<Sum> {
    const ko = kommuner.values();
    let [linjer, omregnet] = [0, 0];
    const plasser = Array.from({ length: SAMTIDIG }, () => this.#trader).flat();
    const arbeid = plasser.map(async (trad) => {
      for (const kommune of ko) {
        const nr = (this.#nr += 1);
        const svaret = this.#svar(trad, nr);
        trad.postMessage({ slag: 'AVREGN', nr, kommune, maned } satisfies Melding);
        const svar = await svaret;
        linjer += svar.linjer;
        omregnet += svar.omregnet;
      }
    });
    await Promise.all(arbeid);
    return { linjer, omregnet };
  }

  async stopp(): Promise<void> {
    const slutt = this.#trader.map((trad) => new Promise((ferdig) => trad.once('exit', ferdig)));
    for (const trad of this.#trader) trad.postMessage({ slag: 'SLUTT' } satisfies Melding);
    await Promise.all(slutt);
  }

  #svar(trad: Worker, nr: number): Promise<Svar> {
    return new Promise((ja, nei) => {
      const slipp = () => {
        trad.off('error', dod);
        trad.off('message', svarer);
      };
      const dod = (feil: Error) => {
        slipp();
        nei(feil);
      };
      const svarer = (svar: Svar) => {
        if (svar.nr !== nr) return;
        slipp();
        ja(svar);
      };
      trad.once('error', dod);
      trad.on('message', svarer);
    });
  }
}
