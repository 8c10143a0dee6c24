import { z } from 'zod';
import { datoFelt, heltallFelt, nektFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { MALSEKSJONER } from '#lib/vedtak/domain/brev/malseksjoner.ts';
import type { Malseksjon } from '#lib/vedtak/domain/brev/malseksjoner.ts';

const utgave = heltallFelt({ min: 1 });
const tekster = z.record(z.string().max(40), tekstFelt({ maks: 2000 }));

/** A new draft, from the version in use; nothing is asked. */
export const nyttMalutkastSkjema = z.object({});

/** One part of the draft in both languages, and the edition that was seen. */
export const malseksjonSkjema = z.object({ seksjon: z.enum(Object.keys(MALSEKSJONER) as [Malseksjon, ...Malseksjon[]]), utgave, nb: tekster, nn: tekster });
export type MalseksjonData = z.output<typeof malseksjonSkjema>;

const valgfriTekst = z.string().trim().max(200);
const rad = z.object({ kode: z.string().trim().max(30), nb: valgfriTekst, nn: valgfriTekst, bekreftet: z.enum(['', 'ja']) });

/** The legal references and the weeks one has to appeal; a row without anything in it is no reference. */
export const rettskilderSkjema = z.object({ utgave, klageuker: heltallFelt({ min: 1, maks: 6 }), rader: z.array(rad).max(60) }).superRefine((data, ctx) => {
  const sett = new Set<string>();
  data.rader.forEach((r, i) => {
    if (r.kode === '' && r.nb === '' && r.nn === '') return;
    if (!/^[A-Z][A-Z0-9_]{0,29}$/.test(r.kode)) nektFelt(ctx, 'brevmal.feil.kode', {}, ['rader', i, 'kode']);
    else if (sett.has(r.kode)) nektFelt(ctx, 'brevmal.feil.toganger', {}, ['rader', i, 'kode']);
    sett.add(r.kode);
    for (const sprak of ['nb', 'nn'] as const) if (r[sprak] === '') nektFelt(ctx, 'mangler', {}, ['rader', i, sprak]);
  });
});
export type RettskilderData = z.output<typeof rettskilderSkjema>;

/** The draft becomes a version. */
export const malIKraftSkjema = z.object({ utgave, versjon: tekstFelt({ maks: 30 }), fom: datoFelt() }).superRefine((data, ctx) => {
  if (!/^[0-9A-Za-z][0-9A-Za-z._-]{0,29}$/.test(data.versjon)) nektFelt(ctx, 'brevmal.feil.versjon', {}, ['versjon']);
});
export type MalIKraftData = z.output<typeof malIKraftSkjema>;

export const forkastMalutkastSkjema = z.object({ utgave });
