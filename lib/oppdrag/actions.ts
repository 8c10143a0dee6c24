'use server';

import { bekreftOppdrag, iverksett } from '#lib/oppdrag/oppdrag-service.ts';
import { bekreftSkjema, iverksettSkjema } from '#lib/oppdrag/oppdrag-schema.ts';
import { handling } from '#lib/server/pipeline.ts';

/** Confirms receipt of the ticked orders. */
export const bekreftOppdragHandling = handling({
  rom: 'oppdrag',
  kommando: 'BEKREFT_OPPDRAG',
  skjema: bekreftSkjema,
  utfor: bekreftOppdrag,
  oppfrisk: (data) => ['/oppdrag', ...data.ider.map((id) => `/oppdrag/${id}`)],
});

/** Stores the day the delivery of an order started. */
export const iverksettHandling = handling({
  rom: 'oppdrag',
  kommando: 'BEKREFT_OPPDRAG',
  skjema: iverksettSkjema,
  utfor: iverksett,
  oppfrisk: (data) => ['/oppdrag', `/oppdrag/${data.oppdragId}`],
});
