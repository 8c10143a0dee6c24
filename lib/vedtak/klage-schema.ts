import { z } from 'zod';
import { datoFelt, heltallFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { INSTANSUTFALL, KLAGERE, KLAGEUTFALL } from '#lib/vedtak/domain/klage.ts';

export const nyKlageFelter = z.object({ klager: z.enum(KLAGERE), mottatt: datoFelt(), brevMottatt: valgfritt(datoFelt()), innhold: tekstFelt({ min: 10, maks: 8000 }) });
export const nyKlageSkjema = nyKlageFelter.extend({ vedtakId: heltallFelt({ min: 1 }) });
export type NyKlageData = z.output<typeof nyKlageSkjema>;

export const klageavgjorelseFelter = z.object({ utfall: z.enum(KLAGEUTFALL), oppreisning: z.boolean().default(false), nyttVedtak: valgfritt(heltallFelt({ min: 1 })), vurdering: tekstFelt({ min: 20, maks: 8000 }) });
export const avgjorKlageSkjema = klageavgjorelseFelter.extend({ klageId: heltallFelt({ min: 1 }), versjon: heltallFelt({ min: 1 }) });
export type AvgjorKlageData = z.output<typeof avgjorKlageSkjema>;

export const instansFelter = z.object({ utfall: z.enum(INSTANSUTFALL), dato: datoFelt(), nyttVedtak: valgfritt(heltallFelt({ min: 1 })), tekst: tekstFelt({ min: 10, maks: 4000 }) });
export const instansSkjema = instansFelter.extend({ klageId: heltallFelt({ min: 1 }), versjon: heltallFelt({ min: 1 }) });
export type InstansData = z.output<typeof instansSkjema>;
