import { z } from 'zod';
import type { Dato } from '#lib/core/dato.ts';
import { lesBelop, lesDato, lesDesimal, lesHeltall, lesKlokkeslett, lesMinutter } from '#lib/core/tolk-felt.ts';

/**
 * Zod fields that read what people type. Each accepts the typed text or the value already read, so the browser and
 * the server can parse the same input with the same schema. A refusal carries `params.nokkel`, which names a text in
 * messages/<sprak>/skjema.json (`feil.<nokkel>`), or a whole path ("vedtak.feil.overlapp") for a room's own texts.
 */

/** Adds a refusal with a key and its values; use it in a room's own superRefine as well. */
export function nektFelt(ctx: z.RefinementCtx, nokkel: string, verdier: Record<string, string | number> = {}, path?: PropertyKey[]): void {
  ctx.addIssue({ code: 'custom', params: { nokkel, ...verdier }, ...(path ? { path: [...path] } : {}) });
}

function tallfelt(les: (tekst: string) => number | null, nokkel: string, min: number | undefined, maks: number | undefined) {
  return z.union([z.number(), z.string()], { error: 'mangler' }).transform((inn, ctx): number => {
    if (typeof inn === 'string' && inn.trim() === '') return avslag(ctx, 'mangler');
    const tall = typeof inn === 'number' ? inn : les(inn);
    if (tall === null || !Number.isSafeInteger(tall)) return avslag(ctx, nokkel);
    if (min !== undefined && tall < min) return avslag(ctx, `${nokkel}Min`, { min });
    if (maks !== undefined && tall > maks) return avslag(ctx, `${nokkel}Maks`, { maks });
    return tall;
  });
}

function avslag(ctx: z.RefinementCtx, nokkel: string, verdier: Record<string, string | number> = {}): never {
  nektFelt(ctx, nokkel, verdier);
  return z.NEVER;
}

/** Whole øre from "12 400,50"; limits in øre. */
export function belopFelt({ min = 0, maks }: { min?: number | undefined; maks?: number } = {}) {
  return tallfelt(lesBelop, 'belop', min, maks);
}

/** A whole number. */
export function heltallFelt({ min = 0, maks }: { min?: number | undefined; maks?: number } = {}) {
  return tallfelt(lesHeltall, 'tall', min, maks);
}

/** Whole minutes from "5,25", "5 t 15 min", "5:15"; a bare number is hours unless `bareTall` says minutes. */
export function minutterFelt({ min = 0, maks, bareTall }: { min?: number; maks?: number; bareTall?: 'timer' | 'minutter' } = {}) {
  return tallfelt((tekst) => lesMinutter(tekst, bareTall), 'minutter', min, maks);
}

/** A decimal as exact text with a point, "5.25"; never a binary fraction. */
export function desimalFelt(desimaler: number) {
  return z.string({ error: 'mangler' }).transform((inn, ctx): string => {
    if (inn.trim() === '') return avslag(ctx, 'mangler');
    return lesDesimal(inn, desimaler) ?? avslag(ctx, 'desimal', { desimaler });
  });
}

/** A date that exists, from "5.1.2026" or ISO. */
export function datoFelt() {
  return z.string({ error: 'mangler' }).transform((inn, ctx): Dato => {
    if (inn.trim() === '') return avslag(ctx, 'mangler');
    return lesDato(inn) ?? avslag(ctx, 'dato');
  });
}

/** "HH:MM" from "7.40", "07:40" or "0740". */
export function klokkeslettFelt() {
  return z.string({ error: 'mangler' }).transform((inn, ctx): string => {
    if (inn.trim() === '') return avslag(ctx, 'mangler');
    return lesKlokkeslett(inn) ?? avslag(ctx, 'klokkeslett');
  });
}

/** Trimmed text with at least `min` and at most `maks` characters. */
export function tekstFelt({ min = 1, maks = 4000 }: { min?: number; maks?: number } = {}) {
  return z.string({ error: 'mangler' }).transform((inn, ctx): string => {
    const tekst = inn.trim();
    if (tekst.length < min) return avslag(ctx, tekst.length === 0 ? 'mangler' : 'kortTekst', { min });
    if (tekst.length > maks) return avslag(ctx, 'langTekst', { maks });
    return tekst;
  });
}

/** An empty or missing input becomes null; anything else must satisfy `felt`. */
export function valgfritt<F extends z.ZodType>(felt: F) {
  return z.union([z.literal('').transform(() => null), z.null(), z.undefined().transform(() => null), felt]);
}

/** `fom` and `tom` inclusive; `tom` empty is open-ended when `apen`. Refuses an end before the start. */
export function periodeFelt({ apen = true }: { apen?: boolean } = {}) {
  return z
    .object({ fom: datoFelt(), tom: apen ? valgfritt(datoFelt()) : datoFelt() })
    .superRefine((periode, ctx) => {
      if (periode.tom !== null && periode.tom < periode.fom) nektFelt(ctx, 'tomForFom', {}, ['tom']);
    });
}
