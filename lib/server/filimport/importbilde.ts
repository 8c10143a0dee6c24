import { formatDato } from '#lib/core/format.ts';
import { lokalTidVed } from '#lib/core/oslo-tid.ts';
import { parseManed } from '#lib/core/maned.ts';
import type { Forskjellslinje } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import type { Forskjellsbilde, Importbilde, Importhode, Merket, Ukjentverdi } from '#lib/grunnlag/domain/filimport/importbilde.ts';
import { TOM_KARTLEGGING } from '#lib/grunnlag/domain/filimport/kartlegging.ts';
import type { Kodelister } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import { finnFeilgrupper, finnUkjente } from '#lib/server/filimport/feil-repo.ts';
import { finnImporter, finnLik, type Import, tellImporter } from '#lib/server/filimport/import-repo.ts';
import type { Importor } from '#lib/server/filimport/importor.ts';
import { forskjellFor, forskjellsmerke } from '#lib/server/filimport/ta-inn.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

const VISTE_GRUPPER = 50;
const VISTE_UKJENTE = 200;
const VISTE_LINJER = 200;

function merket(av: string | null, tid: Date): Merket {
  const lokal = lokalTidVed(tid.getTime());
  return { av: av ?? '–', tid: `${formatDato(lokal.slice(0, 10) as Parameters<typeof formatDato>[0])} kl. ${lokal.slice(11, 16).replace(':', '.')}` };
}

function hodet(imp: Import): Importhode {
  const { id, slag, filnavn, storrelse, hash, status, grunn, antallRader, antallHoppet, antallFeil } = imp;
  return {
    id, slag, filnavn, storrelse, hash, status, grunn, antallRader, antallHoppet, antallFeil,
    lastetOpp: merket(imp.opprettetAv, imp.opprettet),
    tattInn: imp.tattInn ? merket(imp.tattInnAv, imp.tattInn) : null,
  };
}

/** A page of the history of imports of some kinds, newest first. */
export async function hentImporthistorikk(tx: Tx, slag: readonly string[], antall: number, fra: number): Promise<{ importer: Importhode[]; antall: number }> {
  return { importer: (await finnImporter(tx, slag, antall, fra)).map(hodet), antall: await tellImporter(tx, slag) };
}

function forskjellsbilde(linjer: readonly Forskjellslinje[], imp: Import, kodelister: Kodelister): Forskjellsbilde {
  const navn = new Map((kodelister['enhet']?.valg ?? []).map((v) => [v.verdi, v.tekst]));
  const sum = (felt: 'for' | 'etter'): number => linjer.reduce((s, l) => s + (l[felt] ?? 0), 0);
  const perioder = linjer.map((l) => l.periode).toSorted();
  // What changes is what is looked for.
  const ordnet = linjer.toSorted((a, b) => Number(b.forskjell !== 0) - Number(a.forskjell !== 0));
  return {
    for: sum('for'), etter: sum('etter'), forskjell: sum('etter') - sum('for'),
    antall: linjer.length,
    endrede: linjer.filter((l) => l.forskjell !== 0 || l.for === null || l.etter === null).length,
    fra: parseManed(perioder[0] ?? ''),
    til: parseManed(perioder.at(-1) ?? ''),
    linjer: ordnet.slice(0, VISTE_LINJER).map((l) => ({ ...l, navn: navn.get(l.del) ?? l.del })),
    merke: forskjellsmerke(linjer, imp),
  };
}

async function ukjenteVerdier(tx: Tx, importor: Importor, imp: Import): Promise<Ukjentverdi[]> {
  const liste = new Map(importor.definisjon.kolonner.map((k) => [k.nokkel, k.kodeliste]));
  return (await finnUkjente(tx, imp.id, VISTE_UKJENTE)).flatMap((u) => {
    const kodeliste = liste.get(u.kolonne);
    return kodeliste === undefined ? [] : [{ kodeliste, verdi: u.verdi, antall: u.antall }];
  });
}

/** Everything the page of an import shows. */
export async function hentImportbilde(tx: Tx, importor: Importor, imp: Import): Promise<Importbilde> {
  const kodelister = await importor.kodelister(tx);
  const tekst = new Map(importor.definisjon.kolonner.flatMap((k) => (k.kodeliste === undefined ? [] : [[k.nokkel, new Map(kodelister[k.kodeliste]?.valg.map((v) => [v.verdi, v.tekst]))]])));
  const lest = imp.status === 'LEST';
  const [lik, feilgrupper, ukjente] = [imp.hash ? await finnLik(tx, imp) : null, await finnFeilgrupper(tx, imp.id, VISTE_GRUPPER), await ukjenteVerdier(tx, importor, imp)];
  return {
    ...hodet(imp),
    maleenhet: importor.definisjon.maleenhet,
    delnavn: importor.definisjon.delnavn ?? 'enhet',
    format: imp.format,
    hode: imp.hode,
    kolonner: importor.definisjon.kolonner.map(({ nokkel, pakrevd, kodeliste }) => ({ nokkel, pakrevd, kodeliste: kodeliste ?? null })),
    kartlegging: imp.kartlegging ?? TOM_KARTLEGGING,
    omfang: imp.omfang,
    gjort: imp.gjort,
    av: imp.av,
    lik: lik?.tattInn ? { id: lik.id, ...merket(lik.tattInnAv, lik.tattInn) } : null,
    forhandsvisning: (imp.forhandsvisning ?? []).map(({ rad, celler }) => ({
      rad,
      celler: Object.fromEntries(Object.entries(celler).map(([n, v]) => [n, tekst.get(n)?.get(v) ?? v])),
    })),
    feilgrupper: feilgrupper.map(({ hode, grunn, verdi, antall, forsteRad, sisteRad }) => ({ hode, grunn, verdi, antall, forsteRad, sisteRad })),
    ukjente,
    utelatt: imp.utelatt ?? [],
    valg: Object.fromEntries(Object.entries(kodelister).map(([n, l]) => [n, l.valg])),
    forskjell: lest && imp.antallRader > 0 ? forskjellsbilde(await forskjellFor(tx, importor, imp), imp, kodelister) : null,
  };
}
