import { z } from 'zod';
import { erStigende, KALENDERSTEG, SENESTE_VIRKEDAG } from '#lib/avregning/domain/kalender.ts';
import { erManed, type Maned } from '#lib/core/maned.ts';
import { belopFelt, heltallFelt, nektFelt, periodeFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const id = z.coerce.number().int().positive();
const maned = z.string().refine((m): m is Maned => erManed(m));
const dager = heltallFelt({ min: 1, maks: SENESTE_VIRKEDAG });
const MILLIARD = 100_000_000_000;

/** Working days after the end of the month, from a month on. */
export const kalenderSkjema = z.object({ fra: maned, ERKLAR: dager, INNSIGELSE: dager, ATTESTER: dager, BOKFOR: dager, LUKK: dager }).superRefine((k, ctx) => {
  const brudd = KALENDERSTEG.find((steg, i) => i > 0 && !erStigende({ ...k, ...Object.fromEntries(KALENDERSTEG.slice(i + 1).map((s) => [s, SENESTE_VIRKEDAG])) }) && steg);
  if (!erStigende(k)) nektFelt(ctx, 'kalender.avslag.STIGENDE', {}, [brudd ?? 'LUKK']);
});

/** The unit's leader declares the month at the revenue that was shown. */
export const erklarSkjema = z.object({ maned, enhetId: id, vistOre: z.number().int(), merknad: valgfritt(grunnFelt({ maks: 500 })) });
export const innsigelseSkjema = z.object({ maned, enhetId: id, belop: belopFelt({ min: -MILLIARD, maks: MILLIARD }), tekst: grunnFelt({ min: 5, maks: 1000 }) });
export const svarSkjema = z.object({ id, utfall: z.enum(['TATT_TIL_FOLGE', 'AVVIST']), svar: grunnFelt({ min: 5, maks: 1000 }) });

/** Units with the amount that was shown, "11:496194000". */
const vistEnhet = z.string().regex(/^\d+:-?\d+$/);
export const attestSkjema = z.object({ maned, enheter: z.array(vistEnhet).max(1000) });
export const godkjennAttestSkjema = z.object({ maned });

/** `enhet` is empty for a command of the whole kommune. */
export const stedfortrederSkjema = z.object({
  kommando: z.enum(['ERKLAR_MANED', 'ATTESTER_MANED']),
  enhet: valgfritt(id),
  konto: id,
  periode: periodeFelt({ apen: false }),
});
export const trekkStedfortrederSkjema = z.object({ id });
