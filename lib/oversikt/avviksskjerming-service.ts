import { type Maned, manedAv, manedensAr } from '#lib/core/maned.ts';
import { huskVed } from '#lib/server/kortminne.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { finnArsakerAret } from './avvik-repo.ts';
import { ALT_VISES, leddskjerming, skjermetOverPerioder, type Vises } from './domain/avviksskjerming.ts';
import { finnAvregnedeManeder, finnManedstall, finnTallavtrykk } from './oversikt-repo.ts';

export type Avviksskjerming = { readonly ledd: Vises; readonly arsak: Vises };

/** A page with several boards asks once, and hides the same in all of them. */
const spurt = new WeakMap<Tx, Map<Maned, Promise<Avviksskjerming>>>();

/**
 * What this reader may see of units by component and of units by cause in the year of a month: the same places in every month, tertial
 * and year so far that the boards offer, so that no period can be taken from another. Everything for those who may see the vedtak.
 */
export function hentAvviksskjerming(tx: Tx, maned: Maned): Promise<Avviksskjerming> {
  if (tx.hvem.rolle !== 'radmann') return Promise.resolve({ ledd: ALT_VISES, arsak: ALT_VISES });
  const egne = spurt.get(tx) ?? new Map<Maned, Promise<Avviksskjerming>>();
  spurt.set(tx, egne);
  const svar = egne.get(maned) ?? skjermingAv(tx, maned);
  egne.set(maned, svar);
  return svar;
}

async function skjermingAv(tx: Tx, maned: Maned): Promise<Avviksskjerming> {
  const ar = manedensAr(maned);
  // The newest first; the year's last settled month decides for all of them.
  const siste = (await finnAvregnedeManeder(tx)).find((m) => manedensAr(m) === ar) ?? maned;
  return huskVed(tx.hvem.kommuneId, `avviksskjerming/${siste}`, await finnTallavtrykk(tx, manedAv(ar, 1)), async () => {
    const perioder = [...Map.groupBy(await finnArsakerAret(tx, siste), (a) => `${a.fra}/${a.til}`).values()];
    const tall = await finnManedstall(tx, manedAv(ar, 1), siste);
    return {
      ledd: leddskjerming(tall, perioder.map((p) => p.filter((a) => a.arsak === 'BELOP'))),
      arsak: skjermetOverPerioder(perioder.map((p) => p.filter((a) => a.arsak !== 'BELOP').map((a) => ({ rad: String(a.enhetId), kolonne: a.arsak, ore: a.belopOre, antall: a.mottakere, storsteOre: a.storsteOre })))),
    };
  });
}
