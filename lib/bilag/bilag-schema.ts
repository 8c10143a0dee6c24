import { z } from 'zod';
import { tolkManed } from '#lib/core/manedsnavn.ts';
import { belopFelt, heltallFelt, nektFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { erManed, type Maned } from '#lib/core/maned.ts';
import { feilIVerdi, KONTERINGSFELT } from '#lib/bilag/domain/kontering.ts';
import { grunnFelt } from '#lib/grunnlag/grunn-schema.ts';

const maned = z.string().transform(tolkManed).refine((m): m is Maned => erManed(m), { params: { nokkel: 'bilag.feil.maned' } });
const id = z.coerce.number().int().positive();

/** Making vouchers says which month, and nothing of how much. */
export const lagBilagSkjema = z.object({ maned });
export const reverserSkjema = z.object({ bilagId: id, grunn: grunnFelt({ min: 3, maks: 300 }) });

/** A rule of the mapping; empty conditions ask nothing. */
export const regelSkjema = z
  .object({
    felt: z.enum(KONTERINGSFELT),
    enhetId: valgfritt(id),
    tjeneste: valgfritt(tekstFelt({ maks: 60 })),
    komponent: valgfritt(tekstFelt({ maks: 60 })),
    gruppe: valgfritt(tekstFelt({ maks: 60 })),
    verdi: z.string().transform((v) => v.trim()),
    fomManed: maned,
    tomManed: valgfritt(maned),
  })
  .superRefine((regel, ctx) => {
    const feil = feilIVerdi(regel.felt, regel.verdi);
    if (feil) nektFelt(ctx, `bilag.feil.${feil}`, {}, ['verdi']);
    if (regel.tomManed !== null && erManed(regel.fomManed) && regel.tomManed < regel.fomManed) nektFelt(ctx, 'tomForFom', {}, ['tomManed']);
  });
export const avsluttRegelSkjema = z.object({ regelId: id, tomManed: maned });
/** The file's text as the browser read it; the pipeline's own ceiling is above this. */
export const fakturaSkjema = z.object({ innhold: z.string().max(900_000).refine((v) => v !== '', { params: { nokkel: 'bilag.feil.fil' } }) });
export const fakturaIdSkjema = z.object({ fakturaId: id });
export const avvisFakturaSkjema = z.object({ fakturaId: id, grunn: grunnFelt({ min: 3, maks: 300 }) });
/** Approval says what was shown: if it is something else now, nothing is approved. */
export const godkjennFakturaSkjema = z.object({ fakturaId: id, sett: z.coerce.number().int() });
export const leverandorSkjema = z.object({ enhetId: id, orgnr: z.string().transform((v) => v.replaceAll(/\s/g, '')).refine((v) => /^\d{9}$/.test(v), { params: { nokkel: 'bilag.feil.orgnr' } }) });
export const oppsettSkjema = z.object({ form: z.enum(['BILAG', 'BUDSJETT']), toleranseMinutter: heltallFelt({ maks: 600 }), toleranseOre: belopFelt({ maks: 100_000 }) });
