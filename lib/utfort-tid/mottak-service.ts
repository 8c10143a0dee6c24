import { formatDato } from '#lib/core/format.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { datoI } from '#lib/core/oslo-tid.ts';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { filimporttjeneste } from '#lib/grunnlag/filimport-service.ts';
import { finnEnheter } from '#lib/grunnlag/grunnlag-repo.ts';
import { angrePlanimport, PLANIMPORTER } from '#lib/oppdrag/plan-import-service.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findApileveranser, findMottaksrader } from '#lib/utfort-tid/mottak-angre-repo.ts';
import { BESOKSIMPORTER } from '#lib/utfort-tid/mottak-import-service.ts';
import { findAngret, findMottak, findMottakForFil, findOppsummering, type Mottak, settMottaksstatus } from '#lib/utfort-tid/mottak-repo.ts';
import { type Apileveranse, lagMottaksbilde, type Mottaksbilde, type Mottaksrad } from '#lib/utfort-tid/mottak-view.ts';

/** A workbook is read whole into memory; a larger one comes as CSV. */
const MAKS_XLSX = 20 * 1024 * 1024;

const tjeneste = filimporttjeneste({ ...BESOKSIMPORTER, ...PLANIMPORTER });
/** The pages of files from other systems: visits, and plans. */
export const { sluttOpplasting, settKolonner, settVerdier, glemVerdier, settFormat, settOmfang, bekreft, forkast, gjenta, visImport, visImporter, visFeil, visImportfremdrift } = tjeneste;

export async function startImport(tx: Tx, fil: Parameters<typeof tjeneste.startImport>[1]): ReturnType<typeof tjeneste.startImport> {
  if (/\.xlsx$/i.test(fil.filnavn) && fil.storrelse > MAKS_XLSX) return nei([{ grunn: 'forStortRegneark', verdier: { maks: MAKS_XLSX / 1_048_576 } }]);
  return tjeneste.startImport(tx, fil);
}

async function bildeAv(tx: Tx, mottak: Mottak): Promise<Mottaksbilde> {
  const enheter = new Map((await finnEnheter(tx)).map((e) => [e.id, e.navn]));
  const angret = mottak.status === 'ANGRET' ? await findAngret(tx, mottak.id) : null;
  const tid = angret ? lokalTidVed(angret.tid.getTime()) : null;
  return lagMottaksbilde(
    { ...mottak, angret: angret && tid ? { av: angret.av ?? '–', tid: `${formatDato(datoI(tid))} kl. ${tid.slice(11).replace(':', '.')}`, resultat: angret.resultat } : null },
    await findOppsummering(tx, mottak.id),
    enheter,
  );
}

/** What a file of visits does or did; null until it is read without faults. */
export async function visMottakForFil(tx: Tx, importId: number): Promise<Mottaksbilde | null> {
  const mottak = await findMottakForFil(tx, importId);
  return mottak ? bildeAv(tx, mottak) : null;
}

/** Every row of a delivery, or those of one outcome. The look is logged: the rows are of persons, by order. */
export async function visMottaksrader(tx: Tx, importId: number, utfall: string | null, side: { antall: number; fra: number } | null): Promise<{ bilde: Mottaksbilde; rader: Mottaksrad[] } | null> {
  const mottak = await findMottakForFil(tx, importId);
  if (mottak === null) return null;
  await loggfor(tx, { handling: side === null ? 'LAST_NED_LEVERANSE' : 'SE_LEVERANSE', objektType: 'besok_mottak', objektId: mottak.id });
  return { bilde: await bildeAv(tx, mottak), rader: await findMottaksrader(tx, mottak.id, utfall, side) };
}

/** Orders a delivered file, of visits or of plans, to be taken back. */
export async function angre(tx: Tx, { importId }: { importId: number }): Promise<Result<null, readonly Avslag[]>> {
  if ((await tjeneste.visImport(tx, importId))?.slag === 'PLAN') return angrePlanimport(tx, { importId });
  const mottak = await findMottakForFil(tx, importId);
  if (mottak === null || (await findMottak(tx, mottak.id))?.status !== 'TATT_INN') return nei([{ grunn: 'ikkeHer' }]);
  if (!(await settMottaksstatus(tx, mottak.id, 'TATT_INN', 'ANGRER', sql`angret_av = ${tx.hvem.kontoId}`))) return nei([{ grunn: 'ikkeHer' }]);
  await bestillJobb(tx, { type: 'FILIMPORT', nokkel: `${importId}:ANGRE`, innhold: { importId, steg: 'ANGRE' } });
  await loggfor(tx, { handling: 'ANGRE_LEVERANSE', objektType: 'besok_mottak', objektId: mottak.id });
  return ok(null);
}

export function visApileveranser(tx: Tx, antall: number): Promise<Apileveranse[]> {
  return findApileveranser(tx, antall);
}

/** A delivery through the API with its rows; null when there is none. The look is logged. */
export async function visApileveranse(tx: Tx, id: number): Promise<{ bilde: Mottaksbilde; rader: Mottaksrad[] } | null> {
  const mottak = await findMottak(tx, id);
  if (mottak?.kilde !== 'API') return null;
  await loggfor(tx, { handling: 'SE_LEVERANSE', objektType: 'besok_mottak', objektId: id });
  return { bilde: await bildeAv(tx, mottak), rader: await findMottaksrader(tx, id, null, null) };
}
