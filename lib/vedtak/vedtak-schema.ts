import { z } from 'zod';
import { belopFelt, heltallFelt, minutterFelt, nektFelt, periodeFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { MINSTE_BEGRUNNELSE } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { PLASSTYPER } from '#lib/vedtak/domain/omfang.ts';

/** How the new vedtak stands to those in force: `NY`, `TILLEGG`, or the id of the one it replaces. */
const forholdFelt = z.string().regex(/^(NY|TILLEGG|[1-9]\d{0,9})$/);

/** Three people around the clock for a week. */
const MAKS_MINUTTER = 7 * 24 * 60 * 3;

/** The form's fields; what only the server parses of them stands in `vedtak-mottak-schema.ts`, so that the browser is not sent it. */
export const nyttVedtakFelter = {
  tjeneste: tekstFelt({ maks: 80 }),
  volumenhet: z.enum(['TIMER', 'ANTALL', 'NIVA', 'PLASS', 'KONTRAKT']),
  utfall: z.enum(['INNVILGET', 'DELVIS', 'AVSLAG']),
  timer: valgfritt(minutterFelt({ min: 1, maks: MAKS_MINUTTER })),
  besok: valgfritt(heltallFelt({ maks: 500 })),
  perUker: heltallFelt({ min: 1, maks: 12 }),
  antall: valgfritt(heltallFelt({ min: 1, maks: 500 })),
  niva: valgfritt(heltallFelt({ min: 1, maks: 7 })),
  plasstype: valgfritt(z.enum(PLASSTYPER)),
  manedsbelop: valgfritt(belopFelt({ min: 1, maks: 1_000_000_000 })),
  delTimer: z.record(z.string().max(20), valgfritt(minutterFelt({ maks: MAKS_MINUTTER }))).default({}),
  delBesok: z.record(z.string().max(20), valgfritt(heltallFelt({ maks: 500 }))).default({}),
  enhet: valgfritt(heltallFelt({ min: 1 })),
  periode: periodeFelt(),
  begrunnelse: tekstFelt({ min: MINSTE_BEGRUNNELSE, maks: 8000 }),
  forhold: forholdFelt,
  reduksjonsgrunn: valgfritt(tekstFelt({ min: 10, maks: 1000 })),
};

const feltskjema = z.object(nyttVedtakFelter);
export type NyttVedtakFelter = z.output<typeof feltskjema>;

const OMFANGSFELT = { TIMER: 'timer', ANTALL: 'antall', NIVA: 'niva', PLASS: 'plasstype', KONTRAKT: 'manedsbelop' } as const;

export function krevFelter(data: NyttVedtakFelter, ctx: z.RefinementCtx): void {
  if (data.utfall === 'AVSLAG') return;
  const felt = OMFANGSFELT[data.volumenhet];
  if (data[felt] === null) nektFelt(ctx, 'mangler', {}, [felt]);
  if (data.enhet === null) nektFelt(ctx, 'velg', {}, ['enhet']);
  if (data.forhold === 'TILLEGG' && data.periode.tom === null) nektFelt(ctx, 'vedtak.avslag.tilleggUtenSlutt', {}, ['periode', 'tom']);
}

/** What the form parses in the browser. */
export const nyttVedtakSkjema = feltskjema.superRefine(krevFelter);
export type NyttVedtakInn = z.input<typeof nyttVedtakSkjema>;
