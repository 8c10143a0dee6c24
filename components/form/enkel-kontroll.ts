import type { z } from 'zod';
import type { Feltavslag } from '#lib/core/feltavslag.ts';

/**
 * A check of our own where a form takes a schema: the form asks no more of one than this answers, so a page with a plain
 * check is not sent the schema library. The server parses the same fields with the schema `S` and has the last word.
 */
export function enkelKontroll<S extends z.ZodType>(kontroller: (verdier: z.input<S>) => readonly Feltavslag[]): S {
  const kontroll = {
    safeParseAsync: (verdier: z.input<S>) => {
      const issues = kontroller(verdier);
      return Promise.resolve(issues.length === 0 ? { success: true, data: verdier } : { success: false, error: { issues } });
    },
  };
  return kontroll as unknown as S;
}
