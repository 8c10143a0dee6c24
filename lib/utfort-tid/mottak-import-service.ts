import { ansattliste, larAnsattnumre } from '#lib/grunnlag/ansattnummer-service.ts';
import { verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodeliste } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { merkForsteBesokSamlet } from '#lib/oppdrag/oppdrag-service.ts';
import { iDag, naa } from '#lib/server/clock.ts';
import type { Import } from '#lib/server/filimport/import-repo.ts';
import { type Importorer, lagImportor } from '#lib/server/filimport/importor.ts';
import { loggfor } from '#lib/server/logg.ts';
import { sql, type Sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { BESOK_IMPORT, sisteLasteDag } from '#lib/utfort-tid/domain/besok-import.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';
import { hentManederEtterArsslutt, naaMinutt } from '#lib/utfort-tid/las-service.ts';
import { delPaAnsatte, harAnsatte, settKjenteDeler } from '#lib/utfort-tid/ansattdel-repo.ts';
import { angreRader } from '#lib/utfort-tid/mottak-angre-repo.ts';
import { dom, findImportoppdrag, findMottakForFil, forberedMange, forsteBesokFra, harBlittLast, insertEndrede, insertMottak, insertNye, kjenteDager, KILDEKOLONNER, saveOppsummering, settMottaksstatus, skrivMottaksfeil, slettMottakForFil, tellRader } from '#lib/utfort-tid/mottak-repo.ts';

/** A phone's clock, and another system's, may be this much ahead. */
const KLOKKESLINGRING = 5;

/** An order by its number, or by its vedtak's where the vedtak has one order. */
async function oppdragsliste(tx: Tx): Promise<Kodeliste> {
  const per = new Map<string, string | null>();
  for (const { id, vedtakNummer } of await findImportoppdrag(tx)) {
    per.set(String(id), String(id));
    const nokkel = verdinokkel(vedtakNummer);
    per.set(nokkel, per.has(nokkel) ? null : String(id));
  }
  return { valg: [], finn: (tekst) => per.get(verdinokkel(tekst)) ?? null };
}

const NAVN: Readonly<Record<(typeof KATEGORIER)[number], readonly string[]>> = {
  BRUKERRETTET: ['Brukerrettet', 'Besøk', 'Direkte tid', 'Utført'],
  BOMTUR: ['Bomtur', 'Ikke hjemme', 'Avlyst ved døren'],
  REISE: ['Reise', 'Reisetid', 'Kjøring'],
  MOTE: ['Møte', 'Ansvarsgruppe'],
  DOKUMENTASJON: ['Dokumentasjon', 'Rapport', 'Journal'],
};
const KATEGORILISTE: Kodeliste = (() => {
  const per = new Map(KATEGORIER.flatMap((k) => [k, ...NAVN[k]].map((n) => [verdinokkel(n), k] as const)));
  return { valg: KATEGORIER.map((verdi) => ({ verdi, tekst: NAVN[verdi][0] ?? verdi })), finn: (tekst) => per.get(verdinokkel(tekst)) ?? null };
})();

/** The last day that is locked now, by the kommune's rule. */
export async function hentSisteLasteDag(tx: Tx): Promise<ReturnType<typeof sisteLasteDag>> {
  return sisteLasteDag(iDag(), await hentManederEtterArsslutt(tx, iDag()));
}

/** Gives each employee of the same visit a row of their own. Before the rows are judged. */
export async function skillAnsatte(tx: Tx, tabell: Sql): Promise<void> {
  if (!(await harAnsatte(tx, tabell))) return;
  const dager = await kjenteDager(tx, tabell);
  // Parts are known only where the id itself is.
  if (dager !== null) await settKjenteDeler(tx, tabell);
  await delPaAnsatte(tx, tabell, dager);
}

async function les(tx: Tx, tabell: Sql, imp: Import, fra: number): Promise<number> {
  await slettMottakForFil(tx, imp.id);
  await forberedMange(tx, await tellRader(tx, tabell));
  await skillAnsatte(tx, tabell);
  const hode = (nokkel: string): string | null => imp.kartlegging?.kolonner[nokkel] ?? null;
  const feil = await skrivMottaksfeil(tx, tabell, imp.id, fra, naaMinutt() + KLOKKESLINGRING, { kildeId: hode('kildeId'), start: hode('start') });
  if (fra + feil > 0) return feil;
  const mottakId = await insertMottak(tx, { kilde: 'IMPORT', filimportId: imp.id, klientId: null, nokkel: null, avtrykk: null });
  await dom(tx, tabell, mottakId, await hentSisteLasteDag(tx));
  await saveOppsummering(tx, mottakId);
  return 0;
}

/** Does what a delivery was judged to do; false when it no longer holds. */
export async function taInnMottak(tx: Tx, mottakId: number, kilde: 'IMPORT' | 'API', meld: (gjort: number) => Promise<void>): Promise<boolean> {
  if (await harBlittLast(tx, mottakId, await hentSisteLasteDag(tx))) return false;
  if (!(await insertNye(tx, mottakId, kilde, meld)) || !(await insertEndrede(tx, mottakId, kilde))) return false;
  await merkForsteBesokSamlet(tx, forsteBesokFra(tx, mottakId));
  return true;
}

async function skriv(tx: Tx, imp: Import, meld: (gjort: number) => Promise<void>): Promise<boolean> {
  const mottak = await findMottakForFil(tx, imp.id);
  if (mottak?.status !== 'LEST') return false;
  await forberedMange(tx, imp.antallRader);
  if (!(await taInnMottak(tx, mottak.id, 'IMPORT', meld))) return false;
  await larAnsattnumre(tx, imp.kartlegging?.verdier['ansatt'] ?? {}, imp.opprettetAvId);
  return settMottaksstatus(tx, mottak.id, 'LEST', 'TATT_INN');
}

async function angre(tx: Tx, imp: Import, ga: boolean): Promise<void> {
  const mottak = await findMottakForFil(tx, imp.id);
  if (mottak?.status !== 'ANGRER') return;
  if (ga) await settMottaksstatus(tx, mottak.id, 'ANGRER', 'TATT_INN', sql`angret_av = null`);
  else await angreMottak(tx, mottak.id, imp.antallRader);
}

/** Takes a delivery back, and keeps what that did with it. The account that asked stands on it already. */
export async function angreMottak(tx: Tx, mottakId: number, antall: number): Promise<void> {
  await forberedMange(tx, antall);
  const resultat = await angreRader(tx, mottakId, await hentSisteLasteDag(tx));
  await settMottaksstatus(tx, mottakId, 'ANGRER', 'ANGRET', sql`angret = ${naa()}, angreresultat = ${JSON.stringify(resultat)}`);
  await loggfor(tx, { handling: 'ANGRET_LEVERANSE', objektType: 'besok_mottak', objektId: mottakId });
}

const aldri = (): never => {
  throw new Error('besøk passes inn, de erstatter ikke');
};

/** Files of visits from other systems. */
export const BESOKSIMPORTER: Importorer = {
  BESOK: lagImportor({
    definisjon: BESOK_IMPORT,
    kodelister: async (tx) => ({ oppdrag: await oppdragsliste(tx), kategori: KATEGORILISTE, ansatt: await ansattliste(tx) }),
    kolonner: KILDEKOLONNER,
    felt: (r) => [r.system, r.kildeId, r.oppdragId, r.dato, r.startMinutt, r.minutter, r.planlagtMinutter, r.kategori, r.tekst, r.ansattId],
    holdt: aldri,
    skriv: aldri,
    innpass: { les, skriv, angre },
  }),
};
