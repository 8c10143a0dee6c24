import { z } from 'zod';
import { datoFelt, heltallFelt, klokkeslettFelt, nektFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { IKKE_UTFORT, OPPGAVER } from '#lib/oppdrag/domain/besoksplan.ts';

const id = z.coerce.number().int().positive();
const dag = z.iso.date();

/** Plans for every order of the unit that has none. */
export const foreslaSkjema = z.object({ enhetId: id });

const innhold = {
  start: klokkeslettFelt(),
  minutter: heltallFelt({ min: 1, maks: 1440 }),
  ansattId: valgfritt(id),
};

/** A planned visit of one day gets another time, length or employee. Empty employee: whoever the plan says. */
export const flyttDagSkjema = z.object({ planId: id, dato: dag, ...innhold });

/** A row of the week's plan, new or in the place of another, from a day on. */
export const planradSkjema = z
  .object({
    planId: z.union([z.null(), id]),
    oppdragId: id,
    ukedag: z.coerce.number().int().min(1).max(7),
    ...innhold,
    personer: z.coerce.number().int().min(1).max(4),
    oppgaver: z.array(z.enum(OPPGAVER)).max(OPPGAVER.length),
    fom: datoFelt(),
    tom: valgfritt(datoFelt()),
  })
  .superRefine((d, ctx) => {
    if (d.tom !== null && d.tom < d.fom) nektFelt(ctx, 'plan.avslag.tomForFom', {}, ['tom']);
  });

/** The row is no longer in the plan from a day on. */
export const avsluttPlanradSkjema = z.object({ planId: id, fra: dag });

const besok = z.object({ planId: id, dato: dag });

/** Planned visits that were not delivered, and why. */
export const ikkeUtfortSkjema = z.object({ besok: z.array(besok).min(1).max(200), grunn: z.enum(IKKE_UTFORT) });

/** What differs on the day does not after all. */
export const angreUnntakSkjema = besok;
