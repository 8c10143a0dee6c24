import { forbered } from '#lib/avregning/omregning-service.ts';
import { finnEnhetssummer } from '#lib/avregning/tavle-repo.ts';
import type { Maned } from '#lib/core/maned.ts';
import { system } from '#lib/server/jobb/jobb.ts';
import { lesStabilt, type Utforende } from '#lib/server/transaksjon.ts';

/** A unit's month as a run would post it now: the month's own services, and corrections of earlier ones; `nyttOre` of it has come since the last run. */
export type Manedstall = { readonly egenOre: number; readonly rettelserOre: number; readonly nyttOre: number };

/** Of a unit that nothing is posted for. */
export const INGEN_TALL: Manedstall = { egenOre: 0, rettelserOre: 0, nyttOre: 0 };

/**
 * Recomputes what each unit is paid in a posting month, posting nothing: what is posted there and what a run would add.
 * Null where a price is missing, which stops a run. Of its own moment and for the whole kommune: the caller sees to who may see it.
 */
export function beregnManedstall(hvem: Pick<Utforende, 'kommuneId'>, maned: Maned): Promise<ReadonlyMap<number, Manedstall> | null> {
  return lesStabilt(system(hvem.kommuneId), async (tx) => {
    const { avregnet } = await forbered(tx, maned, false);
    if (!avregnet.ok) return null;
    const svar = new Map<number, Manedstall>();
    const legg = (enhetId: number, egenOre: number, rettelserOre: number, nyttOre: number): void => {
      const sum = svar.get(enhetId) ?? INGEN_TALL;
      svar.set(enhetId, { egenOre: sum.egenOre + egenOre, rettelserOre: sum.rettelserOre + rettelserOre, nyttOre: sum.nyttOre + nyttOre });
    };
    for (const rad of await finnEnhetssummer(tx, maned)) legg(rad.enhetId, rad.belopOre, rad.rettelserOre, 0);
    for (const l of avregnet.verdi.linjer) {
      const egen = l.gjelderManed === maned;
      legg(Number(l.enhet), egen ? l.belopOre : 0, egen ? 0 : l.belopOre, l.belopOre);
    }
    return svar;
  });
}
