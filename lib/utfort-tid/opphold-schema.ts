import { z } from 'zod';
import { datoFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { FRAVARSARSAKER, PLASSTYPER, UTGRUNNER } from '#lib/utfort-tid/domain/opphold.ts';

const id = z.coerce.number().int().positive();

export const leggInnSkjema = z.object({ plassId: id, oppdragId: id, inn: datoFelt() });
export const skrivUtSkjema = z.object({ plassId: id, oppholdId: id, ut: datoFelt(), grunn: z.enum(UTGRUNNER), meldLedig: z.boolean() });
export const fravarSkjema = z.object({ plassId: id, oppholdId: id, dro: datoFelt(), tilbake: valgfritt(datoFelt()), arsak: z.enum(FRAVARSARSAKER) });
export const tilbakeSkjema = z.object({ plassId: id, fravarId: id, tilbake: datoFelt() });
export const trekkFravarSkjema = z.object({ plassId: id, fravarId: id });
export const meldLedigSkjema = z.object({ plassId: id, ledigFra: datoFelt() });
export const plassSkjema = z.object({ plassId: id });
export const nyPlassSkjema = z.object({ enhetId: id, kode: tekstFelt({ maks: 20 }), plasstype: z.enum(PLASSTYPER), fom: datoFelt() }).superRefine((p, ctx) => {
  if (!/^[\dA-ZÆØÅa-zæøå][\dA-ZÆØÅa-zæøå ./-]*$/.test(p.kode)) nektFelt(ctx, 'opphold.avslag.KODE', {}, ['kode']);
});
export const uteAvBrukSkjema = z.object({ plassId: id, tom: datoFelt() });
