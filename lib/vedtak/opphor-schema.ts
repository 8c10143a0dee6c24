import { z } from 'zod';
import { datoFelt, heltallFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { OPPHORSGRUNNER } from '#lib/vedtak/domain/opphor-vedtak.ts';
import { VARSELUNNTAK } from '#lib/vedtak/domain/varsel.ts';

const opphorFelter = {
  tom: datoFelt(),
  grunn: z.enum(OPPHORSGRUNNER),
  unntak: valgfritt(z.enum(VARSELUNNTAK)),
  begrunnelse: tekstFelt({ min: 20, maks: 2000 }),
};

export const opphorSkjema = z.object(opphorFelter);
export const opphorVedtakSkjema = z.object({ ...opphorFelter, vedtakId: heltallFelt({ min: 1 }), virkningId: heltallFelt({ min: 1 }) });
export type OpphorVedtakData = z.output<typeof opphorVedtakSkjema>;

/** The guided end of everything at once. */
export const sluttfelter = z.object({ dato: datoFelt(), grunn: z.enum(['DOD', 'FLYTTET', 'LANGTIDSOPPHOLD']), begrunnelse: tekstFelt({ min: 20, maks: 2000 }) });
export const sluttSkjema = sluttfelter.extend({ mottakerId: heltallFelt({ min: 1 }), versjon: heltallFelt({ min: 1 }) });
export type SluttData = z.output<typeof sluttSkjema>;
