import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import { skjemafeil } from '#lib/core/skjemafeil.ts';
import type { HandlingFeil } from '#lib/server/handling-resultat.ts';

/** Zod's refusals as messages at their fields, in the language of the request. */
export async function zodFeil(error: { issues: readonly z.core.$ZodIssue[] }): Promise<HandlingFeil[]> {
  const t = await getTranslations();
  return skjemafeil(error).map(({ felt, nokkel, verdier }) => ({
    ...(felt ? { felt } : {}),
    melding: t(nokkel as never, verdier as never),
  }));
}
