import { z } from 'zod';
import { erManed, type Maned } from '#lib/core/maned.ts';
import { belopFelt, desimalFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { MANUELLTYPER } from '#lib/avregning/domain/manuell-linje.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const id = z.coerce.number().int().positive();
const maned = z.string().refine((m): m is Maned => erManed(m));
const grunn = grunnFelt({ min: 5, maks: 1000 });
/** What a list is chosen from: its own form of value, or nothing is chosen. */
const valgt = (form: RegExp) =>
  z.string().superRefine((verdi, ctx) => {
    if (!form.test(verdi)) nektFelt(ctx, 'velg');
  });
const MILLIARD = 100_000_000_000;

/** A manual line as it is proposed; `enhetOrdning` is the unit and its scheme, "11-3". */
export const manuellSkjema = z.object({
  enhetOrdning: valgt(/^\d+-\d+$/),
  gjelder: maned,
  belop: belopFelt({ min: -MILLIARD, maks: MILLIARD }),
  type: z.enum(MANUELLTYPER),
  grunn,
  retterKomponent: valgfritt(tekstFelt({ maks: 100 })),
  retterVedtak: valgfritt(tekstFelt({ maks: 40 })),
});

/** A stipulated volume as it is proposed; `maal` is unit, scheme and component, "11-3-time". */
export const stipulertSkjema = z.object({
  maal: valgt(/^\d+-\d+-.+$/),
  gjelder: maned,
  volum: desimalFelt(4),
  grunnlag: z.enum(['SNITT', 'VEDTATT', 'ANNET']),
  grunn,
});

const slag = z.enum(['MANUELL', 'STIPULERT']);
/** A step that needs no words, and one that does. */
export const stegSkjema = z.object({ slag, id, steg: z.enum(['GODKJENN', 'GODKJENN_TREKK']) });
export const begrunnetStegSkjema = z.object({ slag, id, steg: z.enum(['AVSLA', 'FORESLA_TREKK', 'AVSLA_TREKK']), grunn });
