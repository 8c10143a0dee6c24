'use server';

import { bekreftImportSkjema, filDelSkjema, formatSkjema, importIdSkjema, kolonnerSkjema, omfangSkjema, opprettImportSkjema, verdierSkjema } from '#lib/grunnlag/filimport-schema.ts';
import { handling } from '#lib/server/pipeline.ts';
import { bekreft, forkast, gjenta, glemVerdier, mottaDel, settFormat, settKolonner, settOmfang, settVerdier, sluttOpplasting, startImport } from '#lib/toppfinansiering/ressurspost-import-service.ts';

const siden = ({ importId }: { importId: number }): string[] => ['/ressurskrevende', '/ressurskrevende/import', `/ressurskrevende/import/${importId}`];
const felles = { rom: 'filimport', kommando: 'REGISTRER_RESSURSKREVENDE' } as const;

const opprett = handling({ ...felles, skjema: opprettImportSkjema, utfor: startImport });
const del = handling({ ...felles, skjema: filDelSkjema, utfor: (tx, d) => mottaDel(tx, { ...d, innhold: Buffer.from(d.innhold, 'base64') }) });
const fullfor = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => sluttOpplasting(tx, d.importId), oppfrisk: siden });
const kolonner = handling({ ...felles, skjema: kolonnerSkjema, utfor: (tx, d) => settKolonner(tx, d.importId, d.kolonner), oppfrisk: siden });
const verdier = handling({ ...felles, skjema: verdierSkjema, utfor: (tx, d) => settVerdier(tx, d.importId, d.verdier, d.hoppOver), oppfrisk: siden });
const glem = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => glemVerdier(tx, d.importId), oppfrisk: siden });
const format = handling({ ...felles, skjema: formatSkjema, utfor: settFormat, oppfrisk: siden });
const omfang = handling({ ...felles, skjema: omfangSkjema, utfor: (tx, d) => settOmfang(tx, d.importId, d.omfang), oppfrisk: siden });
const taInn = handling({ ...felles, skjema: bekreftImportSkjema, utfor: (tx, d) => bekreft(tx, d.importId, d.merke), oppfrisk: siden });
// The page of what is given up is left, not rendered again.
const forkastet = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => forkast(tx, d.importId) });
const gjentatt = handling({ ...felles, skjema: importIdSkjema, utfor: (tx, d) => gjenta(tx, d.importId), oppfrisk: siden });

/** A file of recipients' posts begins to arrive. */
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
