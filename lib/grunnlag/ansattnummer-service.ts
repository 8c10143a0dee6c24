import type { z } from 'zod';
import { nei, ok, type Result } from '#lib/core/result.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodeliste } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findKjenteNumre, findNumre, findUtforerkontoer, glemIKartlegging, insertLarte, insertUkjente, type Kjentnummer, updateNummer } from '#lib/grunnlag/ansattnummer-repo.ts';
import type { ansattnummerSkjema } from '#lib/grunnlag/ansattnummer-schema.ts';
import type { Ansattnummer, Ansattvalg } from '#lib/grunnlag/ansattnummer-view.ts';
import { MAKS_ANSATTNUMMER, UTEN_ANSATT } from '#lib/grunnlag/domain/ansattnummer.ts';

async function valgene(tx: Tx): Promise<Ansattvalg[]> {
  return [{ verdi: UTEN_ANSATT, tekst: 'Uten ansatt' }, ...(await findUtforerkontoer(tx)).map((a) => ({ verdi: String(a.id), tekst: `${a.navn} (${a.enheter})` }))];
}

/** Employees as a file names them: by a number that is known, or by the account's e-mail address. Never by name. */
export async function ansattliste(tx: Tx): Promise<Kodeliste> {
  const [numre, kontoer] = [await findKjenteNumre(tx, null), await findUtforerkontoer(tx)];
  const per = new Map(kontoer.flatMap((a) => (a.epost === null ? [] : [[verdinokkel(a.epost), String(a.id)] as const])));
  for (const n of numre) per.set(n.nummer, n.kontoId === null ? UTEN_ANSATT : String(n.kontoId));
  return { valg: await valgene(tx), finn: (tekst) => per.get(verdinokkel(tekst)) ?? null };
}

/** What a file's mapping said of employees, is known for the next file and for the API. */
export async function larAnsattnumre(tx: Tx, oversatt: Readonly<Record<string, string>>, av: number): Promise<void> {
  const larte = Object.entries(oversatt).flatMap(([nummer, til]): Kjentnummer[] => (/^\d+$/.test(til) && nummer.length <= MAKS_ANSATTNUMMER ? [{ nummer, kontoId: Number(til) || null }] : []));
  if (larte.length > 0) await insertLarte(tx, larte, av);
}

/** Accounts by the numbers of a delivery; those nobody has said what are, are noted and left out. */
export async function finnAnsatte(tx: Tx, sendt: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
  const numre = [...new Set(sendt.map(verdinokkel))];
  if (numre.length === 0) return new Map();
  const kjente = new Map((await findKjenteNumre(tx, numre)).map((n) => [n.nummer, n.kontoId]));
  const ukjente = numre.filter((n) => !kjente.has(n));
  if (ukjente.length > 0) await insertUkjente(tx, ukjente);
  return kjente;
}

export async function visAnsattnumre(tx: Tx): Promise<{ numre: Ansattnummer[]; valg: Ansattvalg[] }> {
  return { numre: await findNumre(tx), valg: await valgene(tx) };
}

/** Says who a number is, for files and the API from now on. Visits that have come stand as they are. */
export async function settAnsattnummer(tx: Tx, { nummer, kontoId }: z.output<typeof ansattnummerSkjema>): Promise<Result<null, readonly Avslag[]>> {
  if (kontoId !== 0 && !(await findUtforerkontoer(tx)).some((a) => a.id === kontoId)) return nei([{ grunn: 'ikkeAnsatt', felt: 'kontoId' }]);
  if ((await updateNummer(tx, nummer, kontoId === 0 ? null : kontoId)) === 0) return nei([{ grunn: 'ikkeHer' }]);
  await glemIKartlegging(tx, nummer);
  await loggfor(tx, { handling: 'SETT_ANSATTNUMMER', objektType: 'konto', objektId: kontoId, grunn: nummer });
  return ok(null);
}
