import { formatDato } from '#lib/core/format.ts';
import { datoVed, lokalTidVed } from '#lib/core/oslo-tid.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { iDag } from '#lib/server/clock.ts';
import { loggfor } from '#lib/server/logg.ts';
import { BREVARK } from '#lib/server/pdf/brevark.ts';
import { lagPdf } from '#lib/server/pdf/lag-pdf.ts';
import type { Avslag } from '#lib/server/pipeline.ts';
import type { Tx } from '#lib/server/transaksjon.ts';
import { findMaler } from '#lib/vedtak/brev-repo.ts';
import { malinnholdSkjema } from '#lib/vedtak/brev-schema.ts';
import { deleteMalutkast, findKommunenavn, findMalutkast, insertMalutkast, updateMalutkast } from '#lib/vedtak/brevmalutkast-repo.ts';
import type { MalIKraftData, MalseksjonData, RettskilderData } from '#lib/vedtak/brevmalutkast-schema.ts';
import type { Brev, Brevsprak } from '#lib/vedtak/domain/brev/brev.ts';
import { malFor } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Brevmal } from '#lib/vedtak/domain/brev/brevmal.ts';
import { lagEksempel } from '#lib/vedtak/domain/brev/eksempelbrev.ts';
import type { Eksempel } from '#lib/vedtak/domain/brev/eksempelbrev.ts';
import { endredeRettskilder, endredeTekster, MALSEKSJONER, SEKSJONSNAVN, ukjenteI } from '#lib/vedtak/domain/brev/malseksjoner.ts';
import type { Malinnhold, Tekstendring } from '#lib/vedtak/domain/brev/malseksjoner.ts';
import { STANDARDMAL } from '#lib/vedtak/domain/brev/standardmal.ts';
import { insertBrevmal } from '#lib/vedtak/vedtaksregler-repo.ts';

type Svar = Promise<Result<null, readonly Avslag[]>>;
type Utkast = { readonly innhold: Malinnhold; readonly byggerPa: string; readonly utgave: number; readonly endret: Date; readonly endretAv: string | null };

/** `23.11.2026 kl. 14.05`, Norwegian time. */
const tidspunkt = (tid: Date): string => `${formatDato(datoVed(tid.getTime()))} kl. ${lokalTidVed(tid.getTime()).slice(11, 16).replace(':', '.')}`;

async function hentUtkast(tx: Tx, skriv = false): Promise<Utkast | null> {
  const rad = await findMalutkast(tx, skriv);
  return rad === null ? null : { ...rad, innhold: malinnholdSkjema.parse(rad.innhold) };
}

/** The draft that is written on, held; or why it is not: gone, or saved by somebody since the edition that was seen. */
async function utkastFor(tx: Tx, utgave: number): Promise<Result<Utkast, readonly Avslag[]>> {
  const utkast = await hentUtkast(tx, true);
  if (utkast === null) return nei([{ grunn: 'ingenUtkast' }]);
  return utkast.utgave === utgave ? ok(utkast) : nei([{ grunn: 'endretAvAndre', verdier: { hvem: utkast.endretAv ?? '–', naar: tidspunkt(utkast.endret) } }]);
}

/** Begins the next version from the one in use; a draft that is there already is gone on with. */
export async function begynnMalutkast(tx: Tx): Svar {
  const { versjon, klageuker, rettskilder, tekst } = malFor(iDag(), await findMaler(tx), STANDARDMAL);
  await insertMalutkast(tx, versjon, { klageuker, rettskilder, tekst });
  return ok(null);
}

/** Every name in the texts of one language that the letter does not have there, at its field. */
function ukjente(innhold: Malinnhold, nokler: readonly (typeof MALSEKSJONER)[keyof typeof MALSEKSJONER][number][]): Avslag[] {
  const koder = Object.keys(innhold.rettskilder);
  return (['nb', 'nn'] as const).flatMap((sprak) => nokler.flatMap((nokkel): Avslag[] => {
    const feil = ukjenteI(innhold.tekst[sprak][nokkel], nokkel, sprak, koder, STANDARDMAL);
    return feil.length === 0 ? [] : [{ grunn: 'ukjentNavn', felt: `${sprak}.${nokkel}`, verdier: { navn: feil.join(' ') } }];
  }));
}

/** Saves one part in both languages; all that cannot be used is told at once, and nothing is saved then. */
export async function lagreMalseksjon(tx: Tx, data: MalseksjonData): Svar {
  const funnet = await utkastFor(tx, data.utgave);
  if (!funnet.ok) return funnet;
  const nokler = MALSEKSJONER[data.seksjon];
  const { innhold } = funnet.verdi;
  const nye = (sprak: Brevsprak) => Object.fromEntries(nokler.map((nokkel) => [nokkel, data[sprak][nokkel] ?? '']));
  const tekst: Malinnhold['tekst'] = { nb: { ...innhold.tekst.nb, ...nye('nb') }, nn: { ...innhold.tekst.nn, ...nye('nn') } };
  const tomme = (['nb', 'nn'] as const).flatMap((sprak) => nokler.flatMap((n): Avslag[] => (tekst[sprak][n] === '' ? [{ grunn: 'tom', felt: `${sprak}.${n}` }] : [])));
  const feil = [...tomme, ...ukjente({ ...innhold, tekst }, nokler)];
  if (feil.length > 0) return nei(feil);
  await updateMalutkast(tx, { ...innhold, tekst });
  return ok(null);
}

/** Saves the legal references and the weeks; a reference that some text names cannot be taken away. */
export async function lagreRettskilder(tx: Tx, data: RettskilderData): Svar {
  const funnet = await utkastFor(tx, data.utgave);
  if (!funnet.ok) return funnet;
  const rettskilder = Object.fromEntries(data.rader.filter((r) => r.kode !== '').map(({ kode, nb, nn, bekreftet }) => [kode, { nb, nn, bekreftet: bekreftet === 'ja' }]));
  const innhold: Malinnhold = { ...funnet.verdi.innhold, klageuker: data.klageuker, rettskilder };
  const mangler = [...new Set(ukjente(innhold, Object.values(MALSEKSJONER).flat()).map((f) => String(f.verdier?.['navn'])))];
  if (mangler.length > 0) return nei([{ grunn: 'rettskildeBrukt', verdier: { navn: mangler.join(' ') } }]);
  await updateMalutkast(tx, innhold);
  return ok(null);
}

/** The draft becomes a version that is used from a day and never changed; the draft is gone. */
export async function settMalIKraft(tx: Tx, data: MalIKraftData): Svar {
  const funnet = await utkastFor(tx, data.utgave);
  if (!funnet.ok) return funnet;
  if (data.fom < iDag()) return nei([{ grunn: 'malTilbake', felt: 'fom' }]);
  const feil = ukjente(funnet.verdi.innhold, Object.values(MALSEKSJONER).flat());
  if (feil.length > 0) return nei(feil.map((f) => ({ grunn: 'ukjentNavn', ...(f.verdier ? { verdier: f.verdier } : {}) })));
  if (data.versjon === STANDARDMAL.versjon || !(await insertBrevmal(tx, { ...funnet.verdi.innhold, versjon: data.versjon, fom: data.fom }))) return nei([{ grunn: 'malFinnes', felt: 'versjon' }]);
  await deleteMalutkast(tx);
  await loggfor(tx, { handling: 'NY_BREVMAL', objektType: 'brevmal', objektId: data.versjon });
  return ok(null);
}

export async function forkastMalutkast(tx: Tx, { utgave }: { utgave: number }): Svar {
  const funnet = await utkastFor(tx, utgave);
  if (!funnet.ok) return funnet;
  await deleteMalutkast(tx);
  return ok(null);
}

export type Malvalg = { readonly eksempel: Eksempel; readonly sprak: Brevsprak };
export type Malutkastside = Omit<Utkast, 'endret'> & {
  readonly endret: string;
  readonly endringer: readonly Tekstendring[];
  readonly endredeKilder: readonly string[];
  /** how many texts of each part differ from the version it builds on */
  readonly perSeksjon: Readonly<Record<string, number>>;
  readonly brev: Brev;
};

async function eksempel(tx: Tx, innhold: Malinnhold, { eksempel: slag, sprak }: Malvalg): Promise<Brev> {
  const mal: Brevmal = { ...innhold, versjon: 'utkast', fom: iDag() };
  return lagEksempel(slag, mal, { sprak, kommune: await findKommunenavn(tx), dato: iDag() });
}

/** The draft, what it changes, and a letter made from it; null when there is none. */
export async function visMalutkast(tx: Tx, valg: Malvalg): Promise<Malutkastside | null> {
  const utkast = await hentUtkast(tx);
  if (utkast === null) return null;
  const for_ = [STANDARDMAL, ...(await findMaler(tx))].find((m) => m.versjon === utkast.byggerPa) ?? STANDARDMAL;
  const endringer = endredeTekster(for_, utkast.innhold);
  const perSeksjon = Object.fromEntries(SEKSJONSNAVN.map((s) => [s, endringer.filter((e) => (MALSEKSJONER[s] as readonly string[]).includes(e.nokkel)).length]));
  return { ...utkast, endret: tidspunkt(utkast.endret), endringer, endredeKilder: endredeRettskilder(for_, utkast.innhold), perSeksjon, brev: await eksempel(tx, utkast.innhold, valg) };
}

/** A letter of the draft, or of the version in use where there is none, as it would be sent. */
export async function malutkastPdf(tx: Tx, valg: Malvalg): Promise<Buffer> {
  const utkast = await hentUtkast(tx);
  const brev = await eksempel(tx, utkast?.innhold ?? malFor(iDag(), await findMaler(tx), STANDARDMAL), valg);
  return lagPdf(BREVARK, { tittel: brev.overskrift, forfatter: brev.avsender[0] ?? '', sprak: brev.sprak, dato: iDag() }, brev);
}
