'use server';

import { redirect } from 'next/navigation';
import { avsluttOkterFor, AvsluttOkterSchema } from '#lib/server/administrasjon/kontoer.ts';
import { handling } from '#lib/server/pipeline.ts';
import { somSkjema } from '#lib/server/skjemadata.ts';

const KONTOER = '/administrasjon/kontoer';

const avslutt = handling({
  rom: 'administrasjon',
  kommando: 'AVSLUTT_OKTER',
  skjema: AvsluttOkterSchema,
  utfor: avsluttOkterFor,
  oppfrisk: () => [KONTOER],
});

/** Ends every session of an account, from a form that works without script. */
export async function avsluttOkter(sendt: FormData): Promise<void> {
  const skjema = somSkjema(sendt);
  const svar = await avslutt({ handlingId: skjema.get('handlingId'), kontoId: skjema.get('kontoId') });
  redirect(svar.ok ? `${KONTOER}?avsluttet=${svar.verdi}` : `${KONTOER}?feil=${svar.kode ?? 'avvist'}`);
}
