import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { manedFor } from '#lib/core/maned.ts';
import type { Maned } from '#lib/core/maned.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import type { Tx, Utforende } from '#lib/server/transaksjon.ts';
import { sjekkFrist } from '#lib/utfort-tid/domain/kvitter-besok.ts';
import { erLast, sisteDagForEndring } from '#lib/utfort-tid/domain/las.ts';
import { erklarUke, forrigeUke, hindringer, manglende, mandag, parseUke, sondag, ukeFor, ukensDager, utenPlan, vedtatteBesok, vedtatteMinutter, vedtattgrupper } from '#lib/utfort-tid/domain/uke.ts';
import type { Mangel, Uke } from '#lib/utfort-tid/domain/uke.ts';
import type { Hull } from '#lib/utfort-tid/domain/planhull.ts';
import { angreRunde, deleteErklaring, insertErklaring, kvitterUtenMerknad } from '#lib/utfort-tid/kvittering-repo.ts';
import { hentManederEtterArsslutt } from '#lib/utfort-tid/las-service.ts';
import { finnLukkedeManeder } from '#lib/utfort-tid/lukking-repo.ts';
import { hentPlantall, navngiArsaker, navngiHull } from '#lib/utfort-tid/planhull-service.ts';
import type { Ukeplantall } from '#lib/utfort-tid/planhull-service.ts';
import { lesbare } from '#lib/utfort-tid/registrering-service.ts';
import { findDagstall, findErklaring, findLagtBort, findNavn, findUkebesok, findVedtakskraft, tellLagtBort } from '#lib/utfort-tid/uke-repo.ts';
import type { Dagstall, Enhetsperiode, Vedtakskraft } from '#lib/utfort-tid/uke-repo.ts';
import type { angreRundeSkjema, kvitterAlleSkjema, ukeSkjema } from '#lib/utfort-tid/utfort-tid-schema.ts';
import { BESOK_PER_SIDE } from '#lib/utfort-tid/utfort-tid-view.ts';
import type { Mangelrad, Ukedagrad, Ukeside, Visning } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Gaps shown above the visits before one asks for all of them. */
const FORSTE_MANGLER = 6;
const FORSTE_HULL = 12;
/** Orders without a plan that the week lists; the plan's page has them all. */
const UTEN_PLAN_VIST = 8;
/** Causes of gaps with a line of their own. */
const HULLGRUPPER = 5;

export type Ukevalg = { readonly uke: Uke | null; readonly enhetId: number | null; readonly visning: Visning; readonly dag: Dato | null; readonly side: number };

const sumAv = (tall: readonly Dagstall[], felt: Exclude<keyof Dagstall, 'dato' | 'avtrykk'>): number => tall.reduce((sum, d) => sum + d[felt], 0);

/** A day's fingerprints in the order of the days: what bulk approval of the whole would take. */
function samletAvtrykk(tall: readonly { dato: Dato; avtrykk: string | null }[]): string {
  return [...tall]
    .filter((d) => d.avtrykk !== null)
    .sort((a, b) => (a.dato < b.dato ? -1 : 1))
    .map((d) => d.avtrykk)
    .join('.');
}

/** The week that waits: the last one that is over, until it is declared complete; then the one we are in. */
async function ventendeUke(tx: Tx, enhetId: number): Promise<Uke> {
  const denne = ukeFor(iDag());
  return (await findErklaring(tx, enhetId, forrigeUke(denne))) === null ? forrigeUke(denne) : denne;
}

async function egneEnhetsnavn(tx: Tx): Promise<{ id: number; navn: string }[]> {
  const enheter = await finnEnheter(tx);
  return enheter.filter((e) => e.type === 'UTFORER' && (tx.hvem.enheter === null || tx.hvem.enheter.includes(e.id))).map(({ id, navn }) => ({ id, navn }));
}

function dagrader(dager: readonly Dato[], tall: readonly Dagstall[], vedtatt: readonly number[], hull: readonly Hull[] | null): Ukedagrad[] {
  return dager.map((dag, i) => {
    const d = tall.find((en) => en.dato === dag);
    return {
      dag,
      vedtatt: vedtatt[i] ?? 0,
      mangler: hull === null ? null : hull.filter((h) => h.dato === dag).length,
      registrert: d?.registrert ?? 0,
      kvittert: d?.kvittert ?? 0,
      avklar: d ? d.utenfor + d.overlapp + d.tid + d.pause : 0,
      utenMerknad: d?.utenMerknad ?? 0,
      avtrykk: d?.avtrykk ?? '',
    };
  });
}

/** The gaps a view shows: all of them page by page, or the biggest above the visits. */
async function mangelrader(tx: Tx, mangler: readonly Mangel<Vedtakskraft>[], valg: Ukevalg): Promise<Mangelrad[]> {
  const overst = valg.visning === 'alle' && valg.side === 1 && valg.dag === null ? FORSTE_MANGLER : 0;
  const vist = valg.visning === 'mangler' ? mangler.slice((valg.side - 1) * BESOK_PER_SIDE, valg.side * BESOK_PER_SIDE) : mangler.slice(0, overst);
  return navngiMangler(tx, vist);
}

async function navngiMangler(tx: Tx, vist: readonly Mangel<Vedtakskraft>[]): Promise<Mangelrad[]> {
  if (vist.length === 0) return [];
  const navn = new Map((await findNavn(tx, vist.map((m) => m.av.oppdragId))).map((en) => [en.oppdragId, en]));
  return vist.flatMap(({ av, ...tall }) => {
    const hvem = navn.get(av.oppdragId);
    return hvem === undefined ? [] : [{ ...hvem, vedtakNummer: av.nummer, ...tall, pauset: av.dager.length < 7 }];
  });
}

/** All of the gaps page by page, or the newest above the visits. */
function hullutsnitt(hull: readonly Hull[], valg: Ukevalg): readonly Hull[] {
  if (valg.visning === 'mangler') return hull.slice((valg.side - 1) * BESOK_PER_SIDE, valg.side * BESOK_PER_SIDE);
  return valg.visning === 'alle' && valg.side === 1 ? hull.slice(0, FORSTE_HULL) : [];
}

function antallPerVisning(tall: readonly Dagstall[], mangler: number, bort: number): Record<Visning, number> {
  const [utenfor, overlapp, tid, pause] = [sumAv(tall, 'utenfor'), sumAv(tall, 'overlapp'), sumAv(tall, 'tid'), sumAv(tall, 'pause')];
  return { alle: utenfor + overlapp + tid + pause, mangler, utenfor, overlapp, tid, pause, uten: sumAv(tall, 'utenMerknad'), kvittert: sumAv(tall, 'kvittert'), bort };
}

/** The unit and the week that are asked for. */
type Ukehode = { readonly uke: Uke; readonly enhet: { readonly id: number; readonly navn: string }; readonly enheter: readonly { readonly id: number; readonly navn: string }[]; readonly p: Enhetsperiode };

async function finnUkehode(tx: Tx, valg: Ukevalg): Promise<Ukehode | null> {
  const enheter = await egneEnhetsnavn(tx);
  const enhet = enheter.find((e) => e.id === valg.enhetId) ?? (valg.enhetId === null ? enheter[0] : undefined);
  if (enhet === undefined) return null;
  const uke = valg.uke ?? (await ventendeUke(tx, enhet.id));
  return { uke, enhet, enheter, p: { enhetId: enhet.id, fom: mandag(uke), tom: sondag(uke) } };
}

/** What was registered, what is granted, and what stands in the way of a change. */
async function lesUken(tx: Tx, { enhet, uke, p }: Ukehode, valg: Ukevalg) {
  const uken = await findUkebesok(tx, p, valg);
  const utsnitt = valg.dag === null ? p : { ...p, fom: valg.dag, tom: valg.dag };
  return {
    uken: valg.visning === 'bort' ? { ...uken, besok: await findLagtBort(tx, utsnitt, valg.side) } : uken,
    kraft: await findVedtakskraft(tx, p),
    bort: await tellLagtBort(tx, p),
    maneder: await hentManederEtterArsslutt(tx, iDag()),
    erklaring: await findErklaring(tx, enhet.id, uke),
    lukket: await lukkede(tx, p),
  };
}

async function settSammen(tx: Tx, { uke, enhet, enheter, p }: Ukehode, lest: Awaited<ReturnType<typeof lesUken>>, plan: Ukeplantall, valg: Ukevalg): Promise<Ukeside> {
  const { uken, kraft, maneder } = lest;
  const { tall } = uken;
  const dager = ukensDager(uke);
  const grupper = vedtattgrupper(kraft);
  const harPlan = plan.perDag.length > 0;
  const hull = harPlan ? plan.hull : null;
  const registrert = new Map(uken.gjort.map((g) => [g.vedtakId, g.registrert]));
  const mangler = harPlan ? [] : manglende(kraft, registrert);
  const uten = harPlan ? utenPlan(kraft, new Set(plan.medPlan), registrert) : [];
  const antall = antallPerVisning(tall, hull?.length ?? mangler.reduce((sum, m) => sum + m.mangler, 0), lest.bort);
  const planlagt = (dag: Dato): number => plan.perDag.find((d) => d.dato === dag)?.planlagt ?? 0;
  const rader = dagrader(dager, tall, harPlan ? dager.map(planlagt) : vedtatteBesok(grupper, dager), hull);
  const dagenshull = (hull ?? []).filter((h) => valg.dag === null || h.dato === valg.dag);
  const iDagsutsnitt = tall.filter((d) => d.dato === valg.dag);
  return {
    uke,
    enhet,
    enheter,
    dager: rader,
    vedtatt: rader.reduce((sum, d) => sum + d.vedtatt, 0),
    registrert: sumAv(tall, 'registrert'),
    registrertAvPlan: rader.reduce((sum, d) => sum + Math.min(d.vedtatt - (d.mangler ?? 0), d.registrert), 0),
    vedtattMinutter: vedtatteMinutter(grupper),
    registrertMinutter: sumAv(tall, 'minutter'),
    antall,
    manglerHos: harPlan ? dagenshull.length : mangler.length,
    mangler: await mangelrader(tx, mangler, valg),
    harPlan,
    utenPlan: valg.visning === 'mangler' || (valg.visning === 'alle' && valg.side === 1) ? await navngiMangler(tx, uten.slice(0, UTEN_PLAN_VIST)) : [],
    utenPlanAntall: uten.length,
    planhull: await navngiHull(tx, hullutsnitt(dagenshull, valg)),
    hullgrupper: await navngiArsaker(tx, hull ?? [], HULLGRUPPER),
    ikkeUtfort: plan.ikkeUtfort,
    besok: uken.besok,
    besokTotalt: valg.dag === null || valg.visning === 'bort' ? antall[valg.visning] : antallPerVisning(iDagsutsnitt, 0, 0)[valg.visning],
    avtrykk: samletAvtrykk(tall),
    runder: uken.runder,
    erklaring: lest.erklaring,
    hindringer: hindringer({ sondag: p.tom, utenfor: antall.utenfor, ukvittert: sumAv(tall, 'ukvittert') }, iDag()),
    lukket: lest.lukket,
    frist: sisteDagForEndring(p.fom, maneder),
    last: erLast(p.fom, iDag(), maneder),
  };
}

/**
 * A unit's week; null when the account has no unit, or not the one it asks for. The visits and the plan are the two large
 * reads: each has a connection of its own, and none is held while another is waited for.
 */
export async function visUke(hvem: Utforende, valg: Ukevalg): Promise<Ukeside | null> {
  const hode = await lesKommune(hvem, (tx) => finnUkehode(tx, valg));
  if (hode === null) return null;
  const [lest, plan] = await Promise.all([lesKommune(hvem, (tx) => lesUken(tx, hode, valg)), lesKommune(hvem, (tx) => hentPlantall(tx, hode.p))]);
  return lesKommune(hvem, (tx) => settSammen(tx, hode, lest, plan, valg));
}

function lukkede(tx: Tx, p: Enhetsperiode): Promise<Maned[]> {
  return finnLukkedeManeder(tx, p.enhetId, [...new Set([manedFor(p.fom), manedFor(p.tom)])]);
}

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** The unit and week of a command, when the unit is the account's own. */
function egenPeriode(tx: Tx, data: { uke: string; enhetId: number }): (Enhetsperiode & { uke: Uke }) | null {
  const uke = parseUke(data.uke);
  if (uke === null || (tx.hvem.enheter !== null && !tx.hvem.enheter.includes(data.enhetId))) return null;
  return { uke, enhetId: data.enhetId, fom: mandag(uke), tom: sondag(uke) };
}

/** Approves every visit without a remark in a week or a day, if it is still exactly what was shown; otherwise nothing. */
export async function kvitterAlle(tx: Tx, data: z.output<typeof kvitterAlleSkjema>): Svar<{ antall: number }> {
  const periode = egenPeriode(tx, data);
  if (periode === null) return nei([{ grunn: 'ukjentUke' }]);
  const dag = data.dag as Dato | null;
  const p = dag === null ? periode : { ...periode, fom: dag, tom: dag };
  const frist = sjekkFrist(p.fom, iDag(), await hentManederEtterArsslutt(tx, iDag()));
  if (!frist.ok) return nei([{ ...frist.feil, verdier: lesbare(frist.feil.verdier) }]);
  const tatt = await kvitterUtenMerknad(tx, p);
  const antall = tatt.reduce((sum, d) => sum + d.antall, 0);
  if (antall !== data.antall || samletAvtrykk(tatt) !== data.avtrykk) return nei([{ grunn: 'endretSidenVist', verdier: { vist: data.antall, naa: antall } }]);
  await loggfor(tx, { handling: 'KVITTER_BESOK', objektType: dag === null ? 'uke' : 'dag', objektId: `${p.enhetId}/${dag ?? periode.uke}`, grunn: `${antall} besøk uten merknad` });
  return ok({ antall });
}

/** Takes a round of approvals back, unless one of its months is closed for the unit. */
export async function angreKvitteringsrunde(tx: Tx, data: z.output<typeof angreRundeSkjema>): Svar<{ antall: number }> {
  const p = egenPeriode(tx, data);
  if (p === null) return nei([{ grunn: 'ukjentUke' }]);
  const frist = sjekkFrist(p.fom, iDag(), await hentManederEtterArsslutt(tx, iDag()));
  if (!frist.ok) return nei([{ ...frist.feil, verdier: lesbare(frist.feil.verdier) }]);
  const angret = await angreRunde(tx, p, data.tidMs, data.kontoId);
  if (angret.length === 0) return nei([{ grunn: 'ikkeKvittert' }]);
  if ((await finnLukkedeManeder(tx, p.enhetId, angret.map((a) => a.maned as Maned))).length > 0) return nei([{ grunn: 'manedenErLukket' }]);
  const antall = angret.reduce((sum, a) => sum + a.antall, 0);
  await loggfor(tx, { handling: 'ANGRE_KVITTERING', objektType: 'uke', objektId: `${p.enhetId}/${p.uke}`, grunn: `${antall} besøk` });
  return ok({ antall });
}

/** Says that the unit's week is complete. */
export async function erklar(tx: Tx, data: z.output<typeof ukeSkjema>): Svar<{ uke: string }> {
  const p = egenPeriode(tx, data);
  if (p === null) return nei([{ grunn: 'ukjentUke' }]);
  const tall = await findDagstall(tx, p);
  const svar = erklarUke({ sondag: p.tom, utenfor: sumAv(tall, 'utenfor'), ukvittert: sumAv(tall, 'ukvittert') }, iDag());
  if (!svar.ok) return nei(svar.feil);
  if (!(await insertErklaring(tx, p, p.uke))) return nei([{ grunn: 'alleredeErklart' }]);
  await loggfor(tx, { handling: 'ERKLAR_UKE', objektType: 'uke', objektId: `${p.enhetId}/${p.uke}` });
  return ok({ uke: p.uke });
}

/** Takes the declaration back, unless one of the week's months is closed. */
export async function trekkErklaring(tx: Tx, data: z.output<typeof ukeSkjema>): Svar<{ uke: string }> {
  const p = egenPeriode(tx, data);
  if (p === null) return nei([{ grunn: 'ukjentUke' }]);
  if ((await lukkede(tx, p)).length > 0) return nei([{ grunn: 'manedenErLukket' }]);
  if (!(await deleteErklaring(tx, p.enhetId, p.uke))) return nei([{ grunn: 'ikkeErklart' }]);
  await loggfor(tx, { handling: 'TREKK_UKEERKLARING', objektType: 'uke', objektId: `${p.enhetId}/${p.uke}` });
  return ok({ uke: p.uke });
}
