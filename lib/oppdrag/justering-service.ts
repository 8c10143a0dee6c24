import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { leggTilDager, senest, ukedag } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { finnInnstilling } from '#lib/grunnlag/grunnlag-repo.ts';
import { minuttAv } from '#lib/oppdrag/domain/besoksplan.ts';
import { avslattFra, JUSTERINGSDAGER, kanBesvares, meldMer, sjekkPeriode, tolkJusteringsdager } from '#lib/oppdrag/domain/justering.ts';
import { bekreftPauser, countVentende, erstattPause, findJusteringer, findKapasitet, findMeldeoppdrag, findPauseFor, findPauserader, findStaende, insertJustering, insertKapasitet, insertPause, lockJusteringer, lockPause, losKapasitet, saveAvslatt, saveGodkjent, saveJusteringsdager, trekkFlytting, VENTER } from '#lib/oppdrag/justering-repo.ts';
import type { avslaJusteringSkjema, bekreftPauseSkjema, flyttetSkjema, godkjennJusteringSkjema, justeringsregelSkjema, kapasitetLostSkjema, kapasitetSkjema, merSkjema, pauseSkjema, pauseSluttSkjema } from '#lib/oppdrag/justering-schema.ts';
import type { Justeringsside, Meldebilde } from '#lib/oppdrag/justering-view.ts';
import { findPlanrader, lockPlanrad, saveUnntak } from '#lib/oppdrag/plan-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;

/** The municipality's longest adjustment, in days, on a day. */
export async function hentJusteringsdager(tx: Tx, dag: Dato): Promise<number> {
  return tolkJusteringsdager(await finnInnstilling(tx, JUSTERINGSDAGER, dag));
}

/** What waits for the purchaser, what was answered lately, and what units cannot take on; a unit sees its own. */
export async function visJusteringer(tx: Tx): Promise<Justeringsside> {
  const nylig = leggTilDager(iDag(), -60);
  return {
    venter: await findJusteringer(tx, VENTER, 200),
    besvarte: await findJusteringer(tx, sql`not (${VENTER}) and j.meldt >= ${nylig}::date`, 30),
    kapasitet: await findKapasitet(tx, sql`true`),
    pauser: await findPauserader(tx, sql`p.bekreftet_av is null and (p.tom is null or p.tom >= ${leggTilDager(iDag(), -30)})`),
    maksDager: await hentJusteringsdager(tx, iDag()),
  };
}

/** Adjustments that wait on the purchaser; the menu's count. */
export const tellVentendeJusteringer = (tx: Tx): Promise<number> => countVentende(tx);

/** What the unit can report on one order. The look is logged. */
export async function visMelding(tx: Tx, oppdragId: number): Promise<Meldebilde | null> {
  const o = await findMeldeoppdrag(tx, oppdragId, false);
  if (o === null) return null;
  await loggfor(tx, { handling: 'SE_OPPDRAG', objektType: 'oppdrag', objektId: oppdragId, mottakerId: o.mottakerId });
  const rader = await findPlanrader(tx, oppdragId, iDag());
  return {
    oppdragId,
    vedtakNummer: o.vedtakNummer,
    hvem: { navn: o.navn, pseudonym: o.pseudonym },
    fom: o.fom,
    tom: o.tom,
    maksDager: await hentJusteringsdager(tx, iDag()),
    justeringer: await findJusteringer(tx, sql`j.oppdrag_id = ${oppdragId}`, 10),
    kapasitet: await findKapasitet(tx, sql`c.oppdrag_id = ${oppdragId}`),
    pauser: await findPauserader(tx, sql`p.vedtak_id = ${o.vedtakId} and (p.tom is null or p.tom >= ${iDag()})`),
    besok: rader.flatMap((r) => (r.ukedag === null ? [] : [{ planId: r.planId, ukedag: r.ukedag, startMinutt: r.startMinutt, minutter: r.minutter }])),
  };
}

/** More per week, in effect at once and settled from the first day, until it ends or is turned down. */
export async function meld(tx: Tx, data: z.output<typeof merSkjema>): Svar<{ id: number }> {
  const o = await findMeldeoppdrag(tx, data.oppdragId, true);
  if (o?.iTimer !== true) return nei([{ grunn: 'finnesIkke' }]);
  const svar = meldMer(data, o, await findStaende(tx, o.oppdragId), await hentJusteringsdager(tx, iDag()), iDag());
  if (!svar.ok) return nei([svar.feil]);
  const { fom, tom, minutter, besok } = svar.verdi;
  const id = await insertJustering(tx, { oppdragId: o.oppdragId, enhetId: o.enhetId, slag: 'MER', fom, tom, minutter, besok, tilMinutt: null, planId: null, grunn: data.grunn });
  await loggfor(tx, { handling: 'MELD_JUSTERING', objektType: 'justering', objektId: id, mottakerId: o.mottakerId });
  return ok({ id });
}

/** A planned visit at another time of the day for a while: the plan follows at once. */
export async function meldFlyttet(tx: Tx, data: z.output<typeof flyttetSkjema>): Svar<{ id: number }> {
  const o = await findMeldeoppdrag(tx, data.oppdragId, true);
  const rad = await lockPlanrad(tx, data.planId);
  if (o === null || rad === null || rad.oppdragId !== o.oppdragId || rad.ukedag === null) return nei([{ grunn: 'finnesIkke' }]);
  const feil = sjekkPeriode(data, o, await hentJusteringsdager(tx, iDag()), iDag());
  if (feil !== null) return nei([feil]);
  const tilMinutt = minuttAv(data.start);
  if (tilMinutt === rad.startMinutt) return nei([{ grunn: 'sammeTid', felt: 'start' }]);
  const id = await insertJustering(tx, { oppdragId: o.oppdragId, enhetId: o.enhetId, slag: 'FLYTTET', fom: data.fom, tom: data.tom, minutter: 0, besok: 0, tilMinutt, planId: rad.planId, grunn: data.grunn });
  for (let dag = data.fom; dag <= data.tom; dag = leggTilDager(dag, 1)) {
    if (ukedag(dag) === rad.ukedag) await saveUnntak(tx, { planId: rad.planId, oppdragId: o.oppdragId, enhetId: o.enhetId, dato: dag, slag: 'ENDRET', startMinutt: tilMinutt, minutter: null, ansattId: null, grunn: null });
  }
  await loggfor(tx, { handling: 'MELD_JUSTERING', objektType: 'justering', objektId: id, mottakerId: o.mottakerId });
  return ok({ id });
}

/** Approves all of them, or none when one cannot be answered. */
export async function godkjenn(tx: Tx, data: z.output<typeof godkjennJusteringSkjema>): Svar<{ antall: number }> {
  const rader = await lockJusteringer(tx, data.ider);
  if (rader.length !== new Set(data.ider).size) return nei([{ grunn: 'finnesIkke' }]);
  for (const j of rader) {
    const kan = kanBesvares(j, tx.hvem.kontoId);
    if (!kan.ok) return nei([kan.feil]);
    await loggfor(tx, { handling: 'GODKJENN_JUSTERING', objektType: 'justering', objektId: j.id, mottakerId: j.mottakerId });
  }
  await saveGodkjent(tx, rader.map((j) => j.id));
  return ok({ antall: rader.length });
}

/** Turns all of them down from today; what was done in good faith until then counts. A moved visit is back at its time. */
export async function avsla(tx: Tx, data: z.output<typeof avslaJusteringSkjema>): Svar<{ antall: number }> {
  const rader = await lockJusteringer(tx, data.ider);
  if (rader.length !== new Set(data.ider).size) return nei([{ grunn: 'finnesIkke' }]);
  for (const j of rader) {
    const kan = kanBesvares(j, tx.hvem.kontoId);
    if (!kan.ok) return nei([kan.feil]);
    const fra = avslattFra(j, iDag());
    await saveAvslatt(tx, j.id, fra, data.grunn);
    if (j.planId !== null) await trekkFlytting(tx, j.planId, fra, senest(j.tom, fra));
    await loggfor(tx, { handling: 'AVSLA_JUSTERING', objektType: 'justering', objektId: j.id, mottakerId: j.mottakerId, grunn: `fra ${formatDato(fra)}` });
  }
  return ok({ antall: rader.length });
}

export async function settRegel(tx: Tx, data: z.output<typeof justeringsregelSkjema>): Svar<{ dager: number }> {
  await saveJusteringsdager(tx, iDag(), data.dager);
  await loggfor(tx, { handling: 'SETT_JUSTERINGSDAGER', objektType: 'innstilling', objektId: JUSTERINGSDAGER, grunn: String(data.dager) });
  return ok({ dager: data.dager });
}

/** The vedtak rests from a day: the plan stops, and nothing is missing. It goes on by itself when a last day is given. */
export async function meldPause(tx: Tx, data: z.output<typeof pauseSkjema>): Svar<{ id: number }> {
  const o = await findMeldeoppdrag(tx, data.oppdragId, true);
  if (o === null || o.annullert) return nei([{ grunn: 'finnesIkke' }]);
  if (data.tom !== null && data.tom < data.fom) return nei([{ grunn: 'tomForFom', felt: 'tom' }]);
  if (data.fom < o.fom || (o.tom !== null && data.fom > o.tom)) return nei([{ grunn: 'utenforOppdraget', felt: 'fom' }]);
  if ((await findPauseFor(tx, o.vedtakId, data.fom, data.tom)) !== null) return nei([{ grunn: 'pauseFinnes', felt: 'fom' }]);
  const id = await insertPause(tx, { vedtakId: o.vedtakId, fom: data.fom, tom: data.tom, arsak: data.arsak, erstatterId: null });
  await loggfor(tx, { handling: 'MELD_PAUSE', objektType: 'pause', objektId: id, mottakerId: o.mottakerId, grunn: data.arsak });
  return ok({ id });
}

/** The last day away; the plan goes on the day after. The pause is kept as it was, and another row says what is so now. */
export async function avsluttPause(tx: Tx, data: z.output<typeof pauseSluttSkjema>): Svar<{ id: number }> {
  const p = await lockPause(tx, data.pauseId);
  if (p === null) return nei([{ grunn: 'finnesIkke' }]);
  if (data.tom < p.fom) return nei([{ grunn: 'tomForFom', felt: 'tom' }]);
  await erstattPause(tx, p.id);
  const id = await insertPause(tx, { vedtakId: p.vedtakId, fom: p.fom, tom: data.tom, arsak: p.arsak, erstatterId: p.id });
  await loggfor(tx, { handling: 'AVSLUTT_PAUSE', objektType: 'pause', objektId: id, mottakerId: p.mottakerId });
  return ok({ id });
}

export async function bekreftMeldtePauser(tx: Tx, data: z.output<typeof bekreftPauseSkjema>): Svar<{ antall: number }> {
  const bekreftede = await bekreftPauser(tx, data.ider);
  if (bekreftede.length === 0) return nei([{ grunn: 'finnesIkke' }]);
  for (const p of bekreftede) await loggfor(tx, { handling: 'BEKREFT_PAUSE', objektType: 'pause', objektId: p.id });
  return ok({ antall: bekreftede.length });
}

/** The unit cannot take it on before a day. It does not undo the order. */
export async function meldKapasitet(tx: Tx, data: z.output<typeof kapasitetSkjema>): Svar<{ id: number }> {
  const o = await findMeldeoppdrag(tx, data.oppdragId, true);
  if (o === null || o.annullert) return nei([{ grunn: 'finnesIkke' }]);
  if (data.tidligst <= iDag()) return nei([{ grunn: 'ikkeFremtid', felt: 'tidligst' }]);
  const id = await insertKapasitet(tx, o, data.grunn, data.tidligst);
  await loggfor(tx, { handling: 'MELD_KAPASITET', objektType: 'kapasitetsmelding', objektId: id, mottakerId: o.mottakerId });
  return ok({ id });
}

export async function kapasitetErLost(tx: Tx, data: z.output<typeof kapasitetLostSkjema>): Svar<{ id: number }> {
  if ((await losKapasitet(tx, data.id)) === 0) return nei([{ grunn: 'finnesIkke' }]);
  await loggfor(tx, { handling: 'LOS_KAPASITET', objektType: 'kapasitetsmelding', objektId: data.id });
  return ok({ id: data.id });
}
