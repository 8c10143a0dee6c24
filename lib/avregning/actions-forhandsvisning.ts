'use server';

import { bestillForhandsvisning } from '#lib/avregning/forhandsvisning-service.ts';
import { utkastSkjema } from '#lib/grunnlag/ordning-schema.ts';
import { handling } from '#lib/server/pipeline.ts';

const bestill = handling({
  rom: 'ordning',
  kommando: 'REDIGER_ORDNING',
  skjema: utkastSkjema,
  utfor: (tx, d) => bestillForhandsvisning(tx, d.utkastId, d.versjon),
  oppfrisk: (d) => [`/ordninger/utkast/${d.utkastId}`],
});

/** The controller plays a draft on the last settled months. */
export async function bestillForhandsvisningHandling(sendt: unknown) {
  return bestill(sendt);
}
