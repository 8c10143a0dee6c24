import { createHash } from 'node:crypto';
import { beregnForskjell, type Forskjellslinje, forskjellstekst } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import { TOM_KARTLEGGING } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { erTomRad, lagPlan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { naa } from '#lib/server/clock.ts';
import { lesRader } from '#lib/server/filimport/filrader.ts';
import { finnImport, flytt, type Import, innholdAv, meldFremdrift } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { kopier, kopilinje } from '#lib/server/filimport/kopi.ts';
import { loggfor } from '#lib/server/logg.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, type Tx, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

const TABELL = 'filimport_rader';
const MELD_HVER = 20_000;

/** What an import would do now, before and after. */
export async function forskjellFor(tx: Tx, importor: Importor, imp: Import): Promise<Forskjellslinje[]> {
  const fil = imp.summer ?? [];
  const perioder = [...new Set(fil.map((s) => s.periode))];
  return beregnForskjell(perioder.length === 0 ? [] : await importor.holdt(tx, perioder), fil, imp.omfang);
}

/** A short name of a difference: the same only when every figure is. */
export function forskjellsmerke(linjer: readonly Forskjellslinje[], imp: Pick<Import, 'omfang' | 'hash'>): string {
  return createHash('sha256').update(`${imp.hash}\n${forskjellstekst(linjer, imp.omfang)}`).digest('hex').slice(0, 32);
}

async function* kopibiter(hvem: Utforende, importor: Importor, imp: Import): AsyncGenerator<string> {
  const kodelister = await lesKommune(hvem, importor.kodelister);
  const plan = lagPlan(importor.definisjon, imp.kartlegging ?? TOM_KARTLEGGING, imp.hode, kodelister);
  const hoderad = imp.format?.hoderad ?? 1;
  if (!imp.format) return;
  let skrevet = 0;
  let meldt = 0;
  for await (const bunke of lesRader(innholdAv(hvem, imp), imp.format)) {
    let bit = '';
    for (const { nummer, celler } of bunke.rader) {
      if (nummer <= hoderad || erTomRad(celler)) continue;
      const tolket = tolkRad(plan, celler);
      if (tolket.utfall === 'HOPP') continue;
      // A unit or code went away since the file was read.
      if (tolket.utfall === 'FEIL') throw new Angre('ENDRET_SIDEN');
      bit += kopilinje([nummer, ...importor.felt(tolket.rad)]);
      skrevet += 1;
    }
    if (bit !== '') yield bit;
    if (skrevet - meldt >= MELD_HVER) {
      meldt = skrevet;
      await withKommune(hvem, (tx) => meldFremdrift(tx, imp.id, skrevet, imp.antallRader));
    }
  }
  if (skrevet !== imp.antallRader) throw new Angre('ENDRET_SIDEN');
}

async function gjennomfor(tx: Tx, hvem: Utforende, importor: Importor, importId: number): Promise<void> {
  const slag = importor.definisjon.slag;
  // One at a time per kommune and kind: the second sees what the first left, and is told that it is no longer as shown.
  await tx.kjor(sql`select pg_advisory_xact_lock(hashtextextended(${`filimport:${tx.hvem.kommuneId}:${slag}`}, 0))`);
  const imp = await finnImport(tx, importId);
  if (imp?.status !== 'TAR_INN') return;
  if (forskjellsmerke(await forskjellFor(tx, importor, imp), imp) !== imp.bekreftet) throw new Angre('ENDRET_SIDEN');
  await kopier(tx, TABELL, ['rad int', ...importor.kolonner], kopibiter(hvem, importor, imp));
  await importor.skriv(tx, sql`filimport_rader`, { importId, omfang: imp.omfang });
  await flytt(tx, importId, ['TAR_INN'], 'TATT_INN', sql`grunn = null, tatt_inn = ${naa()}, gjort = antall_rader, av = antall_rader`);
  await loggfor(tx, { handling: 'TATT_INN_FIL', objektType: 'filimport', objektId: importId, grunn: slag });
}

/**
 * Replaces what is held with the rows of a confirmed file: all of it or nothing, in one transaction. Where what is held is no
 * longer what was shown, nothing is done and the file waits for a new confirmation. Safe to call again.
 */
export async function taInnImport(hvem: Utforende, importor: Importor, importId: number): Promise<void> {
  try {
    await withKommune(hvem, (tx) => gjennomfor(tx, hvem, importor, importId));
  } catch (feil) {
    if (!(feil instanceof Angre)) throw feil;
    await withKommune(hvem, (tx) => flytt(tx, importId, ['TAR_INN'], 'LEST', sql`grunn = ${String(feil.verdi)}, bekreftet = null, tatt_inn_av = null, gjort = 0`));
  }
}
