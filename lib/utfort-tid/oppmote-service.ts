import type { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { merkForsteBesok } from '#lib/oppdrag/oppdrag-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { erEndretSidenVist, kanForeOppmote, ukenTil } from '#lib/utfort-tid/domain/oppmote.ts';
import * as repo from '#lib/utfort-tid/oppmote-repo.ts';
import type { apneSkjema, oppmoteSkjema, stengtSkjema } from '#lib/utfort-tid/oppmote-schema.ts';
import type { Oppmoteside } from '#lib/utfort-tid/oppmote-view.ts';
import { egneEnheter } from '#lib/utfort-tid/plass-service.ts';

/** Who is expected at the unit's day centre in a week, what is kept of the day, and closed days. The look is logged. */
export async function visOppmote(tx: Tx, dag: Dato): Promise<Oppmoteside> {
  const rader = await repo.finnOppmote(tx, dag, ukenTil(dag));
  for (const r of rader) await loggfor(tx, { handling: 'SE_OPPMOTE', objektType: 'oppdrag', objektId: r.oppdragId, mottakerId: r.mottakerId });
  const her = await repo.finnStengte(tx, dag, dag);
  return {
    dag,
    rader,
    enheter: (await egneEnheter(tx)).map((e) => ({ ...e, stengt: her.find((s) => s.enhetId === e.id)?.grunn ?? null })),
    stengte: await repo.finnStengte(tx, iDag(), null),
  };
}

/** Keeps what was changed of a day: all of it or, where one line cannot be or somebody else has said otherwise since, nothing. A repeated sending changes nothing. */
export async function forOppmote(tx: Tx, data: z.output<typeof oppmoteSkjema>): Promise<Result<{ antall: number }, readonly Avslag[]>> {
  const { vist } = data;
  if (Object.values(data.rader).every((svar) => svar === '')) return nei([{ grunn: 'INGEN_VALGT' }]);
  const valgte = Object.entries(data.rader).flatMap(([nokkel, svar]) => (svar === '' || svar === vist[nokkel] ? [] : [{ id: Number(nokkel.slice(1)), svar, vist: vist[nokkel] }]));
  const oppdrag = new Map((await repo.lasDagoppdrag(tx, valgte.map((v) => v.id), data.dato)).map((o) => [o.id, o]));
  const feil: Avslag[] = [];
  for (const v of valgte) {
    const o = oppdrag.get(v.id);
    const svar = o ? kanForeOppmote(data.dato, iDag(), o, o.stengt) : nei({ grunn: 'FINNES_IKKE' as const });
    if (!svar.ok) feil.push({ grunn: svar.feil.grunn, felt: `rader.o${v.id}` });
    else if (o && erEndretSidenVist(o.naa, v.vist, v.svar)) feil.push({ grunn: `FORT_${o.naa ?? 'INGEN'}`, felt: `rader.o${v.id}` });
  }
  if (feil.length > 0) return nei(feil);
  for (const { id, svar } of valgte) {
    const o = oppdrag.get(id);
    if (!o) continue;
    if (svar === 'MOTT') {
      await repo.settMott(tx, o, data.dato);
      await repo.settDagfravar(tx, o, data.dato, null);
      await merkForsteBesok(tx, o.id, data.dato);
    } else {
      await repo.tilbakekallMott(tx, o, data.dato);
      await repo.settDagfravar(tx, o, data.dato, svar);
    }
    await loggfor(tx, { handling: 'FOR_OPPMOTE', objektType: 'oppdrag', objektId: o.id, mottakerId: o.mottakerId, grunn: `${data.dato} ${svar}` });
  }
  return ok({ antall: valgte.length });
}

/** A day the centre is closed. A day somebody has come is not. */
export async function stengDag(tx: Tx, data: z.output<typeof stengtSkjema>): Promise<Result<null, readonly Avslag[]>> {
  if (!(await egneEnheter(tx)).some((e) => e.id === data.enhetId)) return nei([{ grunn: 'FINNES_IKKE' }]);
  if (await repo.harOppmote(tx, data.enhetId, data.dato)) return nei([{ grunn: 'NOEN_MOTTE', felt: 'dato' }]);
  if ((await repo.nyStengtDag(tx, data.enhetId, data.dato, data.grunn)) === 0) return nei([{ grunn: 'STENGT_ALLEREDE', felt: 'dato' }]);
  await loggfor(tx, { handling: 'STENG_DAG', objektType: 'enhet', objektId: data.enhetId, grunn: `${data.dato} ${data.grunn}` });
  return ok(null);
}

/** The centre is open on the day after all. */
export async function apneDag(tx: Tx, data: z.output<typeof apneSkjema>): Promise<Result<null, readonly Avslag[]>> {
  if ((await repo.slettStengtDag(tx, data.enhetId, data.dato)) === 0) return nei([{ grunn: 'FINNES_IKKE' }]);
  await loggfor(tx, { handling: 'APNE_DAG', objektType: 'enhet', objektId: data.enhetId, grunn: data.dato });
  return ok(null);
}
