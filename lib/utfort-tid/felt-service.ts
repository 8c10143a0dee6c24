import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { dagensArbeid } from '#lib/oppdrag/plan-service.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Okt } from '#lib/server/okt.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { settFeltoppsett, STANDARD_OPPSETT } from '#lib/utfort-tid/domain/felt-oppsett.ts';
import type { Feltoppsett } from '#lib/utfort-tid/domain/felt-oppsett.ts';
import { planlagtLengde } from '#lib/utfort-tid/domain/registrer-besok.ts';
import { mandag, sondag, ukeFor } from '#lib/utfort-tid/domain/uke.ts';
import { findFeltoppdrag, findFeltoppsett, findGjort, insertFeltoppsett } from '#lib/utfort-tid/felt-repo.ts';
import type { Feltrad } from '#lib/utfort-tid/felt-repo.ts';
import type { Feltliste, Feltoppdrag, Feltplan, Kollega } from '#lib/utfort-tid/felt-view.ts';
import { findAnsatte } from '#lib/utfort-tid/registrering-repo.ts';

/** Whose a list and a queue are, as the phone remembers it. */
export function kontonokkel(hvem: { readonly kommuneId: number; readonly kontoId: number | null }): string {
  return `${hvem.kommuneId}/${hvem.kontoId ?? 0}`;
}

export async function hentFeltoppsett(tx: Tx): Promise<Feltoppsett> {
  return (await findFeltoppsett(tx)) ?? STANDARD_OPPSETT;
}

/** Turns the app on or off, with how couples are shared. What phones hold already is received all the same. */
export async function lagreFeltoppsett(tx: Tx, data: { paa: 'ja' | 'nei'; parregel: Feltoppsett['parregel']; sted: string }): Promise<Result<{ paa: boolean }, readonly Avslag[]>> {
  const svar = settFeltoppsett({ paa: data.paa === 'ja', parregel: data.parregel, sted: data.sted.trim() === '' ? null : data.sted.trim() });
  if (!svar.ok) return nei([svar.feil]);
  await insertFeltoppsett(tx, svar.verdi);
  await loggfor(tx, { handling: 'SETT_FELTAPP', objektType: 'felt_oppsett', objektId: tx.hvem.kommuneId, grunn: svar.verdi.paa ? 'på' : 'av' });
  return ok({ paa: svar.verdi.paa });
}

/** Names that several recipients share get their year of birth, so that nobody is taken for another. */
function delteNavn(rader: readonly Feltrad[]): ReadonlySet<string> {
  const forste = new Map<string, number>();
  return new Set(rader.filter((r) => (forste.get(r.navn) ?? forste.set(r.navn, r.mottakerId).get(r.navn)) !== r.mottakerId).map((r) => r.navn));
}

function tilOppdrag(rad: Feltrad, delte: ReadonlySet<string>, nynorsk: boolean): Feltoppdrag {
  const ukentlig = rad.perUker === 1;
  return {
    oppdragId: rad.oppdragId,
    navn: delte.has(rad.navn) ? `${rad.navn} f. ${rad.fodselsar}` : rad.navn,
    tjeneste: nynorsk ? rad.tjenesteNn : rad.tjenesteNb,
    planlagtMinutter: planlagtLengde(rad),
    vedtattMinutter: ukentlig ? rad.minutter : null,
    igjenMinutter: ukentlig ? Math.max(0, rad.minutter - rad.registrert) : null,
    merkeHash: rad.merkeHash,
  };
}

/** What the units' plans give the account today, of what it may see, less what is told not to happen. */
async function planen(tx: Tx, rader: readonly Feltrad[]): Promise<Feltplan[]> {
  const kjente = new Set(rader.map((r) => r.oppdragId));
  const arbeid = [];
  for (const enhetId of tx.hvem.enheter ?? []) arbeid.push(...(await dagensArbeid(tx, { enhetId, ansattId: tx.hvem.kontoId, dato: iDag() })));
  return arbeid
    .filter((a) => kjente.has(a.oppdragId) && a.ikkeUtfort === null && a.pause === null)
    .sort((a, b) => a.startMinutt - b.startMinutt || a.planId - b.planId)
    .map(({ planId, oppdragId, kl, minutter, personer, oppgaver }) => ({ planId, oppdragId, kl, minutter, personer, oppgaver }));
}

async function kollegaene(tx: Tx): Promise<Kollega[]> {
  const alle = new Map<number, Kollega>();
  for (const enhetId of tx.hvem.enheter ?? []) for (const a of await findAnsatte(tx, enhetId, iDag())) if (a.kontoId !== tx.hvem.kontoId) alle.set(a.kontoId, a);
  return [...alle.values()].sort((a, b) => a.navn.localeCompare(b.navn, 'nb'));
}

/** Today for one person: the unit's orders in force, what is left of the week on each, and what the person has done. The fetch is logged. */
export async function hentFeltliste(tx: Tx, okt: Pick<Okt, 'navn' | 'enhetNavn' | 'kommuneNavn'>, sprak: 'nb' | 'nn'): Promise<Feltliste> {
  const dag = iDag();
  const uke = ukeFor(dag);
  const rader = await findFeltoppdrag(tx, dag, { mandag: mandag(uke), sondag: sondag(uke) });
  const delte = delteNavn(rader);
  await loggfor(tx, { handling: 'SE_FELTLISTE', objektType: 'feltliste', objektId: dag, grunn: `${rader.length} oppdrag` });
  return {
    konto: kontonokkel(tx.hvem),
    navn: okt.navn,
    enhet: okt.enhetNavn ?? okt.kommuneNavn,
    dag,
    tjenertid: naa().getTime(),
    plan: await planen(tx, rader),
    oppdrag: rader.map((rad) => tilOppdrag(rad, delte, sprak === 'nn')),
    kollegaer: await kollegaene(tx),
    gjort: tx.hvem.kontoId === null ? [] : await findGjort(tx, tx.hvem.kontoId, dag),
    parregel: (await hentFeltoppsett(tx)).parregel,
  };
}
