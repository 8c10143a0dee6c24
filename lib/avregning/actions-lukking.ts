'use server';

import { settKorreksjonsfrist } from '#lib/avregning/korreksjonsfrist-service.ts';
import { avslaGjenapning, foreslaGjenapning, godkjennGjenapning, settGjenapner } from '#lib/avregning/lukking-gjenapning-service.ts';
import { settLukkevalg } from '#lib/avregning/lukking-regler-service.ts';
import { avgjorGjenapningSkjema, gjenapneSkjema, gjenapnerSkjema, korreksjonsfristSkjema, lukkereglerSkjema, lukkSkjema } from '#lib/avregning/lukking-schema.ts';
import { lukkManed } from '#lib/avregning/lukking-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const sidene = (maned: string): string[] => ['/avregning', `/avregning/${maned}`, `/avregning/${maned}/lukking`, '/godkjenning'];

/** The controller closes a month for some units or all. */
export const lukkManedHandling = handling({
  rom: 'lukking',
  kommando: 'LUKK_MANED',
  skjema: lukkSkjema,
  utfor: (tx, { maned, enheter }, okt) => lukkManed(tx, okt, { maned, enheter }),
  oppfrisk: ({ maned }) => sidene(maned),
});

/** The controller proposes that a closed month is opened again. */
export const foreslaGjenapningHandling = handling({
  rom: 'lukking',
  kommando: 'FORESLA_GJENAPNING',
  skjema: gjenapneSkjema,
  utfor: (tx, { maned, enhet, tilOgMed, grunn }) => foreslaGjenapning(tx, { maned, enhetId: enhet, tilOgMed, grunn }),
  oppfrisk: ({ maned }) => sidene(maned),
});

/** Another person approves a reopening, or turns it down. */
export const avgjorGjenapningHandling = handling({
  rom: 'lukking',
  kommando: 'GODKJENN_GJENAPNING',
  skjema: avgjorGjenapningSkjema,
  utfor: (tx, { id, svar }) => (svar === 'GODKJENN' ? godkjennGjenapning(tx, id) : avslaGjenapning(tx, id)),
  oppfrisk: (_data, { maned }) => sidene(maned),
});

/** The controller decides which rules stop closing. */
export const settLukkereglerHandling = handling({
  rom: 'lukking',
  kommando: 'SETT_LUKKEREGLER',
  skjema: lukkereglerSkjema,
  utfor: (tx, { maned, regler }) => settLukkevalg(tx, maned, regler),
  oppfrisk: ({ maned }) => sidene(maned),
});

/** The controller names the role that approves reopenings. */
export const settGjenapnerHandling = handling({
  rom: 'lukking',
  kommando: 'SETT_LUKKEREGLER',
  skjema: gjenapnerSkjema,
  utfor: (tx, { rolle }) => settGjenapner(tx, rolle),
  oppfrisk: () => ['/avregning'],
});

/** The controller sets how long into the next year a year's months may be corrected. */
export const settKorreksjonsfristHandling = handling({
  rom: 'lukking',
  kommando: 'SETT_LUKKEREGLER',
  skjema: korreksjonsfristSkjema,
  utfor: (tx, { maneder }) => settKorreksjonsfrist(tx, maneder),
  oppfrisk: () => ['/avregning', '/arsslutt'],
});
