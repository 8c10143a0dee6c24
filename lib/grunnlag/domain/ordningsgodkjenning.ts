import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';

/**
 * Who may approve a scheme that another has proposed: the setting `ordningGodkjenning` `{"roller": ["radmann"]}`. By
 * default another controller or the rådmann. That it is another person is no setting: a scheme carries prices.
 */
export function tolkOrdningGodkjenning(verdi: unknown): readonly Rolle[] {
  const roller = typeof verdi === 'object' && verdi !== null && 'roller' in verdi && Array.isArray(verdi.roller) ? verdi.roller : [];
  const lovlige = (['controller', 'radmann'] as const).filter((r) => roller.includes(r));
  return lovlige.length === 0 ? ['controller', 'radmann'] : lovlige;
}
