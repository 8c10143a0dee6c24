import { arFor } from '#lib/core/dato.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { type Helhet, helhetFor, type Helhetssum, summerHelhet } from '#lib/toppfinansiering/domain/helhet.ts';
import { type Gjeldendeparametre, tilBeregning } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { samletTilskudd } from '#lib/toppfinansiering/domain/tilleggene.ts';
import { finnAr } from '#lib/toppfinansiering/kostnad-repo.ts';
import { beregnAret, hentParametre } from '#lib/toppfinansiering/kostnad-service.ts';
import { erNavngitt, finnAnslag } from '#lib/toppfinansiering/registrering-repo.ts';

export type Helhetsside = { readonly ar: number; readonly arene: readonly number[]; readonly navngitt: boolean; readonly parametre: Gjeldendeparametre | null; readonly rader: readonly Helhet[]; readonly sum: Helhetssum | null };

/** The whole cost of the costly recipients of a year. Those who are not named get none of them; every recipient shown is logged. */
export function hentHelhetsside(hvem: Utforende, onsket: number | null, visMottakere: boolean): Promise<Helhetsside> {
  return withKommune(hvem, async (tx) => {
    const arene = await finnAr(tx, arFor(iDag()));
    const ar = onsket !== null && arene.includes(onsket) ? onsket : (arene[0] ?? arFor(iDag()) - 1);
    const navngitt = visMottakere && (await erNavngitt(tx));
    const beregnet = navngitt ? await beregnAret(tx, ar) : null;
    if (!beregnet) return { ar, arene, navngitt, parametre: await hentParametre(tx, ar), rader: [], sum: null };
    const anslag = new Set(await finnAnslag(tx, ar));
    const rader = beregnet.aret.mottakere
      .filter((k) => k.plassering !== 'UNDER')
      .map((k) => helhetFor(k, tilBeregning(beregnet.parametre), ar, anslag))
      .toSorted((a, b) => b.samletOre - a.samletOre || (a.pseudonym < b.pseudonym ? -1 : 1));
    for (const r of rader) await loggfor(tx, { handling: 'SE_RESSURSKREVENDE', objektType: 'regnskapsar', objektId: ar, mottakerId: r.mottakerId });
    return { ar, arene, navngitt, parametre: beregnet.parametre, rader, sum: summerHelhet(rader, samletTilskudd(beregnet.aret.inn, beregnet.parametre.sett)) };
  });
}
