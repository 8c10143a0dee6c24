import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { foreslaKartlegging, manglendeKolonner } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { DELSTORRELSE } from '#lib/grunnlag/domain/filimport/importstatus.ts';
import type { Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import { avtrykk, gjenkjennFil } from '#lib/server/filimport/gjenkjenn-fil.ts';
import type { Innhold } from '#lib/server/filimport/filrader.ts';
import { loggfor } from '#lib/server/logg.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Sprak } from '#lib/server/sprak/sprak.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { iDag } from '#lib/server/clock.ts';
import { REGISTER_IMPORT } from '#lib/oppdrag/domain/register-import.ts';
import { lesOgDom } from '#lib/oppdrag/register-dom-service.ts';
import { taInnRader } from '#lib/oppdrag/register-inntak-service.ts';
import * as repo from '#lib/oppdrag/register-import-repo.ts';
import type { RegisterKolonnerData, RegisterOrdData } from '#lib/oppdrag/register-import-schema.ts';
import type { Registerhode, Registerside } from '#lib/oppdrag/register-import-view.ts';

type Svar<T> = Promise<Result<T, readonly Avslag[]>>;
const MAKS_FIL = 10 * 1_048_576;
const RYDDLISTE = 500;
const IKKE_HER: Result<never, readonly Avslag[]> = nei([{ grunn: 'ikkeHer' }]);

/** A file begins to arrive. Its numbers are what it is for: only this kind takes them, and only the purchaser sees it. */
export async function startRegister(tx: Tx, fil: { filnavn: string; storrelse: number }): Svar<{ importId: number }> {
  if (fil.storrelse === 0) return nei([{ grunn: 'tomFil' }]);
  if (fil.storrelse > MAKS_FIL) return nei([{ grunn: 'forStor', verdier: { mb: MAKS_FIL / 1_048_576 } }]);
  return ok({ importId: await repo.insertImport(tx, fil.filnavn, fil.storrelse) });
}

/** A piece of it. The same piece may come twice. */
export async function taImotRegisterdel(tx: Tx, del: { importId: number; nummer: number; innhold: Buffer }): Svar<null> {
  const imp = await repo.findImport(tx, del.importId);
  if (imp?.status !== 'LASTER_OPP' || imp.opprettetAv !== tx.hvem.kontoId) return IKKE_HER;
  if (del.nummer * DELSTORRELSE + del.innhold.length > imp.storrelse) return nei([{ grunn: 'ufullstendig' }]);
  await repo.upsertDel(tx, del.importId, del.nummer, del.innhold);
  return ok(null);
}

function somInnhold(buffer: Buffer): Innhold {
  return { storrelse: buffer.length, biter: async function* () { yield buffer; } };
}

/** All of it is here: recognised, mapped as the last time, and judged. Nothing is changed yet. */
export async function sluttRegister(tx: Tx, { importId }: { importId: number }): Svar<null> {
  const imp = await repo.findImport(tx, importId, true);
  if (imp?.status !== 'LASTER_OPP' || imp.opprettetAv !== tx.hvem.kontoId) return IKKE_HER;
  const innhold = somInnhold(await repo.findInnhold(tx, importId));
  if (innhold.storrelse !== imp.storrelse) return nei([{ grunn: 'ufullstendig' }]);
  const { hash, utf8, start } = await avtrykk(innhold);
  const lest = await gjenkjennFil(innhold, REGISTER_IMPORT.kolonner, start, utf8);
  if (!lest.ok) return nei([{ grunn: 'ulesbar' }]);
  const siste = await repo.findSisteKartlegging(tx);
  const { format, hode } = lest.verdi;
  const { kolonner } = foreslaKartlegging(REGISTER_IMPORT, hode, { kolonner: siste.kolonner ?? {}, verdier: {}, hoppOver: [] });
  return dom(tx, importId, { sha256: hash, format, hode, kartlegging: { kolonner, verdier: siste.verdier ?? {} } }, innhold);
}

type Grunnlag = { sha256: string | null; format: Filformat; hode: string[]; kartlegging: { kolonner: Record<string, string>; verdier: Record<string, Record<string, string>> } };

async function dom(tx: Tx, importId: number, g: Grunnlag, innhold: Innhold): Svar<null> {
  const mangler = manglendeKolonner(REGISTER_IMPORT, { ...g.kartlegging, hoppOver: [] }, g.hode);
  if (mangler.length > 0) {
    await repo.replaceRader(tx, importId, []);
    await repo.updateLest(tx, importId, { ...g, tall: { manglerKolonner: mangler } });
    return ok(null);
  }
  const domt = await lesOgDom(tx, innhold, g.format, g.hode, g.kartlegging);
  if (!domt.ok) return domt;
  await repo.replaceRader(tx, importId, domt.verdi.rader);
  await repo.updateLest(tx, importId, { ...g, tall: domt.verdi.tall });
  return ok(null);
}

async function medFil(tx: Tx, importId: number, endre: (k: Grunnlag['kartlegging']) => Grunnlag['kartlegging']): Svar<null> {
  const imp = await repo.findImport(tx, importId, true);
  if (imp?.status !== 'LEST') return IKKE_HER;
  const kartlegging = endre({ kolonner: imp.kartlegging.kolonner ?? {}, verdier: imp.kartlegging.verdier ?? {} });
  return dom(tx, importId, { sha256: null, format: imp.format as Filformat, hode: imp.hode, kartlegging }, somInnhold(await repo.findInnhold(tx, importId)));
}

/** Which heading is which column; the file is read again. */
export function settRegisterkolonner(tx: Tx, { importId, kolonner }: RegisterKolonnerData): Svar<null> {
  const kjente = new Set(REGISTER_IMPORT.kolonner.map((k) => k.nokkel));
  return medFil(tx, importId, (k) => ({ ...k, kolonner: Object.fromEntries(Object.entries(kolonner).filter(([nokkel, navn]) => kjente.has(nokkel) && navn !== '')) }));
}

/** What the file's own words for services and units mean here; the file is judged again. */
export function settRegisterord(tx: Tx, { importId, ord, valg }: RegisterOrdData): Svar<null> {
  return medFil(tx, importId, (k) => {
    const verdier: Record<string, Record<string, string>> = { tjeneste: { ...k.verdier['tjeneste'] }, enhet: { ...k.verdier['enhet'] } };
    ord.forEach((o, i) => {
      const til = valg[`o${i}`];
      if (til) (verdier[o.liste] ??= {})[o.ord] = til;
    });
    return { ...k, verdier };
  });
}

/** Takes in what is whole, judged anew against what is here now; the rest stays as the list to mend. */
export async function taInnRegister(tx: Tx, { importId }: { importId: number }): Svar<{ importId: number }> {
  const imp = await repo.findImport(tx, importId, true);
  if (imp?.status !== 'LEST' || (imp.tall.manglerKolonner ?? []).length > 0) return IKKE_HER;
  const kartlegging = { kolonner: imp.kartlegging.kolonner ?? {}, verdier: imp.kartlegging.verdier ?? {} };
  const domt = await lesOgDom(tx, somInnhold(await repo.findInnhold(tx, importId)), imp.format as Filformat, imp.hode, kartlegging);
  if (!domt.ok) return domt;
  const { rader, tall } = await taInnRader(tx, domt.verdi.rader);
  await repo.replaceRader(tx, importId, rader);
  await repo.closeImport(tx, importId, 'TATT_INN', tall);
  await loggfor(tx, { handling: 'TOK_INN_REGISTER', objektType: 'registerimport', objektId: importId, grunn: `${tall.NY} nye, ${tall.ENDRET} endret, ${tall.RETTES} rettes` });
  return ok({ importId });
}

export async function forkastRegister(tx: Tx, { importId }: { importId: number }): Svar<null> {
  const imp = await repo.findImport(tx, importId, true);
  if (imp === null || imp.status === 'TATT_INN') return IKKE_HER;
  await repo.closeImport(tx, importId, 'FORKASTET', {});
  return ok(null);
}

export function hentRegisterimporter(tx: Tx): Promise<Registerhode[]> {
  return repo.findImporter(tx);
}

/** The page of an import; null when there is none. */
export async function hentRegisterimport(tx: Tx, importId: number, sprak: Sprak): Promise<Registerside | null> {
  const imp = await repo.findImport(tx, importId);
  if (imp === null || (imp.status !== 'LEST' && imp.status !== 'TATT_INN')) return null;
  const idag = iDag();
  return {
    ...imp,
    kolonner: imp.kartlegging.kolonner ?? {},
    rydd: await repo.findRyddliste(tx, importId, RYDDLISTE),
    ukjente: imp.status === 'LEST' ? await repo.findUkjenteOrd(tx, importId) : [],
    valg: { tjeneste: (await repo.findTjenester(tx, idag)).map((t) => ({ verdi: t.kode, tekst: t[sprak] })), enhet: (await repo.findEnheter(tx, idag)).map((e) => ({ verdi: String(e.id), tekst: e.navn })) },
  };
}
