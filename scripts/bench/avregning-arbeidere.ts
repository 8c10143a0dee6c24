import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Maned } from '#lib/core/maned.ts';

export type Melding = { readonly slag: 'AVREGN'; readonly kommune: number; readonly maned: Maned } | { readonly slag: 'SLUTT' };
export type Svar = { readonly linjer: number; readonly omregnet: number };
export type Sum = { readonly linjer: number; readonly omregnet: number };

/** Threads that settle kommuner, one job each at a time, as many as there are cores. Each has connections of its own. */
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

  /** Settles the month of the kommuner, the first ones first. @returns lines posted and vedtak recounted */
  async avregn(kommuner: readonly number[], maned: Maned): Promise<Sum> {
    const ko = kommuner.values();
    let [linjer, omregnet] = [0, 0];
    const arbeid = this.#trader.map(async (trad) => {
      for (const kommune of ko) {
        const svaret = this.#svar(trad);
        trad.postMessage({ slag: 'AVREGN', kommune, maned } satisfies Melding);
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

  #svar(trad: Worker): Promise<Svar> {
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
        slipp();
        ja(svar);
      };
      trad.once('error', dod);
      trad.once('message', svarer);
    });
  }
}
