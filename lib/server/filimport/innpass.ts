import { lagPlan } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { TOM_KARTLEGGING } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { naa } from '#lib/server/clock.ts';
import { slettFeil } from '#lib/server/filimport/feil-repo.ts';
import { lesRader } from '#lib/server/filimport/filrader.ts';
import { finnImport, flytt, type Import, innholdAv, meldFremdrift, slettInnhold } from '#lib/server/filimport/import-repo.ts';
import type { Importor, Innpasser } from '#lib/server/filimport/importor.ts';
import { kopier, kopilinje } from '#lib/server/filimport/kopi.ts';
import { lagFeilskriver, lagRadleser, type Lesning } from '#lib/server/filimport/les-import.ts';
import { UlesbartRegneark } from '#lib/server/filimport/xlsx-zip.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import { sql } from '#lib/server/sql.ts';
import { Angre, lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

const TABELL = 'filimport_rader';
const MELD_HVER = 2_000_000;

type Innpassende = Importor & { readonly innpass: Innpasser };
type Lesesett = { readonly lesning: Lesning; readonly biter: AsyncGenerator<string>; readonly antallFeil: () => number };

/** The file as lines of COPY, read once. Faults are written on the way; a file with a person's number stops at once. */
function lagLesesett(hvem: Utforende, importor: Importor, imp: Import, kodelister: Awaited<ReturnType<Importor['kodelister']>>): Lesesett {
  const plan = lagPlan(importor.definisjon, imp.kartlegging ?? TOM_KARTLEGGING, imp.hode, kodelister);
  const skriver = lagFeilskriver(hvem, imp.id);
  let bit = '';
  const { les, lesning } = lagRadleser(plan, imp, skriver.legg, (rad, nummer) => {
    bit += kopilinje([nummer, ...importor.felt(rad)]);
  });
  async function* biter(): AsyncGenerator<string> {
    const hoderad = imp.format?.hoderad ?? 1;
    let meldt = 0;
    if (!imp.format) return;
    for await (const bunke of lesRader(innholdAv(hvem, imp), imp.format)) {
      for (const rad of bunke.rader) if (rad.nummer > hoderad) les(rad.celler, rad.nummer);
      if (lesning.personnummer) throw new Angre('PERSONNUMMER');
      if (bunke.apentSitat !== null) skriver.legg({ rad: bunke.apentSitat, kolonne: null, hode: null, grunn: 'APENT_SITAT', verdi: '' });
      if (skriver.full()) await skriver.tom();
      if (bit !== '') yield bit;
      bit = '';
      if (bunke.lest - meldt < MELD_HVER) continue;
      meldt = bunke.lest;
      await withKommune(hvem, (tx) => meldFremdrift(tx, imp.id, bunke.lest, bunke.av));
    }
    await skriver.tom();
  }
  return { lesning, biter: biter(), antallFeil: skriver.antall };
}

async function lesOgDom(hvem: Utforende, importor: Innpassende, imp: Import): Promise<void> {
  const sett = lagLesesett(hvem, importor, imp, await lesKommune(hvem, importor.kodelister));
  await withKommune(hvem, async (tx) => {
    await kopier(tx, TABELL, ['rad int', ...importor.kolonner], sett.biter);
    const { lesning } = sett;
    const fra = sett.antallFeil();
    const feil = fra + (await importor.innpass.les(tx, sql`filimport_rader`, imp, fra));
    const grunn = lesning.rader === 0 && feil === 0 ? 'INGEN_RADER' : imp.grunn;
    await flytt(tx, imp.id, ['LESER'], 'LEST', sql`grunn = ${grunn}, antall_rader = ${lesning.rader}, antall_hoppet = ${lesning.hoppet}, antall_feil = ${feil},
      forhandsvisning = ${JSON.stringify(lesning.vist)}, summer = '[]', utelatt = ${JSON.stringify([...lesning.utelatt.values()].toSorted((a, b) => b.antall - a.antall))}, gjort = av, bekreftet = null`);
  });
}

const harInnpass = (importor: Importor): importor is Innpassende => importor.innpass !== undefined;

/**
 * Reads a whole file once and judges every row against what is held: what each would do is kept until it is confirmed, and
 * nothing else is changed. Safe to call again: a reading that was cut off leaves nothing.
 */
export async function lesInnpasset(hvem: Utforende, importor: Importor, importId: number): Promise<void> {
  const imp = await withKommune(hvem, async (tx) => {
    await slettFeil(tx, importId);
    return finnImport(tx, importId);
  });
  if (imp?.status !== 'LESER' || !harInnpass(importor)) return;
  try {
    await lesOgDom(hvem, importor, imp);
  } catch (feil) {
    if (feil instanceof Angre && feil.verdi === 'PERSONNUMMER') {
      await withKommune(hvem, async (tx) => {
        await flytt(tx, importId, ['LESER'], 'AVVIST', sql`grunn = 'PERSONNUMMER'`);
        await slettInnhold(tx, importId);
      });
    } else if (feil instanceof UlesbartRegneark) await withKommune(hvem, (tx) => flytt(tx, importId, ['LESER'], 'FEILET', sql`grunn = 'SKADET_REGNEARK'`));
    else throw feil;
  }
}

/**
 * Does what was kept when the file was read: all of it or nothing, in one transaction. Where it no longer holds, the file is read
 * again and waits for a new confirmation. Safe to call again.
 */
export async function taInnInnpasset(hvem: Utforende, importor: Importor, importId: number): Promise<void> {
  if (!harInnpass(importor)) return;
  const slag = importor.definisjon.slag;
  try {
    await withKommune(hvem, async (tx) => {
      await tx.kjor(sql`select pg_advisory_xact_lock(hashtextextended(${`filimport:${tx.hvem.kommuneId}:${slag}`}, 0))`);
      const imp = await finnImport(tx, importId);
      if (imp?.status !== 'TAR_INN') return;
      const meld = async (gjort: number): Promise<void> => void (await withKommune(hvem, (t) => meldFremdrift(t, importId, gjort, imp.antallRader)));
      if (!(await importor.innpass.skriv(tx, imp, meld))) throw new Angre('ENDRET_SIDEN');
      await flytt(tx, importId, ['TAR_INN'], 'TATT_INN', sql`grunn = null, tatt_inn = ${naa()}, gjort = antall_rader, av = antall_rader`);
      await loggfor(tx, { handling: 'TATT_INN_FIL', objektType: 'filimport', objektId: importId, grunn: slag });
    });
  } catch (feil) {
    if (!(feil instanceof Angre)) throw feil;
    await withKommune(hvem, async (tx) => {
      await flytt(tx, importId, ['TAR_INN'], 'LESER', sql`grunn = ${String(feil.verdi)}, bekreftet = null, tatt_inn_av = null, gjort = 0, av = storrelse`);
      await bestillJobb(tx, { type: 'FILIMPORT', nokkel: `${importId}:LES:${crypto.randomUUID().slice(0, 8)}`, innhold: { importId, steg: 'LES' } });
    });
  }
}

/** Takes back what a file did, in one transaction. */
export async function angreInnpasset(hvem: Utforende, importor: Importor, importId: number, ga: boolean): Promise<void> {
  if (!harInnpass(importor)) return;
  await withKommune(hvem, async (tx) => {
    const imp = await finnImport(tx, importId);
    if (imp?.status === 'TATT_INN') await importor.innpass.angre(tx, imp, ga);
  });
}
