import { formatDato } from '#lib/core/format.ts';
import { datoI, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { ansattliste, larAnsattnumre } from '#lib/grunnlag/ansattnummer-service.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodeliste } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { PLAN_IMPORT } from '#lib/oppdrag/domain/plan-import.ts';
import { angrePlan, domPlan, findPlanbare, findPlanbilde, findPlanimport, findPlanimportrader, planErSomDomt, PLANKOLONNER, savePlansum, settPlanstatus, skrivPlan, skrivPlanfeil, slettPlanimport } from '#lib/oppdrag/plan-import-repo.ts';
import type { Planimportbilde, Planimportrad } from '#lib/oppdrag/plan-import-view.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import type { Import } from '#lib/server/filimport/import-repo.ts';
import { type Importorer, lagImportor } from '#lib/server/filimport/importor.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** An order by its number; by its vedtak's or the recipient's pseudonym where that has one order. */
async function oppdragsliste(tx: Tx): Promise<Kodeliste> {
  const per = new Map<string, string | null>();
  for (const o of await findPlanbare(tx, iDag())) {
    per.set(String(o.id), String(o.id));
    for (const n of [o.vedtakNummer, o.pseudonym].map(verdinokkel)) per.set(n, per.has(n) && per.get(n) !== String(o.id) ? null : String(o.id));
  }
  return { valg: [], finn: (tekst) => per.get(verdinokkel(tekst)) ?? null };
}

async function les(tx: Tx, tabell: Sql, imp: Import, fra: number): Promise<number> {
  await slettPlanimport(tx, imp.id);
  const hode = (nokkel: string): string | null => imp.kartlegging?.kolonner[nokkel] ?? null;
  const feil = await skrivPlanfeil(tx, tabell, imp.id, fra, iDag(), { oppdrag: hode('planoppdrag'), ansatt: hode('ansatt'), fom: hode('fom') });
  if (fra + feil > 0) return feil;
  await domPlan(tx, tabell, imp.id, iDag());
  await savePlansum(tx, imp.id);
  return 0;
}

async function skriv(tx: Tx, imp: Import): Promise<boolean> {
  const plan = await findPlanimport(tx, imp.id);
  if (plan?.status !== 'LEST' || plan.dag !== iDag() || !(await planErSomDomt(tx, imp.id, plan.dag))) return false;
  await skrivPlan(tx, imp.id, plan.dag);
  await larAnsattnumre(tx, imp.kartlegging?.verdier['ansatt'] ?? {}, imp.opprettetAvId);
  return settPlanstatus(tx, imp.id, 'LEST', 'TATT_INN', sql`tatt_inn = ${naa()}`);
}

async function angre(tx: Tx, imp: Import, ga: boolean): Promise<void> {
  const plan = await findPlanimport(tx, imp.id);
  if (plan?.status !== 'ANGRER') return;
  if (ga) return void (await settPlanstatus(tx, imp.id, 'ANGRER', 'TATT_INN', sql`angret_av = null`));
  const resultat = await angrePlan(tx, imp.id, plan.dag, iDag());
  await settPlanstatus(tx, imp.id, 'ANGRER', 'ANGRET', sql`angret = ${naa()}, angreresultat = ${JSON.stringify(resultat)}`);
  await loggfor(tx, { handling: 'ANGRET_PLANIMPORT', objektType: 'filimport', objektId: imp.id });
}

const aldri = (): never => {
  throw new Error('en plan passes inn, den erstatter ikke måneder');
};

/** Files of plans from other systems. */
export const PLANIMPORTER: Importorer = {
  PLAN: lagImportor({
    definisjon: PLAN_IMPORT,
    kodelister: async (tx) => ({ planoppdrag: await oppdragsliste(tx), ansatt: await ansattliste(tx) }),
    kolonner: PLANKOLONNER,
    felt: (r) => [r.oppdragId, `{${r.ukedager.join(',')}}`, r.dato, r.hver, r.fase, r.startMinutt, r.minutter, r.personer, `{${r.oppgaver.join(',')}}`, r.ansattId, r.fom, r.tom],
    holdt: aldri,
    skriv: aldri,
    innpass: { les, skriv, angre },
  }),
};

/** What a file of plans does or did; null until it is read without faults. */
export async function visPlanimport(tx: Tx, importId: number): Promise<Planimportbilde | null> {
  const p = await findPlanbilde(tx, importId);
  if (p === null) return null;
  const tid = p.angret === null ? null : lokalTidVed(p.angret.getTime());
  return {
    ...p.oppsummering, status: p.status, fra: formatDato(p.dag),
    angret: tid === null || p.resultat === null ? null : { av: p.angretAv ?? '–', tid: `${formatDato(datoI(tid))} kl. ${tid.slice(11).replace(':', '.')}`, resultat: p.resultat },
  };
}

/** Rows of a file of plans with one outcome. The look is logged: the rows are of persons, by order. */
export async function visPlanimportrader(tx: Tx, importId: number, utfall: string, side: { antall: number; fra: number }): Promise<Planimportrad[]> {
  await loggfor(tx, { handling: 'SE_LEVERANSE', objektType: 'planimport', objektId: importId });
  return findPlanimportrader(tx, importId, utfall, side);
}

/** Orders a file of plans to be taken back. */
export async function angrePlanimport(tx: Tx, { importId }: { importId: number }): Promise<Result<null, readonly Avslag[]>> {
  if (!(await settPlanstatus(tx, importId, 'TATT_INN', 'ANGRER', sql`angret_av = ${tx.hvem.kontoId}`))) return nei([{ grunn: 'ikkeHer' }]);
  await bestillJobb(tx, { type: 'FILIMPORT', nokkel: `${importId}:ANGRE`, innhold: { importId, steg: 'ANGRE' } });
  await loggfor(tx, { handling: 'ANGRE_PLANIMPORT', objektType: 'filimport', objektId: importId });
  return ok(null);
}
