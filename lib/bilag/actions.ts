'use server';

import { avsluttRegelSkjema, avvisFakturaSkjema, fakturaIdSkjema, fakturaSkjema, godkjennFakturaSkjema, lagBilagSkjema, leverandorSkjema, oppsettSkjema, regelSkjema, reverserSkjema } from '#lib/bilag/bilag-schema.ts';
import { lagBilag, reverserBilag } from '#lib/bilag/bilag-service.ts';
import { endRegel, leggTilRegel, settOppsett } from '#lib/bilag/kontering-service.ts';
import { avvisFaktura, godkjennFaktura, leggTilLeverandor, matchPaNytt, taImotFaktura } from '#lib/bilag/faktura-service.ts';
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

const taImot = handling({ rom: 'bilag', kommando: 'LAST_OPP_FAKTURA', skjema: fakturaSkjema, utfor: (tx, { innhold }) => taImotFaktura(tx, innhold), oppfrisk: () => ['/bilag/faktura'] });
const matchIgjen = handling({ rom: 'bilag', kommando: 'LAST_OPP_FAKTURA', skjema: fakturaIdSkjema, utfor: (tx, { fakturaId }) => matchPaNytt(tx, fakturaId), oppfrisk: ({ fakturaId }) => ['/bilag/faktura', `/bilag/faktura/${fakturaId}`] });
const avvis = handling({
  rom: 'bilag',
  kommando: 'LAST_OPP_FAKTURA',
  skjema: avvisFakturaSkjema,
  utfor: (tx, { fakturaId, grunn }) => avvisFaktura(tx, fakturaId, grunn),
  oppfrisk: ({ fakturaId }) => ['/bilag/faktura', `/bilag/faktura/${fakturaId}`],
});
const godkjenn = handling({
  rom: 'bilag',
  kommando: 'GODKJENN_FAKTURA',
  skjema: godkjennFakturaSkjema,
  utfor: (tx, { fakturaId, sett }) => godkjennFaktura(tx, fakturaId, sett),
  oppfrisk: ({ fakturaId }) => ['/bilag', '/bilag/faktura', `/bilag/faktura/${fakturaId}`],
});
const leverandor = handling({ rom: 'bilag', kommando: 'ENDRE_KONTERING', skjema: leverandorSkjema, utfor: (tx, { enhetId, orgnr }) => leggTilLeverandor(tx, enhetId, orgnr), oppfrisk: () => ['/bilag/faktura'] });

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
/** The controller takes in a supplier's invoice file. */
export async function taImotFakturaHandling(sendt: unknown) {
  return taImot(sendt);
}
/** The controller compares an invoice with the ledger once more. */
export async function matchPaNyttHandling(sendt: unknown) {
  return matchIgjen(sendt);
}
/** The controller turns an invoice down, with a reason. */
export async function avvisFakturaHandling(sendt: unknown) {
  return avvis(sendt);
}
/** Another controller approves what agrees for payment. */
export async function godkjennFakturaHandling(sendt: unknown) {
  return godkjenn(sendt);
}
/** The controller says who sends a private unit's invoices. */
export async function leggTilLeverandorHandling(sendt: unknown) {
  return leverandor(sendt);
}
