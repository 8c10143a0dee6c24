import { avrundTilTall, brok, type Brok, ganger, sumBrok } from '#lib/core/brok.ts';

/** Where a month's hours are from: approved visits, else what was granted. */
export type Gebyrkilde = 'LEVERT' | 'INNVILGET';
export type Avrunding = 'NED' | 'NAERMEST';

export type Gebyrfakta = {
  /** approved minutes to the recipient */
  readonly levertMinutter: number;
  /** whether anything at all was registered in the month, also what was nothing */
  readonly registrert: boolean;
  /** for each vedtak: granted minutes a week, and the days it held in the month without the absences */
  readonly innvilget: readonly { readonly perUke: Brok; readonly dager: number }[];
  readonly fravarsdager: number;
};
export type Gebyrsats = { readonly orePerTime: number; readonly avrunding: Avrunding };
export type Gebyrgrunnlag = { readonly kilde: Gebyrkilde; readonly minutter: number; readonly halvtimer: number; readonly fravarsdager: number; readonly ore: number };

/** Whole half hours of a month's minutes: down, or to the nearest (a quarter of an hour is up). */
export function halvtimer(minutter: number, avrunding: Avrunding): number {
  return Math.floor((minutter + (avrunding === 'NAERMEST' ? 15 : 0)) / 30);
}

/**
 * What a recipient's fee for a service in a month is reckoned of: delivered time where any is registered, else what was granted
 * for the days without absence. Rounded once, to half hours, on the month. Before any cap for income, which another system holds.
 */
export function beregnGebyrgrunnlag(f: Gebyrfakta, sats: Gebyrsats): Gebyrgrunnlag {
  const innvilget = avrundTilTall(sumBrok(f.innvilget.map((v) => ganger(v.perUke, brok(v.dager, 7)))));
  const kilde: Gebyrkilde = f.registrert ? 'LEVERT' : 'INNVILGET';
  const minutter = f.registrert ? f.levertMinutter : innvilget;
  const halve = halvtimer(minutter, sats.avrunding);
  return { kilde, minutter, halvtimer: halve, fravarsdager: f.fravarsdager, ore: avrundTilTall(brok(halve * sats.orePerTime, 2)) };
}

export const SAMMENLIGNINGER = ['LIK', 'FOR_MYE', 'FOR_LITE', 'IKKE_FAKTURERT', 'UTEN_GRUNNLAG'] as const;
export type Sammenligning = (typeof SAMMENLIGNINGER)[number];

/** What was invoiced against the basis. Less than the basis can be right: the income may cap it. */
export function sammenlign(grunnlagOre: number | null, fakturertOre: number | null): Sammenligning {
  if (grunnlagOre === null || grunnlagOre === 0) return (fakturertOre ?? 0) === 0 ? 'LIK' : 'UTEN_GRUNNLAG';
  if (fakturertOre === null) return 'IKKE_FAKTURERT';
  if (fakturertOre === grunnlagOre) return 'LIK';
  return fakturertOre > grunnlagOre ? 'FOR_MYE' : 'FOR_LITE';
}
