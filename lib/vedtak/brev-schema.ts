import { z } from 'zod';
import { erDato } from '#lib/core/dato.ts';
import { ALLE_TEKSTER, SENERE_TEKSTER } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Brevmal, Maltekst } from '#lib/vedtak/domain/brev/brevmal.ts';
import { SENERE_NB, SENERE_NN } from '#lib/vedtak/domain/brev/saksbrevtekst.ts';

const linje = z.string().trim().min(1).max(2000);
/** Every text; one that came later than the version has the project's own words. */
const tekster = (senere: Readonly<Record<string, string>>) => {
  const felt = (nokkel: Maltekst) => ((SENERE_TEKSTER as readonly string[]).includes(nokkel) ? linje.default(senere[nokkel] ?? '') : linje);
  return z.object(Object.fromEntries(ALLE_TEKSTER.map((nokkel) => [nokkel, felt(nokkel)])) as Record<Maltekst, typeof linje>).strict();
};

/** What a template holds beside its version and first day; every text in both languages. */
export const malinnholdSkjema = z.object({
  klageuker: z.number().int().min(1).max(6),
  rettskilder: z.record(z.string().regex(/^[A-Z][A-Z0-9_]{0,29}$/), z.object({ nb: linje, nn: linje, bekreftet: z.boolean() })),
  tekst: z.object({ nb: tekster(SENERE_NB), nn: tekster(SENERE_NN) }),
});

/** A municipality's template as a file. */
export const brevmalSkjema = malinnholdSkjema.extend({
  versjon: z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._-]{0,29}$/),
  fom: z.string().refine(erDato, 'fom må være en dato som finnes (åååå-mm-dd)'),
});

/** A stored version back to a template. @throws ZodError when it is not whole. */
export function tilBrevmal(rad: { versjon: string; fom: string; innhold: unknown }): Brevmal {
  return { ...malinnholdSkjema.parse(rad.innhold), versjon: rad.versjon, fom: rad.fom as Brevmal['fom'] };
}
