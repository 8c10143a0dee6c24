import { z } from 'zod';
import { erManed, type Maned } from '#lib/core/maned.ts';

/** Ordering a run says which month, and whether everything is counted again (`alt`) and not only what has changed. */
export const bestillAvregningSkjema = z.object({ maned: z.string().refine((m): m is Maned => erManed(m)), alt: z.boolean().default(false) });
