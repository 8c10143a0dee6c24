import { z } from 'zod';
import { avrundTilTall, brok, brokFraDesimal, ganger } from '#lib/core/brok.ts';
import { maned, parseManed } from '#lib/core/maned.ts';
import { nektFelt, tekstFelt } from '#lib/core/skjemafelt.ts';
import { lesBelop, lesDesimal, lesHeltall, lesMinutter } from '#lib/core/tolk-felt.ts';
import { KAPITLER, LENGSTE_KAPITTEL, RAPPORTSLAG, rapportstart } from '#lib/oversikt/domain/rapport.ts';
import { finnParameter, FLEST_PARAMETRE, PARAMETRE } from '#lib/oversikt/domain/rapportparametre.ts';

const id = z.coerce.number().int().positive();
const utgave = z.coerce.number().int().positive();

/** A new report: "<kind>:<last month>", so that only periods that are whole can be chosen. */
export const nyRapportSkjema = z
  .object({ periode: z.string(), sprak: z.enum(['nb', 'nn']), offentlig: z.boolean() })
  .transform((v, ctx) => {
    const [slag, til] = v.periode.split(':');
    const [kjent, slutt] = [RAPPORTSLAG.find((s) => s === slag), parseManed(til ?? '')];
    if (!kjent || !slutt || rapportstart(kjent, slutt) === null) {
      nektFelt(ctx, 'rapport.feil.periode', {}, ['periode']);
      return z.NEVER;
    }
    return { slag: kjent, til: maned(slutt), sprak: v.sprak, offentlig: v.offentlig };
  });

const somPromille = (prosent: string): number => avrundTilTall(ganger(brokFraDesimal(prosent), brok(10)));

/** Per cent with at most one decimal, in thousandths; empty is not given. */
function prosentFelt() {
  return z.string().transform((inn, ctx): number | null => {
    if (inn.trim() === '') return null;
    const lest = lesDesimal(inn, 1);
    if (lest === null || lest.startsWith('-') || Number(lest) > 100) {
      nektFelt(ctx, 'rapport.feil.prosent');
      return z.NEVER;
    }
    return somPromille(lest);
  });
}

const kapittel = z.string().max(LENGSTE_KAPITTEL, { error: 'langTekst' });
const kapitler = z.object(Object.fromEntries(KAPITLER.map((k) => [k, kapittel])) as Record<(typeof KAPITLER)[number], typeof kapittel>);

/** What is written, as it stands in the fields; saved as one types. */
export const lagreRapportSkjema = z.object({ id, utgave, kapitler, oppgitt: z.object({ SYKEFRAVAR: prosentFelt() }), offentlig: z.boolean() });
export const rapportUtgaveSkjema = z.object({ id, utgave });
export const publiserRapportSkjema = z.object({ id, avtrykk: z.string().regex(/^[0-9a-f]{64}$/) });
export const rapportTilbakeSkjema = z.object({ id, grunn: tekstFelt({ min: 5, maks: 1000 }) });
export const rettRapportSkjema = z.object({ id, rettelse: tekstFelt({ min: 5, maks: 1000 }) });

/** A target or a limit as it is typed for the parameter's form; null where there is none. */
function lesVerdi(kode: string, tekst: string): number | null | 'FEIL' {
  if (tekst.trim() === '') return null;
  const form = finnParameter(kode)?.form;
  if (form === 'promille') {
    const lest = lesDesimal(tekst, 1);
    return lest === null ? 'FEIL' : somPromille(lest);
  }
  const lest = form === 'ore' || form === 'oreEndring' ? lesBelop(tekst) : form === 'minutter' ? lesMinutter(tekst) : lesHeltall(tekst);
  return lest ?? 'FEIL';
}

const parameterrad = z.object({ kode: z.enum(PARAMETRE.map((p) => p.kode)), plass: z.string().max(3), mal: z.string().max(30), grense: z.string().max(30) });

/** The parameters the municipality reports: a place in the order (empty: not reported), a target and a limit. */
export const parametervalgSkjema = z.object({ rader: z.array(parameterrad).max(FLEST_PARAMETRE) }).transform(({ rader }, ctx) => {
  const lest = rader.map((r, i) => {
    const plass = r.plass.trim() === '' ? null : lesHeltall(r.plass);
    const [mal, grense] = [lesVerdi(r.kode, r.mal), lesVerdi(r.kode, r.grense)];
    if (r.plass.trim() !== '' && (plass === null || plass < 1 || plass > 99)) nektFelt(ctx, 'rapport.feil.plass', {}, ['rader', i, 'plass']);
    if (mal === 'FEIL') nektFelt(ctx, 'rapport.feil.verdi', {}, ['rader', i, 'mal']);
    if (grense === 'FEIL') nektFelt(ctx, 'rapport.feil.verdi', {}, ['rader', i, 'grense']);
    return { kode: r.kode, plass, mal: mal === 'FEIL' ? null : mal, grense: grense === 'FEIL' ? null : grense };
  });
  const valgt = lest.flatMap((r) => (r.plass === null ? [] : [{ ...r, plass: r.plass }]));
  if (valgt.length === 0) nektFelt(ctx, 'rapport.feil.ingen', {}, ['rader', 0, 'plass']);
  if (new Set(valgt.map((r) => r.plass)).size !== valgt.length) nektFelt(ctx, 'rapport.feil.plassTo', {}, ['rader', 0, 'plass']);
  return { valg: valgt.toSorted((a, b) => a.plass - b.plass).map(({ kode, mal, grense }) => ({ kode, mal, grense })) };
});
