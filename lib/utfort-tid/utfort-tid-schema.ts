import { z } from 'zod';
import { datoFelt, heltallFelt, klokkeslettFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { KATEGORIER } from '#lib/utfort-tid/domain/kategori.ts';

const id = z.coerce.number().int().positive();
const dag = z.iso.date();
const uke = z.string().regex(/^\d{4}-W\d{2}$/);
const grunn = tekstFelt({ min: 3, maks: 500 });

const innhold = { dato: datoFelt(), start: klokkeslettFelt(), minutter: heltallFelt({ min: 1, maks: 1440 }), kategori: z.enum(KATEGORIER) };

/** A visit as it is entered. `klientId` is made where it is entered: any number of sendings are one visit. */
export const registrerSkjema = z.object({
  klientId: z.uuid(),
  oppdragId: id,
  ...innhold,
  ansattId: valgfritt(id),
  grunn: valgfritt(grunn),
});

/** Which visit, and which version was looked at. */
const sett = { dag, besokId: id, versjon: id };

export const rettSkjema = z.object({ ...sett, ...innhold, grunn });
export const flyttSkjema = z.object({ ...sett, oppdragId: id, grunn });
export const leggBortSkjema = z.object({ ...sett, grunn });
export const kvitterEttSkjema = z.object(sett);

/** Bulk approval of a week, or of one day in it: only if it is still what was shown. */
export const kvitterAlleSkjema = z.object({ uke, enhetId: id, dag: z.union([z.null(), dag]), antall: z.number().int().positive(), avtrykk: z.string().max(300) });

/** One round of approvals, by its time and account. */
export const angreRundeSkjema = z.object({ uke, enhetId: id, tidMs: z.number().int().positive(), kontoId: z.union([z.null(), id]) });

export const ukeSkjema = z.object({ uke, enhetId: id });

/** Missing visits that were made as planned, and why they are entered afterwards. */
export const somPlanlagtSkjema = z.object({ besok: z.array(z.object({ planId: id, dato: dag })).min(1).max(100), grunn });
