import { z } from 'zod';
import { nektFelt } from '#lib/core/skjemafelt.ts';
import { HVOR_OFTE } from './domain/varselpost.ts';

/** How often, and to which address. No address is needed for never. */
export const varselvalgSkjema = z
  .object({ hvorOfte: z.enum(HVOR_OFTE), epost: z.string().trim().max(254) })
  .superRefine((v, ctx) => {
    if (v.epost === '' ? v.hvorOfte !== 'ALDRI' : !z.email().safeParse(v.epost).success) nektFelt(ctx, 'varselpost.feil.epost', {}, ['epost']);
  });
