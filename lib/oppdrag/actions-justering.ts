'use server';

import { avslaJusteringSkjema, bekreftPauseSkjema, flyttetSkjema, godkjennJusteringSkjema, justeringsregelSkjema, kapasitetLostSkjema, kapasitetSkjema, merSkjema, pauseSkjema, pauseSluttSkjema } from '#lib/oppdrag/justering-schema.ts';
import { avsla, avsluttPause, bekreftMeldtePauser, godkjenn, kapasitetErLost, meld, meldFlyttet, meldKapasitet, meldPause, settRegel } from '#lib/oppdrag/justering-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const felles = { rom: 'justering', oppfrisk: (d: object): readonly string[] => ['/justeringer', '/plan', '/uken', ...('oppdragId' in d ? [`/oppdrag/${String(d.oppdragId)}`, `/oppdrag/${String(d.oppdragId)}/melding`] : [])] } as const;

const mer = handling({ ...felles, kommando: 'MELD_JUSTERING', skjema: merSkjema, utfor: meld });
const flyttet = handling({ ...felles, kommando: 'MELD_JUSTERING', skjema: flyttetSkjema, utfor: meldFlyttet });
const pause = handling({ ...felles, kommando: 'MELD_JUSTERING', skjema: pauseSkjema, utfor: meldPause });
const pauseSlutt = handling({ ...felles, kommando: 'MELD_JUSTERING', skjema: pauseSluttSkjema, utfor: avsluttPause });
const kapasitet = handling({ ...felles, kommando: 'MELD_JUSTERING', skjema: kapasitetSkjema, utfor: meldKapasitet });
const lost = handling({ ...felles, kommando: 'MELD_JUSTERING', skjema: kapasitetLostSkjema, utfor: kapasitetErLost });
const godkjent = handling({ ...felles, kommando: 'AVGJOR_JUSTERING', skjema: godkjennJusteringSkjema, utfor: godkjenn });
const avslatt = handling({ ...felles, kommando: 'AVGJOR_JUSTERING', skjema: avslaJusteringSkjema, utfor: avsla });
const bekreftet = handling({ ...felles, kommando: 'AVGJOR_JUSTERING', skjema: bekreftPauseSkjema, utfor: bekreftMeldtePauser });
const regel = handling({ ...felles, kommando: 'SETT_JUSTERINGSREGEL', skjema: justeringsregelSkjema, utfor: settRegel });

/** More per week, at once. */
export async function meldMerHandling(sendt: unknown) {
  return mer(sendt);
}
/** A planned visit at another time for a while. */
export async function meldFlyttetHandling(sendt: unknown) {
  return flyttet(sendt);
}
export async function meldPauseHandling(sendt: unknown) {
  return pause(sendt);
}
export async function avsluttPauseHandling(sendt: unknown) {
  return pauseSlutt(sendt);
}
export async function meldKapasitetHandling(sendt: unknown) {
  return kapasitet(sendt);
}
export async function kapasitetLostHandling(sendt: unknown) {
  return lost(sendt);
}
/** The purchaser's answer, one or many. */
export async function godkjennJusteringHandling(sendt: unknown) {
  return godkjent(sendt);
}
export async function avslaJusteringHandling(sendt: unknown) {
  return avslatt(sendt);
}
export async function bekreftPauseHandling(sendt: unknown) {
  return bekreftet(sendt);
}
export async function justeringsregelHandling(sendt: unknown) {
  return regel(sendt);
}
