import type { z } from 'zod';
import { leggTilDager } from '#lib/core/dato.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { merkForsteBesok } from '#lib/oppdrag/oppdrag-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { beleggPerDogn, kanLeggeInn, kommTilbake, meldFravar, skrivUt, tomrom } from '#lib/utfort-tid/domain/opphold.ts';
import * as repo from '#lib/utfort-tid/opphold-repo.ts';
import type { fravarSkjema, leggInnSkjema, skrivUtSkjema, tilbakeSkjema, trekkFravarSkjema } from '#lib/utfort-tid/opphold-schema.ts';
import { type Oppholdside, type Plasside, summerPlasser } from '#lib/utfort-tid/opphold-view.ts';
import { finnMelding, merkBrukt, nyMelding } from '#lib/utfort-tid/plass-repo.ts';

/** Nights of the plot, and how far ahead a coming order is shown. */
const DOGN_BAK = 90;
const DAGER_FREM = 30;

type Svar = Promise<Result<{ plassId: number }, readonly Avslag[]>>;
const ukjent = nei([{ grunn: 'FINNES_IKKE' }]);

/** The unit's places today, what is empty first, who waits to move in, and the nights behind. The look is logged. */
export async function visOpphold(tx: Tx): Promise<Oppholdside> {
  const dag = iDag();
  const plasser = await repo.finnPlasser(tx, dag);
  const fra = leggTilDager(dag, -DOGN_BAK);
  await loggfor(tx, { handling: 'SE_OPPHOLD', objektType: 'opphold', objektId: dag });
  return {
    plasser,
    venter: await repo.finnVenter(tx, dag, leggTilDager(dag, DAGER_FREM)),
    summer: summerPlasser(plasser),
    belegg: beleggPerDogn(await repo.finnOppholdMellom(tx, fra, leggTilDager(dag, -1)), fra, leggTilDager(dag, -1)),
    antallPlasser: plasser.length,
  };
}

/** One place with all who have lived there; null when it is not the account's to see. The look is logged. */
export async function visPlass(tx: Tx, id: number): Promise<Plasside | null> {
  const plass = await repo.finnPlass(tx, id);
  if (plass === null) return null;
  const dag = iDag();
  const opphold = await repo.finnOppholdPa(tx, plass);
  for (const mottakerId of new Set(opphold.map((o) => o.mottakerId))) await loggfor(tx, { handling: 'SE_OPPHOLD', objektType: 'plass', objektId: id, mottakerId });
  const melding = await finnMelding(tx, id);
  return {
    ...plass,
    opphold,
    melding: melding && { id: melding.id, ledigFra: melding.ledigFra, tildeltFra: melding.tildeltFra },
    tomrom: tomrom(opphold, dag),
    venter: (await repo.finnVenter(tx, dag, leggTilDager(dag, DAGER_FREM))).filter((v) => v.plasstype === plass.plasstype),
  };
}

/** Somebody moves in at a place: the stay begins, the report that it was free is used, and the order has begun. */
export async function leggInn(tx: Tx, data: z.output<typeof leggInnSkjema>): Svar {
  const plass = await repo.finnPlass(tx, data.plassId, true);
  const oppdrag = plass && (await repo.finnPlassoppdrag(tx, data.oppdragId));
  if (!plass || !oppdrag || oppdrag.enhetId !== plass.enhetId) return ukjent;
  const melding = await finnMelding(tx, plass.id);
  const svar = kanLeggeInn({
    dag: data.inn,
    iDag: iDag(),
    oppdrag,
    plass,
    paPlassen: (await repo.finnOppholdPa(tx, plass)).filter((o) => o.ut === null || o.ut > o.inn),
    paOppdraget: await repo.finnOppholdFor(tx, oppdrag.id),
    tildeltTil: melding?.tildeltTil ?? null,
  });
  if (!svar.ok) return nei([svar.feil]);
  const id = await repo.nyttOpphold(tx, oppdrag, plass.kode, data.inn);
  if (melding) await merkBrukt(tx, melding.id);
  await merkForsteBesok(tx, oppdrag.id, data.inn);
  await loggfor(tx, { handling: 'LEGG_INN', objektType: 'opphold', objektId: id, mottakerId: oppdrag.mottakerId, grunn: `${plass.kode} ${data.inn}` });
  return ok({ plassId: plass.id });
}

/** Somebody leaves for good. `meldLedig`: the place is reported free from the same day. */
export async function skrivUtOpphold(tx: Tx, data: z.output<typeof skrivUtSkjema>): Svar {
  const plass = await repo.finnPlass(tx, data.plassId, true);
  const opphold = plass && (await repo.lasOpphold(tx, data.oppholdId, plass));
  if (!plass || !opphold) return ukjent;
  const svar = skrivUt(opphold, data.ut, data.grunn, iDag());
  if (!svar.ok) return nei([svar.feil]);
  await repo.avsluttOpphold(tx, opphold.id, svar.verdi, data.grunn);
  if (data.meldLedig) await nyMelding(tx, plass, svar.verdi);
  await loggfor(tx, { handling: 'SKRIV_UT', objektType: 'opphold', objektId: opphold.id, mottakerId: opphold.mottakerId, grunn: `${data.grunn} ${svar.verdi}` });
  return ok({ plassId: plass.id });
}

/** Somebody is away, and the place is held. */
export async function registrerFravar(tx: Tx, data: z.output<typeof fravarSkjema>): Svar {
  const plass = await repo.finnPlass(tx, data.plassId);
  const opphold = plass && (await repo.lasOpphold(tx, data.oppholdId, plass));
  if (!plass || !opphold) return ukjent;
  const svar = meldFravar({ ...opphold, fravar: opphold.fravar.filter((f) => !f.trukket) }, data.dro, data.tilbake, iDag());
  if (!svar.ok) return nei([svar.feil]);
  await repo.nyttFravar(tx, { id: opphold.id, enhetId: plass.enhetId }, svar.verdi.fom, svar.verdi.tom, data.arsak);
  await loggfor(tx, { handling: 'REGISTRER_FRAVAR', objektType: 'opphold', objektId: opphold.id, mottakerId: opphold.mottakerId, grunn: `${data.arsak} ${data.dro}` });
  return ok({ plassId: plass.id });
}

/** Somebody who was away is back. */
export async function registrerTilbake(tx: Tx, data: z.output<typeof tilbakeSkjema>): Svar {
  const plass = await repo.finnPlass(tx, data.plassId);
  const fravar = plass && (await repo.lasFravar(tx, data.fravarId, plass));
  if (!plass || !fravar || fravar.tom !== null) return ukjent;
  const svar = kommTilbake(fravar, data.tilbake, iDag());
  if (!svar.ok) return nei([svar.feil]);
  await repo.settSisteNatt(tx, fravar.id, svar.verdi);
  await loggfor(tx, { handling: 'REGISTRER_TILBAKE', objektType: 'fravar', objektId: fravar.id, mottakerId: fravar.mottakerId, grunn: data.tilbake });
  return ok({ plassId: plass.id });
}

/** An absence that never was. */
export async function trekkFravar(tx: Tx, data: z.output<typeof trekkFravarSkjema>): Svar {
  const plass = await repo.finnPlass(tx, data.plassId);
  const fravar = plass && (await repo.lasFravar(tx, data.fravarId, plass));
  if (!plass || !fravar) return ukjent;
  await repo.trekkFravaret(tx, fravar.id);
  await loggfor(tx, { handling: 'TREKK_FRAVAR', objektType: 'fravar', objektId: fravar.id, mottakerId: fravar.mottakerId });
  return ok({ plassId: plass.id });
}
