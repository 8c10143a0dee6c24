import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import type { Omfang } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import { DELSTORRELSE, KAN_FORKASTES, KAN_KARTLEGGES, MAKS_FIL } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import { foreslaKartlegging, type Kartlegging, manglendeKolonner } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { avtrykk, gjenkjennFil, lesHoder } from '#lib/server/filimport/gjenkjenn-fil.ts';
import type { Innhold } from '#lib/server/filimport/filrader.ts';
import { finnDel, finnImport, finnLagretKartlegging, flytt, type Import, innholdAv, lagreKartlegging, nyAvTidligere, nyImport, ryddAvbrutte, skrivDel, slettInnhold } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { forskjellFor, forskjellsmerke } from '#lib/server/filimport/ta-inn.ts';
import { bestillJobb } from '#lib/server/jobb/jobb.ts';
import { loggfor } from '#lib/server/logg.ts';
import { sql } from '#lib/server/sql.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

/** Why a step of an import is refused: `grunn` is a key under `avslag` in the room's texts. */
export type KanIkkeImportere = { readonly grunn: string; readonly felt?: string; readonly verdier?: Readonly<Record<string, string | number>> };
type Svar<T> = Result<T, readonly KanIkkeImportere[]>;

const avslag = (grunn: string, verdier?: Readonly<Record<string, string | number>>): Svar<never> => nei([{ grunn, ...(verdier ? { verdier } : {}) }]);

async function finnMed(tx: Tx, importor: Importor, id: number, statuser: readonly string[]): Promise<Import | null> {
  const imp = await finnImport(tx, id);
  return imp?.slag === importor.definisjon.slag && statuser.includes(imp.status) ? imp : null;
}

function bestill(tx: Tx, importId: number, steg: 'LES' | 'TA_INN'): Promise<number | null> {
  return bestillJobb(tx, { type: 'FILIMPORT', nokkel: `${importId}:${steg}:${crypto.randomUUID().slice(0, 8)}`, innhold: { importId, steg } });
}

/** A file begins to arrive. */
export async function opprettImport(tx: Tx, importor: Importor, fil: { filnavn: string; storrelse: number }): Promise<Svar<{ importId: number }>> {
  if (fil.storrelse === 0) return avslag('filTOM');
  if (fil.storrelse > MAKS_FIL) return avslag('forStor', { mb: Math.ceil(fil.storrelse / 1_048_576), maks: MAKS_FIL / 1_048_576 });
  await ryddAvbrutte(tx);
  return ok({ importId: await nyImport(tx, importor.definisjon.slag, fil.filnavn, fil.storrelse) });
}

/** A piece of the file. The same piece may come twice. */
export async function taImotDel(tx: Tx, del: { importId: number; nummer: number; innhold: Buffer }): Promise<Svar<null>> {
  const imp = await finnImport(tx, del.importId);
  if (imp?.status !== 'LASTER_OPP' || imp.opprettetAvId !== tx.hvem.kontoId) return avslag('ikkeHer');
  if (del.nummer * DELSTORRELSE + del.innhold.length > imp.storrelse || del.innhold.length > DELSTORRELSE) return avslag('ufullstendig');
  await skrivDel(tx, del.importId, del.nummer, del.innhold);
  return ok(null);
}

/** All pieces are here: the format is recognised, and with a saved mapping that fits, the reading starts at once. */
export async function fullforOpplasting(tx: Tx, importor: Importor, importId: number): Promise<Svar<null>> {
  const imp = await finnMed(tx, importor, importId, ['LASTER_OPP']);
  if (!imp) return avslag('ikkeHer');
  const innhold = innholdITransaksjon(tx, imp);
  const { hash, storrelse, utf8, start } = await avtrykk(innhold);
  if (storrelse !== imp.storrelse) return avslag('ufullstendig');
  const lest = await gjenkjennFil(innhold, importor.definisjon.kolonner, start, utf8);
  if (!lest.ok) {
    await slettInnhold(tx, importId);
    await flytt(tx, importId, ['LASTER_OPP'], 'AVVIST', sql`grunn = ${lest.feil}, hash = ${hash}`);
    return ok(null);
  }
  const { format, hode, eksempler } = lest.verdi;
  const lagret = await finnLagretKartlegging(tx, importor.definisjon.slag);
  const kartlegging = foreslaKartlegging(importor.definisjon, hode, lagret);
  // Known columns need no second look: the preview shows how they are understood.
  const kjent = lagret !== null && importor.definisjon.kolonner.every((k) => lagret.kolonner[k.nokkel] === kartlegging.kolonner[k.nokkel]) && manglendeKolonner(importor.definisjon, kartlegging, hode).length === 0;
  await flytt(tx, importId, ['LASTER_OPP'], kjent ? 'LESER' : 'LASTET', sql`hash = ${hash}, format = ${JSON.stringify(format)}, hode = ${hode}, forhandsvisning = ${JSON.stringify(eksempler)}, kartlegging = ${JSON.stringify(kartlegging)}, gjort = 0, av = storrelse`);
  if (kjent) await bestill(tx, importId, 'LES');
  await loggfor(tx, { handling: 'LASTET_OPP_FIL', objektType: 'filimport', objektId: importId, grunn: importor.definisjon.slag });
  return ok(null);
}

/** The pieces as this transaction sees them, one at a time: a large file is never held whole. */
function innholdITransaksjon(tx: Tx, { id, storrelse }: Import): Innhold {
  return {
    storrelse,
    async *biter() {
      for (let nummer = 0; ; nummer += 1) {
        const del = await finnDel(tx, id, nummer);
        if (del === null) return;
        yield del;
      }
    },
  };
}

/** Another way to read the file: its encoding, separator, sheet or heading row. The headings are found anew. */
export async function endreFormat(tx: Tx, importor: Importor, importId: number, format: Filformat): Promise<Svar<null>> {
  const imp = await finnMed(tx, importor, importId, KAN_KARTLEGGES);
  if (!imp?.format || imp.format.type !== format.type) return avslag('ikkeHer');
  const lest = await lesHoder(innholdAv({ ...tx.hvem, rolle: 'system' }, imp), format);
  if (lest === null) return avslag('ingenHoderad', { rad: format.hoderad });
  const kartlegging = foreslaKartlegging(importor.definisjon, lest.hode, imp.kartlegging);
  await flytt(tx, importId, KAN_KARTLEGGES, 'LASTET', sql`grunn = null, format = ${JSON.stringify(format)}, hode = ${lest.hode}, forhandsvisning = ${JSON.stringify(lest.eksempler)}, antall_feil = 0, antall_rader = 0,
    kartlegging = ${JSON.stringify(kartlegging)}`);
  return ok(null);
}

/** Says which columns and values mean what, saves it for the next file, and reads the file. */
export async function kartlegg(tx: Tx, importor: Importor, importId: number, kartlegging: Kartlegging): Promise<Svar<null>> {
  const imp = await finnMed(tx, importor, importId, KAN_KARTLEGGES);
  if (!imp) return avslag('ikkeHer');
  const mangler = manglendeKolonner(importor.definisjon, kartlegging, imp.hode);
  if (mangler.length > 0) return nei(mangler.map((nokkel) => ({ grunn: 'manglerKolonne', felt: `kolonner.${nokkel}` })));
  const brukt = Object.values(kartlegging.kolonner).filter((k) => k !== '');
  if (new Set(brukt).size !== brukt.length) return avslag('kolonneToGanger');
  await lagreKartlegging(tx, imp.slag, kartlegging);
  await flytt(tx, importId, KAN_KARTLEGGES, 'LESER', sql`grunn = null, kartlegging = ${JSON.stringify(kartlegging)}, gjort = 0, av = storrelse, bekreftet = null`);
  await bestill(tx, importId, 'LES');
  return ok(null);
}

/** Whole months, or only the units in the file. Nothing is read again: the sums are there. */
export async function velgOmfang(tx: Tx, importor: Importor, importId: number, omfang: Omfang): Promise<Svar<null>> {
  const imp = await finnMed(tx, importor, importId, ['LEST']);
  if (!imp) return avslag('ikkeHer');
  await flytt(tx, importId, ['LEST'], 'LEST', sql`omfang = ${omfang}, grunn = null`);
  return ok(null);
}

/** Confirms the difference that was shown (`merke`), and orders the file to be taken in. */
export async function bekreftImport(tx: Tx, importor: Importor, importId: number, merke: string): Promise<Svar<null>> {
  const imp = await finnMed(tx, importor, importId, ['LEST']);
  if (!imp) return avslag('ikkeHer');
  if (imp.antallFeil > 0) return avslag('harFeil', { antall: imp.antallFeil });
  if (imp.antallRader === 0) return avslag('ingenRader');
  if (forskjellsmerke(await forskjellFor(tx, importor, imp), imp) !== merke) return avslag('endretSiden');
  const flyttet = await flytt(tx, importId, ['LEST'], 'TAR_INN', sql`grunn = null, bekreftet = ${merke}, tatt_inn_av = ${tx.hvem.kontoId}, gjort = 0, av = antall_rader`);
  if (flyttet === 0) return avslag('ikkeHer');
  await bestill(tx, importId, 'TA_INN');
  await loggfor(tx, { handling: 'BEKREFT_IMPORT', objektType: 'filimport', objektId: importId, grunn: imp.slag });
  return ok(null);
}

/** Gives a file up; its content goes. */
export async function forkastImport(tx: Tx, importor: Importor, importId: number): Promise<Svar<null>> {
  const imp = await finnMed(tx, importor, importId, KAN_FORKASTES);
  if (!imp || (await flytt(tx, importId, KAN_FORKASTES, 'FORKASTET')) === 0) return avslag('ikkeHer');
  await slettInnhold(tx, importId);
  await loggfor(tx, { handling: 'FORKAST_IMPORT', objektType: 'filimport', objektId: importId, grunn: imp.slag });
  return ok(null);
}

/** Takes an earlier file in again: the way back after a wrong one. It is read anew and shown before anything is changed. */
export async function gjentaImport(tx: Tx, importor: Importor, importId: number): Promise<Svar<{ importId: number }>> {
  const imp = await finnMed(tx, importor, importId, ['TATT_INN']);
  const ny = imp ? await nyAvTidligere(tx, importId) : null;
  if (ny === null) return avslag('ikkeHer');
  await bestill(tx, ny, 'LES');
  return ok({ importId: ny });
}
