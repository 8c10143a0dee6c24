import { brokFraDesimal } from '#lib/core/brok.ts';
import { kodeErIListe } from '#lib/core/kodeliste.ts';
import { arFor } from '#lib/core/dato.ts';
import { ore, sumOre } from '#lib/core/ore.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';
import { finnKravene } from '#lib/toppfinansiering/krav-repo.ts';
import { type Arsfakta, type Arskostnad, beregnArskostnad, type Kostnad, STOPPER_KRAV } from '#lib/toppfinansiering/domain/kostnad.ts';
import { type Gjeldendeparametre, velgParametre } from '#lib/toppfinansiering/domain/kjente-parametre.ts';
import { lonnMedSykelonn } from '#lib/toppfinansiering/domain/lonnskostnad.ts';
import { hvaDriver } from '#lib/toppfinansiering/domain/drivere.ts';
import { regnestykke, samletTilskudd } from '#lib/toppfinansiering/domain/tilleggene.ts';
import * as fakta from '#lib/toppfinansiering/kostnad-repo.ts';
import * as repo from '#lib/toppfinansiering/registrering-repo.ts';
import type { Arsside, Mottakerside } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** The parameters that an accounting year is computed with: those of the grant year after it. */
export async function hentParametre(tx: Tx, regnskapsar: number): Promise<Gjeldendeparametre | null> {
  return velgParametre(await repo.finnParametre(tx), regnskapsar + 1);
}

/** Everything an accounting year's costs are computed from; some recipients' only where `bare` is given. */
async function samleFakta(tx: Tx, ar: number, parametre: Gjeldendeparametre, bare: readonly number[] | null): Promise<Arsfakta> {
  const tid = await fakta.finnDirektetid(tx, ar, bare);
  const arter = await fakta.finnArter(tx, ar);
  const delingstall = (await repo.finnDelingstall(tx, ar)).filter((d) => d.godkjent !== null);
  const enheter = (await fakta.finnEnheter(tx, ar)).map((e) => {
    const dokumentert = delingstall.find((d) => d.enhetId === e.enhetId);
    const lonn = arter.filter((a) => a.enhetId === e.enhetId && kodeErIListe(a.art, parametre.sett.lonnsarter)).map((a) => ore(a.ore));
    const ren = sumOre(lonn);
    const lonnOre = dokumentert && dokumentert.sykelonnOre !== null && dokumentert.andelInnen16 !== null ? lonnMedSykelonn(ren, ore(dokumentert.sykelonnOre), brokFraDesimal(dokumentert.andelInnen16)) : ren;
    return { ...e, lonnOre, fravarMinutter: dokumentert?.fravarMinutter ?? 0, godkjent: dokumentert !== undefined };
  });
  const [felles, poster, fradrag] = [await repo.finnFelles(tx, ar), await repo.finnPoster(tx, ar), await repo.finnFradrag(tx, ar)];
  const ider = bare === null ? [...new Set([...tid, ...poster, ...fradrag].map((r) => r.mottakerId).concat(felles.flatMap((f) => f.mottakere)))] : bare;
  return { regnskapsar: ar, innbyggere: await fakta.finnInnbyggere(tx), mottakere: await fakta.finnMottakere(tx, ar, ider), tid, enheter, felles, poster, fradrag };
}

export type Beregnetar = { readonly fakta: Arsfakta; readonly parametre: Gjeldendeparametre; readonly aret: Arskostnad };

/** The year computed for all recipients, or some, or null where there are no parameters. The caller must be named. */
export async function beregnAret(tx: Tx, ar: number, bare: readonly number[] | null = null): Promise<Beregnetar | null> {
  const parametre = await hentParametre(tx, ar);
  if (!parametre) return null;
  const f = await samleFakta(tx, ar, parametre, bare);
  return { fakta: f, parametre, aret: beregnArskostnad(f, parametre) };
}

/** The accounting years that can be claimed, newest first: those that have ended. */
async function arene(tx: Tx): Promise<number[]> {
  const iAr = arFor(iDag());
  const kjente = await fakta.finnAr(tx, iAr);
  return kjente.length > 0 ? kjente : [iAr - 1];
}

const etterTilskudd = (a: Kostnad, b: Kostnad): number => b.svar.nettoOre - a.svar.nettoOre || (a.fakta.pseudonym < b.fakta.pseudonym ? -1 : 1);

async function hentAret(tx: Tx, ar: number): Promise<Arsside['aret']> {
  const beregnet = await beregnAret(tx, ar);
  if (!beregnet) return null;
  const { aret, fakta: f } = beregnet;
  const i = (plassering: Kostnad['plassering']): Kostnad[] => aret.mottakere.filter((k) => k.plassering === plassering).toSorted(etterTilskudd);
  const over = i('OVER');
  const vist = [...over, ...i('NAER')];
  const ifjor = vist.length > 0 && (await fakta.finnAr(tx, ar)).includes(ar - 1) ? ((await beregnAret(tx, ar - 1, vist.map((k) => k.fakta.mottakerId)))?.aret ?? null) : null;
  const direkte = new Map<number, number>();
  for (const t of f.tid) direkte.set(t.enhetId, (direkte.get(t.enhetId) ?? 0) + t.minutter);
  await loggfor(tx, { handling: 'SE_RESSURSKREVENDE', objektType: 'regnskapsar', objektId: ar });
  // The year's grant is all the rules give, also the tiers that no recipient has alone.
  const tilskuddOre = samletTilskudd(aret.inn, beregnet.parametre.sett);
  const sum = { ...aret.ut.sum, nettoOre: sumOre(over.map((k) => k.svar.nettoOre)), ressursinnsatsOre: sumOre(over.map((k) => k.svar.ressursinnsatsOre)) };
  return {
    sum: { ...sum, tilskuddOre, egenandelOre: ore(sum.nettoOre - tilskuddOre) }, over, regnestykke: regnestykke(aret.ut, beregnet.parametre.sett, f.innbyggere), driver: new Map(vist.map((k) => [k.fakta.mottakerId, hvaDriver(k, aret, ifjor)])), naer: i('NAER'), forGamle: i('FOR_GAMMEL'),
    stopper: over.filter((k) => k.mangler.some((grunn) => STOPPER_KRAV.includes(grunn))).length,
    enheter: f.enheter, direkte, annenTid: await fakta.finnAnnenTid(tx, ar), delingstall: await repo.finnDelingstall(tx, ar), felles: await repo.finnFelles(tx, ar),
    pseudonymer: new Map(f.mottakere.map((m) => [m.mottakerId, m.pseudonym])),
  };
}

/** The room's first page. Those who are not named get the claims' sums and nothing computed; a look at recipients is logged. */
export function hentArsside(hvem: Utforende, onsket: number | null, visMottakere: boolean): Promise<Arsside> {
  return withKommune(hvem, async (tx) => {
    const liste = await arene(tx);
    const ar = onsket !== null && liste.includes(onsket) ? onsket : (liste[0] ?? arFor(iDag()) - 1);
    const navngitt = visMottakere && (await repo.erNavngitt(tx));
    return { ar, arene: liste, navngitt, parametre: await hentParametre(tx, ar), krav: await finnKravene(tx, ar), forrigeKrav: (await finnKravene(tx, ar - 1)).find((k) => k.status !== 'FORKASTET') ?? null, aret: navngitt ? await hentAret(tx, ar) : null };
  });
}

/** One recipient's year, logged with the recipient. Null: not named, no such recipient, or no parameters. */
export function hentMottakerside(hvem: Utforende, ar: number, mottakerId: number): Promise<Mottakerside | null> {
  return withKommune(hvem, async (tx) => {
    if (!(await repo.erNavngitt(tx))) return null;
    const beregnet = await beregnAret(tx, ar, [mottakerId]);
    const kostnad = beregnet?.aret.mottakere[0];
    if (!beregnet || !kostnad) return null;
    await loggfor(tx, { handling: 'SE_RESSURSKREVENDE_MOTTAKER', objektType: 'regnskapsar', objektId: ar, mottakerId });
    const [timer] = await fakta.finnTimer(tx, ar, [mottakerId]);
    return {
      ar, parametre: beregnet.parametre, kostnad, timer: timer ?? { mottakerId, vedtattMinutter: 0, utbetaltMinutter: 0, utbetaltOre: 0 },
      levertMinutter: beregnet.fakta.tid.reduce((sum, t) => sum + t.minutter, 0), sykehusMinutter: beregnet.fakta.tid.reduce((sum, t) => sum + (t.sykehusMinutter ?? 0), 0),
      enhetsnavn: new Map(beregnet.fakta.enheter.map((e) => [e.enhetId, e.navn])), vedtak: await fakta.finnVedtakI(tx, ar, mottakerId),
    };
  });
}
