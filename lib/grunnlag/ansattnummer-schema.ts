import { z } from 'zod';
import { MAKS_ANSATTNUMMER } from '#lib/grunnlag/domain/ansattnummer.ts';

/** Who a number is: an account here, or 0 for a visit without an employee. */
export const ansattnummerSkjema = z.object({ nummer: z.string().min(1).max(MAKS_ANSATTNUMMER), kontoId: z.coerce.number().int().min(0) });
