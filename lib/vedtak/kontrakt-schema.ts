import { z } from 'zod';
import { belopFelt, datoFelt, heltallFelt, nektFelt, periodeFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { MAKS_BELOP_ORE } from '#lib/vedtak/domain/feltgrenser.ts';
import { FLESTE_POSTER } from '#lib/vedtak/domain/kontrakt.ts';
import type { Kontraktspost } from '#lib/vedtak/domain/kontrakt.ts';

const id = heltallFelt({ min: 1 });

/** The lines of the content: empty ones fall away, half ones are refused where the half is missing, and there is at least one. */
const poster = z.array(z.object({ hva: z.string().max(200), ofte: z.string().max(200) })).min(1).max(FLESTE_POSTER).transform((rader, ctx): Kontraktspost[] => {
  const lest = rader.map((rad) => ({ hva: rad.hva.trim(), ofte: rad.ofte.trim() }));
  const alleTomme = lest.every((rad) => rad.hva === '' && rad.ofte === '');
  lest.forEach((rad, i) => {
    const tom = rad.hva === '' && rad.ofte === '';
    if (tom && !(alleTomme && i === 0)) return;
    if (rad.hva === '') nektFelt(ctx, 'mangler', {}, [i, 'hva']);
    if (rad.ofte === '') nektFelt(ctx, 'mangler', {}, [i, 'ofte']);
  });
  return lest.filter((rad) => rad.hva !== '');
});

const bud = { manedsbelop: belopFelt({ min: 1, maks: MAKS_BELOP_ORE }), periode: periodeFelt(), poster, frist: datoFelt(), tekst: z.string().trim().max(2000).default('') };

/** A bid as typed. */
export const budFelter = z.object(bud);
export type BudInn = z.input<typeof budFelter>;
export type BudData = z.output<typeof budFelter>;

/** The first bid, with what it is about and who it is sent to. */
export const apneForhandlingFelter = z.object({ ...bud, tjeneste: tekstFelt({ maks: 80 }), enhet: id });
export const apneForhandlingSkjema = apneForhandlingFelter.extend({ mottakerId: id });
export type ApneForhandlingData = z.output<typeof apneForhandlingSkjema>;

/** A counter to bid number `nr`. */
export const motbudSkjema = budFelter.extend({ forhandlingId: id, nr: id });
export type MotbudData = z.output<typeof motbudSkjema>;

/** A signature has no fields of its own: it is on bid number `nr`, as it was shown. */
export const signerFelter = z.object({});
export const signerSkjema = z.object({ forhandlingId: id, nr: id });
export type SignerData = z.output<typeof signerSkjema>;

export const sluttFelter = z.object({ grunn: tekstFelt({ min: 5, maks: 1000 }) });
export const avsluttForhandlingSkjema = sluttFelter.extend({ forhandlingId: id });
export type AvsluttForhandlingData = z.output<typeof avsluttForhandlingSkjema>;
