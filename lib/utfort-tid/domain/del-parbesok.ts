/** How the time of one visit to two who live together is shared: in two, or as their vedtak grant it. */
export const PARREGLER = ['LIKT', 'ETTER_VEDTAK'] as const;
export type Parregel = (typeof PARREGLER)[number];

/**
 * Whole minutes to each, adding up to the visit; an odd minute goes to the first. By vedtak it is in proportion to what
 * each is granted a visit, and in two where either is granted no length. Each gets at least one minute.
 *
 * @throws RangeError when there are fewer than two minutes to share
 */
export function delParbesok(minutter: number, regel: Parregel, planlagt: readonly [number | null, number | null]): readonly [number, number] {
  if (!Number.isInteger(minutter) || minutter < 2) throw new RangeError('et besøk hos to er minst to minutter');
  const [a, b] = planlagt;
  const etterVedtak = regel === 'ETTER_VEDTAK' && a !== null && b !== null && a + b > 0;
  // Rounded half up for the first; the second gets the rest, so that no minute is lost or made.
  const forste = etterVedtak ? Math.floor((2 * minutter * a + a + b) / (2 * (a + b))) : Math.ceil(minutter / 2);
  const innenfor = Math.min(minutter - 1, Math.max(1, forste));
  return [innenfor, minutter - innenfor];
}
