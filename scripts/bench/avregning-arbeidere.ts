import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Maned } from '#lib/core/maned.ts';

export type Melding = { readonly slag: 'AVREGN'; readonly kommune: number; readonly maned: Maned } | { readonly slag: 'SLUTT' };
export type Svar = { readonly linjer: number; readonly omregnet: number; readonly minneKb: number };
export type Sum = { readonly linjer: number; readonly omregnet: number };

/** Processes that settle kommuner, one job each at a time, as many as there are cores. */
export class Arbeidere {
  readonly #barn: ChildProcess[];
  readonly #minneKb = new Map<ChildProcess, number>();

  private constructor(barn: ChildProcess[]) {
    this.#barn = barn;
  }

  static async start(env: Readonly<Record<string, string>>): Promise<Arbeidere> {
    const fil = join(import.meta.dirname, 'avregning-arbeider.ts');
    const barn = Array.from({ length: availableParallelism() }, () =>
      fork(fil, { execArgv: ['--conditions=react-server'], env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] }),
    );
    const arbeidere = new Arbeidere(barn);
    await Promise.all(barn.map((b) => arbeidere.#svar(b)));
    return arbeidere;
  }

  /** Settles the month of the kommuner, the first ones first. @returns lines posted and vedtak recounted */
  async avregn(kommuner: readonly number[], maned: Maned): Promise<Sum> {
    const ko = kommuner.values();
    let [linjer, omregnet] = [0, 0];
    const arbeid = this.#barn.map(async (barn) => {
      for (const kommune of ko) {
        barn.send({ slag: 'AVREGN', kommune, maned } satisfies Melding);
        const svar = await this.#svar(barn);
        linjer += svar.linjer;
        omregnet += svar.omregnet;
        this.#minneKb.set(barn, svar.minneKb);
      }
    });
    await Promise.all(arbeid);
    return { linjer, omregnet };
  }

  /** The highest memory of all the processes together, MB. */
  get minneMb(): number {
    return [...this.#minneKb.values()].reduce((sum, kb) => sum + kb, process.resourceUsage().maxRSS) / 1024;
  }

  async stopp(): Promise<void> {
    const slutt = this.#barn.map((barn) => (barn.exitCode === null ? new Promise((ferdig) => barn.once('exit', ferdig)) : null));
    for (const barn of this.#barn) if (barn.connected) barn.send({ slag: 'SLUTT' } satisfies Melding);
    await Promise.all(slutt);
  }

  #svar(barn: ChildProcess): Promise<Svar> {
    return new Promise((ja, nei) => {
      const dod = () => nei(new Error('En arbeider i målingen sluttet. Se meldingene over.'));
      barn.once('exit', dod);
      barn.once('message', (svar) => {
        barn.off('exit', dod);
        ja(svar as Svar);
      });
    });
  }
}
