import { z } from 'zod';
import { datoFelt, heltallFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { MELDINGSKATEGORIER } from '#lib/utfort-tid/domain/melding.ts';
import { AVVIKSSLAG, STORSTE_PROVE } from '#lib/utfort-tid/domain/stikkprove.ts';

const id = z.coerce.number().int().positive();

/** A draw: of a unit's visits in a period, by a seed where one is given. */
export const trekkSkjema = z.object({ enhetId: id, fom: datoFelt(), tom: datoFelt(), antall: heltallFelt({ min: 1, maks: STORSTE_PROVE }), fro: valgfritt(heltallFelt({ min: 1, maks: 2_147_483_647 })) });
const rad = { stikkproveId: id, nummer: z.coerce.number().int().min(1) };
export const resultatSkjema = z.object({ ...rad, utfall: z.enum(['STEMMER', 'AVVIK']), slag: z.union([z.enum(AVVIKSSLAG), z.literal('')]).transform((v) => (v === '' ? null : v)), merknad: valgfritt(tekstFelt({ maks: 500 })) });
export const oppfolgingSkjema = z.object({ ...rad, oppfolging: tekstFelt({ min: 3, maks: 500 }) });
/** How many of a kind, in a month. */
export const meldingSkjema = z.object({ enhetId: id, maned: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), slag: z.enum(['KLAGE', 'AVVIK']), kategori: z.enum(MELDINGSKATEGORIER), antall: heltallFelt({ min: 0, maks: 9999 }) });
