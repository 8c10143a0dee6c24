import type { z } from 'zod';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { finnOppholdPa, finnPlass } from '#lib/utfort-tid/opphold-repo.ts';
import type { meldLedigSkjema, nyPlassSkjema, plassSkjema, uteAvBrukSkjema } from '#lib/utfort-tid/opphold-schema.ts';
import { finnMelding, nyMelding, nyPlass, settUteAvBruk, trekkMelding } from '#lib/utfort-tid/plass-repo.ts';

type Svar = Promise<Result<{ plassId: number }, readonly Avslag[]>>;
const ukjent = nei([{ grunn: 'FINNES_IKKE' }]);

/** The unit says that a place is free from a day; somebody may still live there until then. */
export async function meldLedig(tx: Tx, data: z.output<typeof meldLedigSkjema>): Svar {
  const plass = await finnPlass(tx, data.plassId, true);
  if (!plass) return ukjent;
  if (plass.tom !== null && plass.tom < data.ledigFra) return nei([{ grunn: 'PLASS_UTE_AV_BRUK', felt: 'ledigFra' }]);
  const bor = (await finnOppholdPa(tx, plass)).find((o) => o.ut === null);
  if (bor && data.ledigFra <= iDag()) return nei([{ grunn: 'NOEN_BOR_DER', felt: 'ledigFra' }]);
  const id = await nyMelding(tx, plass, data.ledigFra);
  if (id === null) return nei([{ grunn: 'MELDT_ALLEREDE' }]);
  await loggfor(tx, { handling: 'MELD_LEDIG', objektType: 'plass', objektId: plass.id, grunn: data.ledigFra });
  return ok({ plassId: plass.id });
}

/** The place is not free after all. One that is given away is taken back by the purchaser first. */
export async function trekkLedig(tx: Tx, data: z.output<typeof plassSkjema>): Svar {
  const plass = await finnPlass(tx, data.plassId, true);
  const melding = plass && (await finnMelding(tx, plass.id));
  if (!plass || !melding) return ukjent;
  if (melding.tildeltTil !== null || melding.tildeltFra !== null) return nei([{ grunn: 'ER_TILDELT' }]);
  await trekkMelding(tx, melding.id);
  await loggfor(tx, { handling: 'TREKK_LEDIG', objektType: 'plass', objektId: plass.id });
  return ok({ plassId: plass.id });
}

/** The units that the account leads. */
export async function egneEnheter(tx: Tx): Promise<{ id: number; navn: string }[]> {
  const { enheter } = tx.hvem;
  return (await finnEnheter(tx)).filter((e) => enheter === null || enheter.includes(e.id)).map(({ id, navn }) => ({ id, navn }));
}

/** A place that the unit has got. */
export async function opprettPlass(tx: Tx, data: z.output<typeof nyPlassSkjema>): Svar {
  if (!(await egneEnheter(tx)).some((e) => e.id === data.enhetId)) return ukjent;
  const id = await nyPlass(tx, data);
  if (id === null) return nei([{ grunn: 'KODE_I_BRUK', felt: 'kode' }]);
  await loggfor(tx, { handling: 'OPPRETT_PLASS', objektType: 'plass', objektId: id, grunn: `${data.kode} ${data.fom}` });
  return ok({ plassId: id });
}

/** A place is used for the last time on a day; nobody lives there after it. */
export async function taUtAvBruk(tx: Tx, data: z.output<typeof uteAvBrukSkjema>): Svar {
  const plass = await finnPlass(tx, data.plassId, true);
  if (!plass) return ukjent;
  if (plass.tom !== null) return nei([{ grunn: 'ER_UTE_AV_BRUK' }]);
  if (data.tom < plass.fom) return nei([{ grunn: 'FOR_FORSTE_DAG', felt: 'tom' }]);
  if ((await finnOppholdPa(tx, plass)).some((o) => o.ut === null || o.ut > data.tom)) return nei([{ grunn: 'NOEN_BOR_DER', felt: 'tom' }]);
  const melding = await finnMelding(tx, plass.id);
  if (melding?.tildeltFra) return nei([{ grunn: 'ER_TILDELT' }]);
  if (melding) await trekkMelding(tx, melding.id);
  await settUteAvBruk(tx, plass.id, data.tom);
  await loggfor(tx, { handling: 'TA_PLASS_UT_AV_BRUK', objektType: 'plass', objektId: plass.id, grunn: data.tom });
  return ok({ plassId: plass.id });
}
