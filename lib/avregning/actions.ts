'use server';

import { bestillAvregningSkjema } from '#lib/avregning/avregning-schema.ts';
import { bestillAvregning } from '#lib/avregning/avregning-service.ts';
import { nei } from '#lib/core/result.ts';
import { handling } from '#lib/server/pipeline.ts';

const bestill = handling({
  rom: 'avregning',
  kommando: 'KJOR_AVREGNING',
  skjema: bestillAvregningSkjema,
  utfor: async (tx, { maned, alt }) => {
    const svar = await bestillAvregning(tx, maned, alt);
    return svar.ok ? svar : nei([svar.feil]);
  },
  oppfrisk: ({ maned }) => ['/avregning', `/avregning/${maned}`],
});

/** The controller orders a run of a month. */
export async function bestillAvregningHandling(sendt: unknown) {
  return bestill(sendt);
}
