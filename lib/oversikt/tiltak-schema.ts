import { z } from 'zod';
import { brok, brokFraDesimal, avrundTilTall, ganger, sammenlign } from '#lib/core/brok.ts';
import type { Dato } from '#lib/core/dato.ts';
import { leggTilManeder, manedFor, sisteDag } from '#lib/core/maned.ts';
import { desimalFelt, datoFelt, heltallFelt, nektFelt, tekstFelt } from '#lib/core/skjemafelt.ts';

/** At most two years ahead: the vedtak in force say little of later. */
const LENGST_FREM = 24;

function prosent(maks: number) {
  return desimalFelt(1).transform((verdi, ctx): number => {
    if (verdi === '') return 0;
    const p = brokFraDesimal(verdi);
    if (sammenlign(p, brok(0)) < 0 || sammenlign(p, brok(maks)) > 0) nektFelt(ctx, 'tiltak.feil.prosent', { maks });
    return avrundTilTall(ganger(p, brok(10)));
  });
}

const felter = {
  tjenester: z.array(z.string().regex(/^[A-ZÆØÅ0-9_-]{1,40}$/)).max(60),
  prosent: prosent(100),
  mottakere: heltallFelt({ min: -500, maks: 500 }),
  pris: prosent(50),
  fra: datoFelt(),
  over: heltallFelt({ min: 1, maks: 24 }),
};

/** A measure as it is written, starting no earlier than `tidligst`. No service chosen is all of them. */
export function tiltakSkjema(tidligst: Dato) {
  const siste = sisteDag(leggTilManeder(manedFor(tidligst), LENGST_FREM));
  // Tried with the field, so that all that is wrong is said at once.
  const fra = felter.fra.superRefine((dag, ctx) => {
    if (dag < tidligst || dag > siste) nektFelt(ctx, 'tiltak.feil.fra');
  });
  return z.object({ ...felter, fra });
}

/** A scenario: a name and a measure; the day is tried by the service, which knows today. */
export const scenarioSkjema = z.object({ ...felter, navn: tekstFelt({ maks: 80 }) });

export const forkastSkjema = z.object({ id: z.coerce.number().int().positive() });

export const prisvirkemiddelSkjema = z.object({ bruk: z.enum(['JA', 'NEI']) });
