import { harPersonnummer } from '#lib/grunnlag/domain/filimport/personnummer.ts';
import type { Celle } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import { lagSummering } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import { TOM_KARTLEGGING } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { erTomRad, lagPlan, type Leseplan, tolkRad } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { visVerdier } from '#lib/grunnlag/domain/filimport/vis-verdier.ts';
import { type Filfeil, skrivFeil, slettFeil } from '#lib/server/filimport/feil-repo.ts';
import { lesRader } from '#lib/server/filimport/filrader.ts';
import { finnImport, flytt, type Forhandsrad, type Import, innholdAv, meldFremdrift, slettInnhold } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { UlesbartRegneark } from '#lib/server/filimport/xlsx-zip.ts';
import { sql } from '#lib/server/sql.ts';
import { lesKommune, type Utforende, withKommune } from '#lib/server/transaksjon.ts';

const FORHANDSVIS = 20;
const FEILBUNKE = 5_000;
const MAKS_UTELATT = 500;
const MELD_HVER = 2_000_000;

/** What one reading of a file gathers. */
export type Lesning = { rader: number; hoppet: number; feil: number; personnummer: boolean; vist: Forhandsrad[]; utelatt: Map<string, { kodeliste: string; verdi: string; antall: number }> };

/** Faults are written as they gather, so that a file full of them is not held in memory. */
export function lagFeilskriver(hvem: Utforende, id: number) {
  let bunke: Filfeil[] = [];
  let skrevet = 0;
  const tom = async (): Promise<void> => {
    const [denne, fra] = [bunke, skrevet];
    bunke = [];
    skrevet += denne.length;
    if (denne.length > 0) await withKommune(hvem, (tx) => skrivFeil(tx, id, fra, denne));
  };
  return { legg: (feil: Filfeil) => bunke.push(feil), antall: () => skrevet + bunke.length, full: () => bunke.length >= FEILBUNKE, tom };
}

/** Rows left out are counted per value, so that the choice can be seen; beyond so many values they are counted as one. */
function utelat(lesning: Lesning, kodeliste: string, verdi: string): void {
  lesning.hoppet += 1;
  const nokkel = lesning.utelatt.size < MAKS_UTELATT ? verdi : '…';
  const her = lesning.utelatt.get(`${kodeliste}|${nokkel}`);
  if (her) her.antall += 1;
  else lesning.utelatt.set(`${kodeliste}|${nokkel}`, { kodeliste, verdi: nokkel, antall: 1 });
}

type Radleser = { les(celler: readonly Celle[], nummer: number): void; readonly lesning: Lesning };

export function lagRadleser(plan: Leseplan<unknown>, imp: Import, legg: (feil: Filfeil) => void, tell: (rad: unknown, nummer: number) => void): Radleser {
  const lesning: Lesning = { rader: 0, hoppet: 0, feil: 0, personnummer: false, vist: [], utelatt: new Map() };
  const sett = new Set<string>();
  const tall = new Set(plan.ledd.filter((l) => ['belop', 'desimal', 'heltall', 'timer'].includes(l.kolonne.type)).map((l) => l.plass));
  const hodeFor = (kolonne: string | null): string | null => (kolonne === null ? null : (imp.kartlegging?.kolonner[kolonne] ?? null));
  const feil = (nummer: number, kolonne: string | null, hode: string | null, grunn: string, verdi: string): void => {
    lesning.feil += 1;
    legg({ rad: nummer, kolonne, hode, grunn, verdi: verdi.replaceAll('\0', '') });
  };
  const les = (celler: readonly Celle[], nummer: number): void => {
    if (erTomRad(celler)) return;
    const plass = celler.findIndex((c, i) => !tall.has(i) && harPersonnummer(c));
    if (plass !== -1) {
      lesning.personnummer = true;
      // The number itself is never kept.
      feil(nummer, null, imp.hode[plass] ?? null, 'PERSONNUMMER', '•••••••••••');
      return;
    }
    const tolket = tolkRad(plan, celler);
    if (tolket.utfall === 'HOPP') utelat(lesning, tolket.kodeliste, tolket.verdi);
    else if (tolket.utfall === 'FEIL') for (const f of tolket.feil) feil(nummer, f.kolonne, hodeFor(f.kolonne), f.grunn, f.verdi);
    else {
      const nokkel = plan.definisjon.unik?.(tolket.rad);
      if (nokkel !== undefined && sett.size === sett.add(nokkel).size) return feil(nummer, null, null, 'DUPLIKAT', '');
      lesning.rader += 1;
      tell(tolket.rad, nummer);
      if (lesning.vist.length < FORHANDSVIS) lesning.vist.push({ rad: nummer, celler: visVerdier(plan, celler) });
    }
  };
  return { les, lesning };
}

async function lesAlt(hvem: Utforende, importor: Importor, imp: Import): Promise<{ lesning: Lesning; summer: ReturnType<typeof lagSummering> }> {
  const kodelister = await lesKommune(hvem, importor.kodelister);
  const plan = lagPlan(importor.definisjon, imp.kartlegging ?? TOM_KARTLEGGING, imp.hode, kodelister);
  const skriver = lagFeilskriver(hvem, imp.id);
  const summer = lagSummering();
  const { les, lesning } = lagRadleser(plan, imp, skriver.legg, (rad) => summer.tell(importor.definisjon.mal(rad)));
  const hoderad = imp.format?.hoderad ?? 1;
  let meldt = 0;
  if (!imp.format) return { lesning, summer };
  for await (const bunke of lesRader(innholdAv(hvem, imp), imp.format)) {
    for (const rad of bunke.rader) if (rad.nummer > hoderad) les(rad.celler, rad.nummer);
    if (bunke.apentSitat !== null) {
      lesning.feil += 1;
      skriver.legg({ rad: bunke.apentSitat, kolonne: null, hode: null, grunn: 'APENT_SITAT', verdi: '' });
    }
    if (skriver.full()) await skriver.tom();
    if (bunke.lest - meldt >= MELD_HVER) {
      meldt = bunke.lest;
      await withKommune(hvem, (tx) => meldFremdrift(tx, imp.id, bunke.lest, bunke.av));
    }
  }
  await skriver.tom();
  return { lesning, summer };
}

/**
 * Reads a whole file: every fault is noted, what it holds is added up, and nothing else is changed. A file with a person's
 * number is refused and its content deleted at once. Safe to call again.
 */
export async function lesImport(hvem: Utforende, importor: Importor, importId: number): Promise<void> {
  const imp = await withKommune(hvem, async (tx) => {
    await slettFeil(tx, importId);
    return finnImport(tx, importId);
  });
  if (imp?.status !== 'LESER') return;
  try {
    const { lesning, summer } = await lesAlt(hvem, importor, imp);
    const tomt = lesning.rader === 0 && lesning.feil === 0;
    await withKommune(hvem, async (tx) => {
      const status = lesning.personnummer ? 'AVVIST' : 'LEST';
      const grunn = lesning.personnummer ? 'PERSONNUMMER' : tomt ? 'INGEN_RADER' : null;
      await flytt(tx, importId, ['LESER'], status, sql`grunn = ${grunn}, antall_rader = ${lesning.rader}, antall_hoppet = ${lesning.hoppet}, antall_feil = ${lesning.feil},
        forhandsvisning = ${JSON.stringify(lesning.vist)}, summer = ${JSON.stringify(summer.summer())}, utelatt = ${JSON.stringify([...lesning.utelatt.values()].toSorted((a, b) => b.antall - a.antall))}, gjort = av, bekreftet = null`);
      if (lesning.personnummer) await slettInnhold(tx, importId);
    });
  } catch (feil) {
    if (!(feil instanceof UlesbartRegneark)) throw feil;
    await withKommune(hvem, (tx) => flytt(tx, importId, ['LESER'], 'FEILET', sql`grunn = 'SKADET_REGNEARK'`));
  }
}
