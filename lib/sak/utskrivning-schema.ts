import { z } from 'zod';
import { belopFelt, datoFelt, klokkeslettFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { SVAR } from '#lib/sak/domain/utskrivning.ts';

const id = z.coerce.number().int().positive();

export const utskrivningSkjema = z.object({ mottakerId: id, sykehus: tekstFelt({ min: 2, maks: 100 }), dag: datoFelt(), klokkeslett: klokkeslettFelt() });
export const svarSkjema = z.object({ id, svar: z.enum(SVAR), kanFra: valgfritt(datoFelt()), tilbud: valgfritt(tekstFelt({ maks: 300 })) });
export const hentetSkjema = z.object({ id, hentet: datoFelt() });
export const trekkUtskrivningSkjema = z.object({ id });
/** Øre a night, from a day; `kilde` says where the rate is from, `bekreftet` whether somebody has checked it. */
export const dognsatsSkjema = z.object({ fom: datoFelt(), sats: belopFelt({ min: 1, maks: 10_000_000 }), kilde: tekstFelt({ min: 3, maks: 200 }), bekreftet: z.boolean() });
