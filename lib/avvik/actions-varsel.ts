'use server';

import { varselgrenseSkjema } from '#lib/avvik/varselgrense-schema.ts';
import { lagreVarselgrense } from '#lib/avvik/varselgrense-service.ts';
import { handling } from '#lib/server/pipeline.ts';

const lagre = handling({ rom: 'styring', kommando: 'SETT_VARSELGRENSE', skjema: varselgrenseSkjema, utfor: lagreVarselgrense, oppfrisk: () => ['/oversikt'] });

/** From which overrun the home page warns. */
export async function lagreVarselgrenseHandling(sendt: unknown) {
  return lagre(sendt);
}
