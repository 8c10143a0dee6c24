import { z } from 'zod';
import { erManed, type Maned } from '#lib/core/maned.ts';

/** Ordering a run says which month, and nothing of how much. */
export const bestillAvregningSkjema = z.object({ maned: z.string().refine((m): m is Maned => erManed(m)) });
