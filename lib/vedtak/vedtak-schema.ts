import { z } from 'zod';
import { belopFelt, heltallFelt, minutterFelt, nektFelt, periodeFelt, tekstFelt, valgfritt } from '#lib/core/skjemafelt.ts';
import { MINSTE_BEGRUNNELSE } from '#lib/vedtak/domain/fatt-vedtak.ts';
import { PLASSTYPER } from '#lib/vedtak/domain/omfang.ts';
import { VARSELUNNTAK } from '#lib/vedtak/domain/varsel.ts';
import { MAKS_ANTALL, MAKS_BEGRUNNELSE, MAKS_BELOP_ORE, MAKS_MINUTTER, MAKS_REDUKSJONSGRUNN, MAKS_UKER, MINSTE_REDUKSJONSGRUNN, OMFANGSFELT } from '#lib/vedtak/domain/feltgrenser.ts';

/** How the new vedtak stands to those in force: `NY`, `TILLEGG`, or the id of the one it replaces. */
const forholdFelt = z.string().regex(/^(NY|TILLEGG|[1-9]\d{0,9})$/);

/** The form's fields. The browser is sent the plain check of `kontroller-felter.ts`, not this: it must say the same. */
export const nyttVedtakFelter = {
  tjeneste: tekstFelt({ maks: 80 }),
  volumenhet: z.enum(['TIMER', 'ANTALL', 'NIVA', 'PLASS', 'KONTRAKT']),
  utfall: z.enum(['INNVILGET', 'DELVIS', 'AVSLAG']),
  timer: valgfritt(minutterFelt({ min: 1, maks: MAKS_MINUTTER })),
  besok: valgfritt(heltallFelt({ maks: MAKS_ANTALL })),
  perUker: heltallFelt({ min: 1, maks: MAKS_UKER }),
  antall: valgfritt(heltallFelt({ min: 1, maks: MAKS_ANTALL })),
  niva: valgfritt(heltallFelt({ min: 1, maks: 7 })),
  plasstype: valgfritt(z.enum(PLASSTYPER)),
  manedsbelop: valgfritt(belopFelt({ min: 1, maks: MAKS_BELOP_ORE })),
  delTimer: z.record(z.string().max(20), valgfritt(minutterFelt({ maks: MAKS_MINUTTER }))).default({}),
  delBesok: z.record(z.string().max(20), valgfritt(heltallFelt({ maks: MAKS_ANTALL }))).default({}),
  enhet: valgfritt(heltallFelt({ min: 1 })),
  periode: periodeFelt(),
  begrunnelse: tekstFelt({ min: MINSTE_BEGRUNNELSE, maks: MAKS_BEGRUNNELSE }),
  forhold: forholdFelt,
  reduksjonsgrunn: valgfritt(tekstFelt({ min: MINSTE_REDUKSJONSGRUNN, maks: MAKS_REDUKSJONSGRUNN })),
  varselunntak: valgfritt(z.enum(VARSELUNNTAK)),
  kort: z.boolean().default(false),
};

const feltskjema = z.object(nyttVedtakFelter);
export type NyttVedtakFelter = z.output<typeof feltskjema>;

export function krevFelter(data: NyttVedtakFelter, ctx: z.RefinementCtx): void {
  if (data.utfall === 'AVSLAG') return;
  const felt = OMFANGSFELT[data.volumenhet];
  if (data[felt] === null) nektFelt(ctx, 'mangler', {}, [felt]);
  if (data.enhet === null) nektFelt(ctx, 'velg', {}, ['enhet']);
  if (data.forhold === 'TILLEGG' && data.periode.tom === null) nektFelt(ctx, 'vedtak.avslag.tilleggUtenSlutt', {}, ['periode', 'tom']);
}

/** The fields as typed, for what the form is checked against. */
export const nyttVedtakSkjema = feltskjema.superRefine(krevFelter);
export type NyttVedtakInn = z.input<typeof nyttVedtakSkjema>;
