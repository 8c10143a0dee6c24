import { z } from 'zod';
import { datoFelt, desimalFelt, heltallFelt, nektFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { BUDSJETTDELER } from '#lib/grunnlag/domain/budsjettceller.ts';
import { BUDSJETTGRUNNLAG } from '#lib/grunnlag/domain/budsjettutkast.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const id = z.coerce.number().int().positive();
const utgave = z.coerce.number().int().positive();

const aldersgruppe = z.object({ navn: z.string().max(20), for: heltallFelt(), etter: heltallFelt(), andelProsent: desimalFelt(2), behovProsent: desimalFelt(2) });

/** A new draft: what it starts from. The age groups count only where it starts from demography. */
export const nyttBudsjettSkjema = z
  .object({
    ar: z.coerce.number().int().min(2000).max(2100),
    grunnlag: z.enum(BUDSJETTGRUNNLAG),
    prisvekstProsent: desimalFelt(2),
    begrunnelse: grunnFelt({ min: 5, maks: 1000 }),
    grupper: z.array(aldersgruppe).max(10),
  })
  .superRefine((v, ctx) => {
    if (v.grunnlag === 'GJELDENDE' && !/^0(\.0+)?$/.test(v.prisvekstProsent)) nektFelt(ctx, 'budsjett.feil.prisvekstGjeldende', {}, ['prisvekstProsent']);
  });

/** A part of the draft as it stands in the table; cells are text as typed, twelve a row. */
export const lagreBudsjettSkjema = z.object({
  id,
  utgave,
  del: z.enum(BUDSJETTDELER),
  rader: z.array(z.object({ nokkel: z.string().max(120), celler: z.array(z.string().max(30)).length(12) })).max(2000),
});
export const foreslaBudsjettSkjema = z.object({ id, utgave, saksnr: tekstFelt({ min: 2, maks: 40 }), vedtattDato: datoFelt() });
export const budsjettIdSkjema = z.object({ id, utgave });
export const avvisBudsjettSkjema = z.object({ id, grunn: grunnFelt({ min: 5, maks: 1000 }) });
