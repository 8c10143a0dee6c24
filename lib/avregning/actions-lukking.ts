'use server';

import { settKorreksjonsfrist } from '#lib/avregning/korreksjonsfrist-service.ts';
import { avslaGjenapning, foreslaGjenapning, godkjennGjenapning, settGjenapner } from '#lib/avregning/lukking-gjenapning-service.ts';
import { settLukkevalg } from '#lib/avregning/lukking-regler-service.ts';
import { avgjorGjenapningSkjema, gjenapneSkjema, gjenapnerSkjema, korreksjonsfristSkjema, lukkereglerSkjema, lukkSkjema } from '#lib/avregning/lukking-schema.ts';
import { lukkManed } from '#lib/avregning/lukking-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const sidene = (maned: string): string[] => ['/avregning', `/avregning/${maned}`, `/avregning/${maned}/lukking`, '/godkjenning'];

const lukk = handling({
  rom: 'lukking',
  kommando: 'LUKK_MANED',
  skjema: lukkSkjema,
  utfor: (tx, { maned, enheter }, okt) => lukkManed(tx, okt, { maned, enheter }),
  oppfrisk: ({ maned }) => sidene(maned),
});

/** The controller closes a month for some units or all. */
export async function lukkManedHandling(sendt: unknown) {
  return lukk(sendt);
}

const foresla = handling({
  rom: 'lukking',
  kommando: 'FORESLA_GJENAPNING',
  skjema: gjenapneSkjema,
  utfor: (tx, { maned, enhet, tilOgMed, grunn }) => foreslaGjenapning(tx, { maned, enhetId: enhet, tilOgMed, grunn }),
  oppfrisk: ({ maned }) => sidene(maned),
});

/** The controller proposes that a closed month is opened again. */
export async function foreslaGjenapningHandling(sendt: unknown) {
  return foresla(sendt);
}

const avgjor = handling({
  rom: 'lukking',
  kommando: 'GODKJENN_GJENAPNING',
  skjema: avgjorGjenapningSkjema,
  utfor: (tx, { id, svar }) => (svar === 'GODKJENN' ? godkjennGjenapning(tx, id) : avslaGjenapning(tx, id)),
  oppfrisk: (_data, { maned }) => sidene(maned),
});

/** Another person approves a reopening, or turns it down. */
export async function avgjorGjenapningHandling(sendt: unknown) {
  return avgjor(sendt);
}

const settRegler = handling({
  rom: 'lukking',
  kommando: 'SETT_LUKKEREGLER',
  skjema: lukkereglerSkjema,
  utfor: (tx, { maned, regler }) => settLukkevalg(tx, maned, regler),
  oppfrisk: ({ maned }) => sidene(maned),
});

/** The controller decides which rules stop closing. */
export async function settLukkereglerHandling(sendt: unknown) {
  return settRegler(sendt);
}

const settRolle = handling({
  rom: 'lukking',
  kommando: 'SETT_LUKKEREGLER',
  skjema: gjenapnerSkjema,
  utfor: (tx, { rolle }) => settGjenapner(tx, rolle),
  oppfrisk: () => ['/avregning'],
});

/** The controller names the role that approves reopenings. */
export async function settGjenapnerHandling(sendt: unknown) {
  return settRolle(sendt);
}

const settFrist = handling({
  rom: 'lukking',
  kommando: 'SETT_LUKKEREGLER',
  skjema: korreksjonsfristSkjema,
  utfor: (tx, { maneder }) => settKorreksjonsfrist(tx, maneder),
  oppfrisk: () => ['/avregning', '/arsslutt'],
});

/** The controller sets how long into the next year a year's months may be corrected. */
export async function settKorreksjonsfristHandling(sendt: unknown) {
  return settFrist(sendt);
}
