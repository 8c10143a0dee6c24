import { rensTekst } from '#lib/grunnlag/domain/filimport/les-celle.ts';

/** Functions a care sector's accounts are booked on. A kommune's own services add theirs. */
export const OMSORGSFUNKSJONER = ['120', '121', '130', '180', '190', '232', '233', '234', '241', '242', '243', '253', '254', '256', '261', '265', '273', '275', '276', '281', '283', '840', '850'] as const;

/** "254", "2540 Hjemmetjenester", "254 - Hjemmeboende" → "254": the first three digits of a code of three to six. Null otherwise. */
export function kostrakode(tekst: string): string | null {
  return /^(\d{3})\d{0,3}(?:[ \-–:.]|$)/.exec(rensTekst(tekst))?.[1] ?? null;
}
