'use server';

import { avsluttRegelSkjema, lagBilagSkjema, oppsettSkjema, regelSkjema, reverserSkjema } from '#lib/bilag/bilag-schema.ts';
import { lagBilag, reverserBilag } from '#lib/bilag/bilag-service.ts';
import { endRegel, leggTilRegel, settOppsett } from '#lib/bilag/kontering-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const lag = handling({ rom: 'bilag', kommando: 'LAG_BILAG', skjema: lagBilagSkjema, utfor: (tx, { maned }) => lagBilag(tx, maned), oppfrisk: () => ['/bilag', '/bilag/kontering'] });
const reverser = handling({
  rom: 'bilag',
  kommando: 'LAG_BILAG',
  skjema: reverserSkjema,
  utfor: (tx, { bilagId, grunn }) => reverserBilag(tx, bilagId, grunn),
  oppfrisk: ({ bilagId }, ny) => ['/bilag', `/bilag/${bilagId}`, `/bilag/${ny}`],
});
const nyRegel = handling({ rom: 'bilag', kommando: 'ENDRE_KONTERING', skjema: regelSkjema, utfor: (tx, regel) => leggTilRegel(tx, regel), oppfrisk: () => ['/bilag', '/bilag/kontering'] });
const avslutt = handling({ rom: 'bilag', kommando: 'ENDRE_KONTERING', skjema: avsluttRegelSkjema, utfor: (tx, { regelId, tomManed }) => endRegel(tx, regelId, tomManed), oppfrisk: () => ['/bilag', '/bilag/kontering'] });
const oppsett = handling({ rom: 'bilag', kommando: 'ENDRE_KONTERING', skjema: oppsettSkjema, utfor: (tx, o) => settOppsett(tx, o), oppfrisk: () => ['/bilag', '/bilag/kontering'] });

/** The controller makes the vouchers of a month's new lines. */
export async function lagBilagHandling(sendt: unknown) {
  return lag(sendt);
}
/** The controller reverses a voucher, with a reason. */
export async function reverserBilagHandling(sendt: unknown) {
  return reverser(sendt);
}
/** The controller adds a rule of the mapping. */
export async function leggTilRegelHandling(sendt: unknown) {
  return nyRegel(sendt);
}
/** The controller ends a rule. */
export async function avsluttRegelHandling(sendt: unknown) {
  return avslutt(sendt);
}
/** The controller sets how internal money moves, and how much an invoice may differ. */
export async function settOppsettHandling(sendt: unknown) {
  return oppsett(sendt);
}
