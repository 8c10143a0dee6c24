import { maalOpplevelse, medNettleser, nyttVindu, type Opplevelse } from './nettleser.ts';
import { loggInn, medRigg, si } from './rigg.ts';
import { tiSider } from './sidene.ts';
import { median, resultat, type Resultat, type Tall } from './tall.ts';

const BAR: Tall = { lcp: 2.5, interaksjon: 200, cls: 0.1 };
const RUNDER = 3;

/** The ten pages in Chromium on a slow machine and line; the median of each page's rounds, and of those the worst. */
export async function opplevelse(liten: boolean): Promise<Resultat> {
  const start = performance.now();
  return medRigg(async (rigg) => {
    const sidene = await tiSider(rigg.superuserUrl);
    const malt = new Map<string, Opplevelse[]>();
    await medNettleser(async (nettleser) => {
      for (let runde = 0; runde < (liten ? 1 : RUNDER); runde += 1) {
        for (const { navn, sti, subjekt, felt } of sidene) {
          const vindu = await nyttVindu(nettleser, rigg.adresse, await loggInn(rigg.adresse, subjekt), felt);
          malt.set(navn, [...(malt.get(navn) ?? []), await maalOpplevelse(vindu, `${rigg.adresse}${sti}`)]);
          await vindu.close();
        }
      }
    });
    const sider = [...malt].map(([navn, runder]) => ({
      navn,
      lcp: median(runder.map((en) => en.lcp)),
      inp: median(runder.map((en) => en.inp)),
      cls: median(runder.map((en) => en.cls)),
    }));
    for (const { navn, lcp, inp, cls } of sider) {
      si(`  ${navn}: LCP ${lcp.toFixed(2)} s, interaksjon ${inp.toFixed(0)} ms, CLS ${cls.toFixed(3)}`);
    }
    const tall = {
      lcp: Math.max(...sider.map((en) => en.lcp)),
      interaksjon: Math.max(...sider.map((en) => en.inp)),
      cls: Math.max(...sider.map((en) => en.cls)),
      sekunder: (performance.now() - start) / 1000,
    };
    // A page that paints nothing has not been measured.
    if (sider.some((en) => en.lcp === 0)) throw new Error('En side tegnet ingenting.');
    return resultat('opplevelse', tall, BAR);
  });
}
