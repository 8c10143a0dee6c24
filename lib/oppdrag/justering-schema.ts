import { z } from 'zod';
import { datoFelt, heltallFelt, klokkeslettFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';

const id = z.coerce.number().int().positive();
const periode = { fom: datoFelt(), tom: datoFelt() };
const grunn = tekstFelt({ min: 3, maks: 300 });

export const PAUSEARSAKER = ['SYKEHUS', 'KORTTID', 'BORTREIST', 'ANNET'] as const;

/** More per week, at once. */
export const merSkjema = z.object({ oppdragId: id, ...periode, minutter: heltallFelt({ min: 0, maks: 10_000 }), besok: heltallFelt({ min: 0, maks: 100 }), grunn });

/** A planned visit at another time of the day for a while. */
export const flyttetSkjema = z.object({ oppdragId: id, planId: id, ...periode, start: klokkeslettFelt(), grunn });

/** Answers adjustments, one or many. */
export const godkjennJusteringSkjema = z.object({ ider: z.array(id).min(1).max(200) });
export const avslaJusteringSkjema = z.object({ ider: z.array(id).min(1).max(200), grunn });

/** How many days an adjustment may last, from a day. */
export const justeringsregelSkjema = z.object({ dager: heltallFelt({ min: 1, maks: 60 }) });

/** The vedtak rests. */
export const pauseSkjema = z.object({ oppdragId: id, arsak: z.enum(PAUSEARSAKER), fom: datoFelt(), tom: valgfritt(datoFelt()) });
/** It goes on again: the last day away. */
export const pauseSluttSkjema = z.object({ pauseId: id, tom: datoFelt() });
export const bekreftPauseSkjema = z.object({ ider: z.array(id).min(1).max(200) });

export const kapasitetSkjema = z.object({ oppdragId: id, grunn, tidligst: datoFelt() });
export const kapasitetLostSkjema = z.object({ id });
