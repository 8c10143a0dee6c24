import { rensTekst } from '#lib/grunnlag/domain/filimport/les-celle.ts';

/** Functions a care sector's accounts are booked on. A kommune's own services add theirs. */
export const OMSORGSFUNKSJONER = ['120', '121', '130', '180', '190', '232', '233', '234', '241', '242', '243', '253', '254', '256', '261', '265', '273', '275', '276', '281', '283', '840', '850'] as const;

/** "254", "2540 Hjemmetjenester", "254 - Hjemmeboende" → "254": the first three digits of a code of three to six. Null otherwise. */
export function kostrakode(tekst: string): string | null {
  return /^(\d{3})\d{0,3}(?:[ \-–:.]|$)/.exec(rensTekst(tekst))?.[1] ?? null;
}

/** The arts that accounts of care mostly have, for a choice where a file has names instead of codes. */
export const KOSTRA_ARTER = [
  { art: '010', navn: 'Fastlønn' },
  { art: '020', navn: 'Lønn til vikarer' },
  { art: '030', navn: 'Lønn til ekstrahjelp' },
  { art: '040', navn: 'Overtidslønn' },
  { art: '050', navn: 'Annen lønn' },
  { art: '090', navn: 'Pensjon' },
  { art: '099', navn: 'Arbeidsgiveravgift' },
  { art: '114', navn: 'Medisinsk forbruksmateriell' },
  { art: '115', navn: 'Matvarer' },
  { art: '120', navn: 'Annet forbruksmateriell' },
  { art: '160', navn: 'Utgifter til reise' },
  { art: '190', navn: 'Leie av lokaler' },
  { art: '200', navn: 'Inventar og utstyr' },
  { art: '270', navn: 'Konsulenttjenester' },
  { art: '350', navn: 'Kjøp fra kommuner' },
  { art: '370', navn: 'Kjøp fra private' },
  { art: '600', navn: 'Brukerbetaling' },
  { art: '700', navn: 'Refusjon fra staten' },
  { art: '710', navn: 'Sykelønnsrefusjon' },
  { art: '810', navn: 'Andre statlige tilskudd' },
] as const;
