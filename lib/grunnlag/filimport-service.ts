import { nei, ok, type Result } from '#lib/core/result.ts';
import type { Filformat, Skilletegn, Tegnsett } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';
import type { Importbilde, Importhode } from '#lib/grunnlag/domain/filimport/importbilde.ts';
import { type Kartlegging, TOM_KARTLEGGING, verdinokkel } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import { TA_IKKE_MED } from '#lib/grunnlag/filimport-schema.ts';
import { finnFeil, type Filfeil } from '#lib/server/filimport/feil-repo.ts';
import { bekreftImport, endreFormat, forkastImport, fullforOpplasting, gjentaImport, kartlegg, type KanIkkeImportere, opprettImport, velgOmfang } from '#lib/server/filimport/filimport.ts';
import { finnImport, type Import } from '#lib/server/filimport/import-repo.ts';
import { hentImportbilde, hentImporthistorikk } from '#lib/server/filimport/importbilde.ts';
import type { Importor, Importorer } from '#lib/server/filimport/importor.ts';
import type { Omfang } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

type Svar<T> = Result<T, readonly KanIkkeImportere[]>;
const IKKE_HER = nei([{ grunn: 'ikkeHer' }] as const);
type Verdivalg = { readonly kodeliste: string; readonly verdi: string; readonly til: string };
type Formatvalg = { readonly importId: number; readonly hoderad: number; readonly tegnsett?: Tegnsett | undefined; readonly skilletegn?: Skilletegn | undefined; readonly ark?: string | undefined };

/** What a room's pages of imports do, for its own kinds of file. */
export function filimporttjeneste(importorer: Importorer) {
  const slagene = Object.keys(importorer);

  async function med<T>(tx: Tx, importId: number, arbeid: (importor: Importor, imp: Import) => Promise<Svar<T>>): Promise<Svar<T>> {
    const imp = await finnImport(tx, importId);
    const importor = imp ? importorer[imp.slag] : undefined;
    return imp && importor ? arbeid(importor, imp) : IKKE_HER;
  }

  async function startImport(tx: Tx, { slag, filnavn, storrelse }: { slag: string; filnavn: string; storrelse: number }): Promise<Svar<{ importId: number }>> {
    const importor = importorer[slag];
    return importor ? opprettImport(tx, importor, { filnavn, storrelse }) : IKKE_HER;
  }

  function sluttOpplasting(tx: Tx, importId: number): Promise<Svar<null>> {
    return med(tx, importId, (importor) => fullforOpplasting(tx, importor, importId));
  }

  function settKolonner(tx: Tx, importId: number, kolonner: Readonly<Record<string, string>>): Promise<Svar<null>> {
    return med(tx, importId, (importor, imp) => {
      const valgte = Object.fromEntries(Object.entries(kolonner).filter(([, navn]) => navn !== ''));
      return kartlegg(tx, importor, importId, { ...(imp.kartlegging ?? TOM_KARTLEGGING), kolonner: valgte });
    });
  }

  /** Adds what values mean to what was said before; a code that is not in its list is refused. */
  function settVerdier(tx: Tx, importId: number, valg: readonly Verdivalg[], hoppOver: readonly string[]): Promise<Svar<null>> {
    return med(tx, importId, async (importor, imp) => {
      const lister = await importor.kodelister(tx);
      const gammel = imp.kartlegging ?? TOM_KARTLEGGING;
      const verdier: Record<string, Record<string, string>> = Object.fromEntries(Object.entries(gammel.verdier).map(([n, v]) => [n, { ...v }]));
      for (const { kodeliste, verdi, til } of valg) {
        if (til === '') continue;
        if (til !== TA_IKKE_MED && !lister[kodeliste]?.valg.some((v) => v.verdi === til)) return nei([{ grunn: 'ukjentKode' }]);
        (verdier[kodeliste] ??= {})[verdinokkel(verdi)] = til === TA_IKKE_MED ? '' : til;
      }
      const ny: Kartlegging = { ...gammel, verdier, hoppOver: [...new Set([...gammel.hoppOver, ...hoppOver])].filter((n) => n in lister) };
      return kartlegg(tx, importor, importId, ny);
    });
  }

  /** Forgets every translation of values, saved ones too, and reads the file again. */
  function glemVerdier(tx: Tx, importId: number): Promise<Svar<null>> {
    return med(tx, importId, (importor, imp) => kartlegg(tx, importor, importId, { kolonner: imp.kartlegging?.kolonner ?? {}, verdier: {}, hoppOver: [] }));
  }

  function settFormat(tx: Tx, valg: Formatvalg): Promise<Svar<null>> {
    return med(tx, valg.importId, async (importor, imp) => {
      const gammelt = imp.format;
      if (!gammelt) return IKKE_HER;
      const nytt: Filformat =
        gammelt.type === 'CSV'
          ? { ...gammelt, hoderad: valg.hoderad, tegnsett: valg.tegnsett ?? gammelt.tegnsett, skilletegn: valg.skilletegn ?? gammelt.skilletegn }
          : { ...gammelt, hoderad: valg.hoderad, ark: gammelt.arkene.find((a) => a === valg.ark) ?? gammelt.ark };
      return endreFormat(tx, importor, imp.id, nytt);
    });
  }

  function settOmfang(tx: Tx, importId: number, omfang: Omfang): Promise<Svar<null>> {
    return med(tx, importId, (importor) => velgOmfang(tx, importor, importId, omfang));
  }

  function bekreft(tx: Tx, importId: number, merke: string): Promise<Svar<null>> {
    return med(tx, importId, (importor) => bekreftImport(tx, importor, importId, merke));
  }

  function forkast(tx: Tx, importId: number): Promise<Svar<null>> {
    return med(tx, importId, (importor) => forkastImport(tx, importor, importId));
  }

  function gjenta(tx: Tx, importId: number): Promise<Svar<{ importId: number }>> {
    return med(tx, importId, (importor) => gjentaImport(tx, importor, importId));
  }

  /** The page of an import; null when the kommune has no such import of these kinds. */
  async function visImport(tx: Tx, importId: number): Promise<Importbilde | null> {
    const svar = await med(tx, importId, async (importor, imp) => ok(await hentImportbilde(tx, importor, imp)));
    return svar.ok && svar.verdi.status !== 'FORKASTET' ? svar.verdi : null;
  }

  function visImporter(tx: Tx, antall: number, fra: number): Promise<{ importer: Importhode[]; antall: number }> {
    return hentImporthistorikk(tx, slagene, antall, fra);
  }

  /** Every fault of an import, by row; null when there is no such import. */
  async function visFeil(tx: Tx, importId: number, side: { antall: number; fra: number } | null): Promise<{ hode: Importhode; feil: Filfeil[] } | null> {
    const bilde = await visImport(tx, importId);
    return bilde ? { hode: bilde, feil: await finnFeil(tx, importId, side) } : null;
  }

  /** What a progress bar shows. */
  async function visImportfremdrift(tx: Tx, importId: number): Promise<{ gjort: number; totalt: number | null; tilstand: 'venter' | 'kjorer' | 'ferdig' | 'feilet' } | null> {
    const imp = await finnImport(tx, importId);
    if (!imp || !slagene.includes(imp.slag)) return null;
    const { gjort, av, status } = imp;
    if (status === 'FEILET' || status === 'AVVIST') return { gjort, totalt: av, tilstand: 'feilet' };
    const lest = status === 'LESER';
    if (!lest && status !== 'TAR_INN') return { gjort: av, totalt: av, tilstand: 'ferdig' };
    // Bytes are told as kilobytes, rows as rows.
    const mal = (n: number): number => (lest ? Math.ceil(n / 1024) : n);
    return gjort === 0 ? { gjort: 0, totalt: null, tilstand: 'kjorer' } : { gjort: mal(gjort), totalt: mal(av), tilstand: 'kjorer' };
  }
  return { startImport, sluttOpplasting, settKolonner, settVerdier, glemVerdier, settFormat, settOmfang, bekreft, forkast, gjenta, visImport, visImporter, visFeil, visImportfremdrift };
}
