import { BAR_STI } from './bygg.ts';
import { lagLangeLister, STOR } from './lange-lister.ts';
import { maalLesing } from './lesing.ts';
import { maalJs, medNettleser, nyttVindu } from './nettleser.ts';
import { loggInn, medRigg, si, type Rigg } from './rigg.ts';
import { tiSider, type Side } from './sidene.ts';
import { forhold, iTur, median, resultat, type Resultat, type Tall } from './tall.ts';

const BAR: Tall = { motBar: 4, lister: 1.3, jsFelt: 168, jsAndre: 215, lesing: 2 };
const OMGANGER = 5;
const DEMO = 'sorvik-saksbehandler';
const SOK = '/mottakere?sok=skogen';

type Henting = () => Promise<void>;

/** Pages by server time, long lists by the demo's, JavaScript by weight, reads by bare `pg`. */
export async function sider(liten: boolean): Promise<Resultat> {
  const start = performance.now();
  return medRigg(async (rigg) => {
    const storrelse = liten ? 1_000 : 10_000;
    const { vedtak } = await lagLangeLister(rigg.superuserUrl, storrelse);
    si(`Lange lister: ${storrelse} mottakere og ${vedtak} vedtak`);
    si('Lesing gjennom datalaget …');
    const lesing = await maalLesing(rigg.env, liten ? 100 : 500);
    for (const [navn, verdi] of Object.entries(lesing)) si(`  ${navn} ${verdi.toFixed(2)}`);
    const sidene = await tiSider(rigg.superuserUrl);
    const tider = await maalSider(rigg, sidene, liten ? 4 : 12);
    const lister = await maalLister(rigg, liten ? 4 : 12);
    const js = await maalVekt(rigg, sidene);
    const sekunder = (performance.now() - start) / 1000;
    return resultat('sider', { ...tider, ...lister, ...js, ...lesing, sekunder }, BAR);
  });
}

/** A page read to its last byte, on a connection that stays open. */
async function henting(rigg: Rigg, sti: string, subjekt: string | null): Promise<Henting> {
  const cookie = subjekt === null ? '' : await loggInn(rigg.adresse, subjekt);
  const hent = async (): Promise<void> => {
    const svar = await fetch(`${rigg.adresse}${sti}`, { headers: { cookie }, redirect: 'manual' });
    await svar.arrayBuffer();
    if (svar.status !== 200) throw new Error(`${sti} svarte ${svar.status}.`);
  };
  // The first ones compile, connect and fill caches.
  for (let i = 0; i < 3; i += 1) await hent();
  return hent;
}

async function maalSider(rigg: Rigg, sidene: readonly Side[], ganger: number): Promise<Tall> {
  si('Servertid …');
  const hent: Record<string, Henting> = { bar: await henting(rigg, BAR_STI, null) };
  for (const { navn, sti, subjekt } of sidene) hent[navn] = await henting(rigg, sti, subjekt);
  const forholdene: number[] = [];
  const perSide = new Map<string, number[]>();
  const barMs: number[] = [];
  for (let omgang = 0; omgang < OMGANGER; omgang += 1) {
    const { bar = [], ...tider } = await iTur(hent, ganger);
    const mot = median(bar);
    barMs.push(mot);
    forholdene.push(forhold(Object.values(tider).map(median), mot));
    for (const [navn, verdier] of Object.entries(tider)) {
      perSide.set(navn, [...(perSide.get(navn) ?? []), median(verdier) / mot]);
    }
  }
  const hver = [...perSide].map(([navn, verdier]) => ({ navn, verdi: median(verdier) }));
  for (const { navn, verdi } of hver) si(`  ${navn} ${verdi.toFixed(2)}`);
  return { motBar: median(forholdene), motBarVerst: Math.max(...hver.map(({ verdi }) => verdi)), barMs: median(barMs) };
}

/**
 * The lists as they open and a later page: the large kommune against Sørvik, the slowest of them. A search is told
 * beside them without a bar, for it finds more in more.
 */
async function maalLister(rigg: Rigg, ganger: number): Promise<Tall> {
  const stier = ['/mottakere', '/mottakere?side=3', SOK, '/vedtak', '/vedtak?side=3'];
  const forholdene = new Map<string, number>();
  for (const sti of stier) {
    const par = { demo: await henting(rigg, sti, DEMO), stor: await henting(rigg, sti, STOR.subjekt) };
    const omganger: number[] = [];
    for (let omgang = 0; omgang < OMGANGER; omgang += 1) {
      const { demo, stor } = await iTur(par, ganger);
      omganger.push(median(stor) / median(demo));
    }
    si(`  ${sti} ${median(omganger).toFixed(2)}`);
    forholdene.set(sti, median(omganger));
  }
  const listeSok = forholdene.get(SOK) ?? Number.NaN;
  forholdene.delete(SOK);
  return { lister: Math.max(...forholdene.values()), listeSok };
}

async function maalVekt(rigg: Rigg, sidene: readonly Side[]): Promise<Tall> {
  si('JavaScript, kB gzip …');
  const vekt = await medNettleser(async (nettleser) => {
    const ut: { readonly felt: boolean; readonly kB: number }[] = [];
    for (const { navn, sti, subjekt, felt } of sidene) {
      const vindu = await nyttVindu(nettleser, rigg.adresse, await loggInn(rigg.adresse, subjekt), felt);
      const kB = await maalJs(vindu, `${rigg.adresse}${sti}`);
      await vindu.close();
      si(`  ${navn} ${kB.toFixed(1)}`);
      ut.push({ felt, kB });
    }
    return ut;
  });
  const storst = (felt: boolean): number => Math.max(...vekt.filter((en) => en.felt === felt).map(({ kB }) => kB));
  return { jsFelt: storst(true), jsAndre: storst(false) };
}
