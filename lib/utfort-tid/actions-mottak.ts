'use server';

import { ansattnummerSkjema } from '#lib/grunnlag/ansattnummer-schema.ts';
import { settAnsattnummer } from '#lib/grunnlag/ansattnummer-service.ts';
import { bekreftImportSkjema, filDelSkjema, formatSkjema, importIdSkjema, kolonnerSkjema, omfangSkjema, opprettImportSkjema, verdierSkjema } from '#lib/grunnlag/filimport-schema.ts';
import { angre, bekreft, forkast, gjenta, glemVerdier, settFormat, settKolonner, settOmfang, settVerdier, sluttOpplasting, startImport } from '#lib/utfort-tid/mottak-service.ts';
import { taImotDel } from '#lib/server/filimport/filimport.ts';
import { handling } from '#lib/server/pipeline.ts';

const siden = ({ importId }: { importId: number }): string[] => ['/kontroll/import', `/kontroll/import/${importId}`];
const felles = { rom: 'filimport', kommando: 'TA_INN_BESOK' } as const;

const opprett = handling({ ...felles, skjema: opprettImportSkjema, utfor: startImport });
const del = handling({ ...felles, skjema: filDelSkjema, utfor: (tx, d) => taImotDel(tx, { ...d, innhold: Buffer.from(d.innhold, 'base64') }) });
const fullfor = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => sluttOpplasting(tx, d.importId), oppfrisk: siden });
const kolonner = handling({ ...felles, skjema: kolonnerSkjema, utfor: (tx, d) => settKolonner(tx, d.importId, d.kolonner), oppfrisk: siden });
const verdier = handling({ ...felles, skjema: verdierSkjema, utfor: (tx, d) => settVerdier(tx, d.importId, d.verdier, d.hoppOver), oppfrisk: siden });
const glem = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => glemVerdier(tx, d.importId), oppfrisk: siden });
const format = handling({ ...felles, skjema: formatSkjema, utfor: settFormat, oppfrisk: siden });
const omfang = handling({ ...felles, skjema: omfangSkjema, utfor: (tx, d) => settOmfang(tx, d.importId, d.omfang), oppfrisk: siden });
const taInn = handling({ ...felles, skjema: bekreftImportSkjema, utfor: (tx, d) => bekreft(tx, d.importId, d.merke), oppfrisk: siden });
// The page of what is given up is left, not rendered again.
const forkastet = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => forkast(tx, d.importId) });
const angret = handling({ ...felles, skjema: importIdSkjema, utfor: angre, oppfrisk: siden });
const ansattnummer = handling({ rom: 'ansattnummer', kommando: 'TA_INN_BESOK', skjema: ansattnummerSkjema, utfor: settAnsattnummer, oppfrisk: () => ['/kontroll/import'] });
const gjentatt = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => gjenta(tx, d.importId), oppfrisk: siden });

/** A file of visits begins to arrive. */
export async function opprettImportHandling(sendt: unknown) {
  return opprett(sendt);
}
/** A piece of it. */
export async function filDelHandling(sendt: unknown) {
  return del(sendt);
}
/** All of it is here. */
export async function fullforOpplastingHandling(sendt: unknown) {
  return fullfor(sendt);
}
export async function kolonnerHandling(sendt: unknown) {
  return kolonner(sendt);
}
export async function verdierHandling(sendt: unknown) {
  return verdier(sendt);
}
export async function glemVerdierHandling(sendt: unknown) {
  return glem(sendt);
}
export async function formatHandling(sendt: unknown) {
  return format(sendt);
}
export async function omfangHandling(sendt: unknown) {
  return omfang(sendt);
}
/** Confirms the difference that was shown. */
export async function taInnHandling(sendt: unknown) {
  return taInn(sendt);
}
export async function forkastImportHandling(sendt: unknown) {
  return forkastet(sendt);
}
/** Takes an earlier file in again. */
export async function gjentaImportHandling(sendt: unknown) {
  return gjentatt(sendt);
}
/** Says who a number in another system is. */
export async function settAnsattnummerHandling(sendt: unknown) {
  return ansattnummer(sendt);
}
/** Takes a delivery back. */
export async function angreImportHandling(sendt: unknown) {
  return angret(sendt);
}
