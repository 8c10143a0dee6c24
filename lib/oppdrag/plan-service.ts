import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { leggTilDager, senest, ukedag } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { foreslaPlan, minuttAv } from '#lib/oppdrag/domain/besoksplan.ts';
import { avsluttPlanrad, findArbeid, findDagsplan, findPlanansatte, findPlanlose, findPlanoppdrag, findPlanrader, findUkesum, findUnntak, findUtenPlan, insertForslag, insertPlanrad, lockPlanrad, saveUnntak, trekkUnntak } from '#lib/oppdrag/plan-repo.ts';
import type { NyPlanrad, Ukecelle } from '#lib/oppdrag/plan-repo.ts';
import type { angreUnntakSkjema, avsluttPlanradSkjema, flyttDagSkjema, foreslaSkjema, ikkeUtfortSkjema, planradSkjema } from '#lib/oppdrag/plan-schema.ts';
import { PLAN_PER_SIDE } from '#lib/oppdrag/plan-view.ts';
import type { Arbeid, Planbilde, Planansatt, Planside, Planuke } from '#lib/oppdrag/plan-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { omfangAv } from '#lib/vedtak/domain/omfang.ts';

/** Orders without a plan that the page lists; the count says how many there are. */
const UTEN_PLAN_VIST = 8;

/**
 * A day's work at a unit by time, from the plan, with what differs on the day; visits of a vedtak that rests are left out.
 * A name is null when the account may not see it. `ansattId` left out: everybody's; null: what nobody has.
 */
export function dagensArbeid(tx: Tx, valg: { enhetId: number; ansattId?: number | null; dato: Dato }): Promise<Arbeid[]> {
  return findArbeid(tx, { enhetId: valg.enhetId, fom: valg.dato, tom: valg.dato }, valg.ansattId === undefined ? 'alle' : valg.ansattId);
}

async function egneEnheter(tx: Tx): Promise<{ id: number; navn: string }[]> {
  const enheter = await finnEnheter(tx);
  return enheter.filter((e) => e.type === 'UTFORER' && (tx.hvem.enheter === null || tx.hvem.enheter.includes(e.id))).map(({ id, navn }) => ({ id, navn }));
}

/** A row for each employee and one for what nobody has, those with work first. */
function ukerader(dager: readonly Dato[], celler: readonly Ukecelle[], ansatte: readonly Planansatt[]): Planuke[] {
  const ider = [null, ...ansatte.map((a) => a.kontoId), ...celler.map((c) => c.ansattId)];
  return [...new Set(ider)]
    .map((kontoId) => ({
      kontoId,
      navn: ansatte.find((a) => a.kontoId === kontoId)?.navn ?? null,
      dager: dager.map((dag) => {
        const celle = celler.find((c) => c.ansattId === kontoId && c.dag === dag);
        return { dag, besok: celle?.besok ?? 0, minutter: celle?.minutter ?? 0 };
      }),
    }))
    .filter((rad) => rad.kontoId !== null || rad.dager.some((d) => d.besok > 0));
}

export type Planvalg = { readonly enhetId: number | null; readonly dag: Dato; readonly ansattId: number | null | 'alle'; readonly side: number };

/** A unit's plan: the week by employee, and one day's visits. Null when the unit is not the account's. */
export async function visPlan(tx: Tx, valg: Planvalg): Promise<Planside | null> {
  const enheter = await egneEnheter(tx);
  const enhet = enheter.find((e) => e.id === valg.enhetId) ?? (valg.enhetId === null ? enheter[0] : undefined);
  if (enhet === undefined) return null;
  const mandag = leggTilDager(valg.dag, 1 - ukedag(valg.dag));
  const dager = Array.from({ length: 7 }, (_, i) => leggTilDager(mandag, i));
  const celler = await findUkesum(tx, { enhetId: enhet.id, fom: mandag, tom: leggTilDager(mandag, 6) });
  const ansatte = await findPlanansatte(tx, enhet.id, valg.dag);
  const dagen = { enhetId: enhet.id, fom: valg.dag, tom: valg.dag };
  const rader = await findDagsplan(tx, dagen, valg.ansattId, { antall: PLAN_PER_SIDE, fra: (valg.side - 1) * PLAN_PER_SIDE });
  const uten = await findUtenPlan(tx, enhet.id, iDag(), UTEN_PLAN_VIST);
  return {
    enhet,
    enheter,
    mandag,
    dag: valg.dag,
    ansattId: valg.ansattId,
    uke: ukerader(dager, celler, ansatte),
    rader,
    antall: rader[0]?.totalt ?? 0,
    side: valg.side,
    ansatte,
    utenPlan: uten.rader,
    utenPlanAntall: uten.antall,
    kanRedigere: tx.hvem.rolle === 'utforerleder',
  };
}

/** One order's plan, to edit: a row of it on a day, or a new one. The look is logged. */
export async function visPlanrad(tx: Tx, oppdragId: number, planId: number | null, dato: Dato): Promise<Planbilde | null> {
  const hvem = await findPlanoppdrag(tx, oppdragId);
  if (hvem === null) return null;
  const rad = planId === null ? null : await lockPlanrad(tx, planId);
  if (planId !== null && rad?.oppdragId !== oppdragId) return null;
  await loggfor(tx, { handling: 'SE_PLAN', objektType: 'oppdrag', objektId: oppdragId, mottakerId: hvem.mottakerId });
  const rader = await findPlanrader(tx, oppdragId, senest(dato, hvem.fom));
  const perRunde = rader.filter((r) => r.ukedag !== null && (r.tom === null || r.tom >= dato) && r.fom <= dato);
  return {
    rad,
    dato,
    hvem,
    rader,
    planlagtMinutter: perRunde.reduce((sum, r) => sum + (r.minutter * r.personer * hvem.perUker) / r.hver, 0),
    ansatte: await findPlanansatte(tx, hvem.enhetId, dato),
    unntak: planId === null ? null : await findUnntak(tx, planId, dato),
  };
}

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** Plans orders that have none, from what their vedtak give; from the order's first day, or today when it has begun. */
export async function foreslaPlaner(tx: Tx, enhetId: number, bare: readonly number[] | null): Promise<number> {
  const planlose = await findPlanlose(tx, enhetId, iDag(), bare);
  const rader = planlose.flatMap((o): NyPlanrad[] => {
    const omfang = omfangAv({ omfangType: 'TIMER', minutter: o.minutter, besok: o.besok, perUker: o.perUker, antall: null, niva: null, plasstype: null, manedsbelopOre: null, deler: o.deler });
    if (omfang === null) return [];
    const felles = { oppdragId: o.oppdragId, vedtakId: o.vedtakId, enhetId: o.enhetId, fom: senest(o.fom, iDag()), tom: o.tom };
    return foreslaPlan(omfang, o.tidsband, o.andresBand, o.oppdragId).map((linje) => ({ ...linje, ...felles }));
  });
  if (rader.length > 0) await insertForslag(tx, rader);
  return new Set(rader.map((r) => r.oppdragId)).size;
}

export async function foresla(tx: Tx, data: z.output<typeof foreslaSkjema>): Svar<{ antall: number }> {
  if (tx.hvem.enheter !== null && !tx.hvem.enheter.includes(data.enhetId)) return nei([{ grunn: 'finnesIkke' }]);
  const antall = await foreslaPlaner(tx, data.enhetId, null);
  if (antall === 0) return nei([{ grunn: 'ingenUtenPlan' }]);
  await loggfor(tx, { handling: 'FORESLA_PLAN', objektType: 'enhet', objektId: data.enhetId, grunn: `${antall} oppdrag` });
  return ok({ antall });
}

async function erAnsatt(tx: Tx, enhetId: number, ansattId: number | null, dag: Dato): Promise<boolean> {
  return ansattId === null || (await findPlanansatte(tx, enhetId, dag)).some((a) => a.kontoId === ansattId);
}

/** Another time, length or employee on one day. */
export async function flyttDag(tx: Tx, data: z.output<typeof flyttDagSkjema>): Svar<{ planId: number }> {
  const rad = await lockPlanrad(tx, data.planId);
  if (rad === null) return nei([{ grunn: 'finnesIkke' }]);
  if (!(await erAnsatt(tx, rad.enhetId, data.ansattId, data.dato as Dato))) return nei([{ grunn: 'ikkeAnsatt', felt: 'ansattId' }]);
  await saveUnntak(tx, { planId: rad.planId, oppdragId: rad.oppdragId, enhetId: rad.enhetId, dato: data.dato as Dato, slag: 'ENDRET', startMinutt: minuttAv(data.start), minutter: data.minutter, ansattId: data.ansattId, grunn: null });
  await loggfor(tx, { handling: 'ENDRE_PLAN', objektType: 'besoksplan', objektId: rad.planId, grunn: data.dato });
  return ok({ planId: rad.planId });
}

/** A row of the week's plan: a new one, or one in the place of another from a day on. What is over keeps the plan it had. */
export async function lagrePlanrad(tx: Tx, data: z.output<typeof planradSkjema>): Svar<{ planId: number }> {
  const oppdrag = await findPlanoppdrag(tx, data.oppdragId);
  if (oppdrag === null) return nei([{ grunn: 'finnesIkke' }]);
  const gammel = data.planId === null ? null : await lockPlanrad(tx, data.planId);
  if (data.planId !== null && gammel?.oppdragId !== data.oppdragId) return nei([{ grunn: 'finnesIkke' }]);
  if (data.fom < oppdrag.fom || (oppdrag.tom !== null && data.fom > oppdrag.tom)) return nei([{ grunn: 'utenforOppdraget', felt: 'fom' }]);
  if (gammel !== null && data.fom < gammel.fom) return nei([{ grunn: 'forRaden', felt: 'fom' }]);
  if (!(await erAnsatt(tx, oppdrag.enhetId, data.ansattId, data.fom))) return nei([{ grunn: 'ikkeAnsatt', felt: 'ansattId' }]);
  if (gammel !== null) await avsluttPlanrad(tx, gammel.planId, leggTilDager(data.fom, -1));
  const { oppdragId, ukedag: dag, minutter, personer, oppgaver, ansattId, fom, tom } = data;
  const planId = await insertPlanrad(tx, { oppdragId, vedtakId: oppdrag.vedtakId, enhetId: oppdrag.enhetId, ukedag: dag, dato: null, hver: gammel?.hver ?? 1, fase: gammel?.fase ?? 0, startMinutt: minuttAv(data.start), minutter, personer, oppgaver, ansattId, fom, tom: tom ?? gammel?.tom ?? null });
  await loggfor(tx, { handling: 'ENDRE_PLAN', objektType: 'besoksplan', objektId: planId, mottakerId: oppdrag.mottakerId });
  return ok({ planId });
}

/** The row ends the day before. */
export async function avslutt(tx: Tx, data: z.output<typeof avsluttPlanradSkjema>): Svar<{ planId: number }> {
  const rad = await lockPlanrad(tx, data.planId);
  if (rad === null) return nei([{ grunn: 'finnesIkke' }]);
  await avsluttPlanrad(tx, rad.planId, leggTilDager(data.fra as Dato, -1));
  await loggfor(tx, { handling: 'ENDRE_PLAN', objektType: 'besoksplan', objektId: rad.planId, grunn: `slutter ${data.fra}` });
  return ok({ planId: rad.planId });
}

/** Planned visits that were not delivered: they are no longer missing, and the reason is kept. */
export async function meldIkkeUtfort(tx: Tx, data: z.output<typeof ikkeUtfortSkjema>): Svar<{ antall: number }> {
  for (const { planId, dato } of data.besok) {
    const rad = await lockPlanrad(tx, planId);
    if (rad === null) return nei([{ grunn: 'finnesIkke' }]);
    await saveUnntak(tx, { planId, oppdragId: rad.oppdragId, enhetId: rad.enhetId, dato: dato as Dato, slag: 'IKKE_UTFORT', startMinutt: null, minutter: null, ansattId: null, grunn: data.grunn });
    await loggfor(tx, { handling: 'IKKE_UTFORT', objektType: 'besoksplan', objektId: planId, grunn: `${dato} ${data.grunn}` });
  }
  return ok({ antall: data.besok.length });
}

export async function angreUnntak(tx: Tx, data: z.output<typeof angreUnntakSkjema>): Svar<{ planId: number }> {
  if ((await trekkUnntak(tx, data.planId, data.dato as Dato)) === 0) return nei([{ grunn: 'finnesIkke' }]);
  await loggfor(tx, { handling: 'ANGRE_UNNTAK', objektType: 'besoksplan', objektId: data.planId, grunn: data.dato });
  return ok({ planId: data.planId });
}
