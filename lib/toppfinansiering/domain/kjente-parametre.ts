import { brokFraDesimal } from '#lib/core/brok.ts';
import { ore, type Ore } from '#lib/core/ore.ts';
import type { Tilskuddsparametre } from './toppfinansiering.ts';

/** A grant year's circular as data: amounts in øre, the grade as exact decimal text. */
export type Parametersett = {
  /** the grant year that the figures are published for */
  readonly tilskuddsar: number;
  readonly innslagspunktOre: Ore;
  readonly kompensasjonsgrad: string;
  readonly puFradragOre: Ore;
  readonly aldersgrense: number | null;
  readonly kostraFunksjoner: readonly string[];
  readonly lonnsarter: readonly string[];
  /** With it the grant is the municipality's as a whole: an own share per inhabitant is taken from what is above the threshold. */
  readonly egenandelPerInnbyggerOre?: Ore | null;
  readonly trinn2FraOre?: Ore | null;
  readonly trinn2Grad?: string | null;
  /** The extra grant of small municipalities: fewer inhabitants than, own share per inhabitant above, grade. */
  readonly tilleggMaksInnbyggere?: number | null;
  readonly tilleggTerskelOre?: Ore | null;
  readonly tilleggGrad?: string | null;
  readonly kilde: string;
  /** someone has read the circular, and another person has confirmed the figures */
  readonly bekreftet: boolean;
};

const FUNKSJONER = ['232', '233', '234', '241', '242', '243', '253', '254', '273'] as const;
const felles = { aldersgrense: 67, kostraFunksjoner: FUNKSJONER, lonnsarter: ['010-099'], bekreftet: false } as const;
const kr = (belop: number): Ore => ore(belop * 100);

/**
 * What public sources say, year by year. None is confirmed against the circular, and years that no source names are left
 * out. Each row says where its own figures come from, and which are carried from another year.
 */
export const KJENTE_PARAMETRE: readonly Parametersett[] = [
  { ...felles, tilskuddsar: 2014, innslagspunktOre: kr(1_010_000), kompensasjonsgrad: '0.8', puFradragOre: kr(576_000), kilde: 'Statsbudsjettet 2015; PU-fradrag: SØF avsnitt 2.5' },
  { ...felles, tilskuddsar: 2021, innslagspunktOre: kr(1_430_000), kompensasjonsgrad: '0.8', puFradragOre: kr(744_000), kilde: 'helsedirektoratet.no, 2021' },
  { ...felles, tilskuddsar: 2024, innslagspunktOre: kr(1_608_000), kompensasjonsgrad: '0.8', puFradragOre: kr(832_000), kilde: 'sticos.no om IS-4/2024' },
  {
    ...felles, tilskuddsar: 2025, innslagspunktOre: kr(1_678_000), kompensasjonsgrad: '0.8', puFradragOre: kr(832_000),
    kilde: 'Hustadvika, handlings- og økonomiplan 2025–2028. Der står også 90 %; brukt her: 80 %, PU-fradrag 2024',
  },
];

/** The figures a year is computed with. `lantFra`: the year itself has none, and an earlier year's stand in, unconfirmed. */
export type Gjeldendeparametre = { readonly tilskuddsar: number; readonly sett: Parametersett; readonly bekreftet: boolean; readonly lantFra: number | null };

/**
 * The municipality's own registration of the year, or what public sources say of it, or the newest earlier year's. Null
 * where no year before has any: nothing is computed then.
 */
export function velgParametre(egne: readonly Parametersett[], tilskuddsar: number): Gjeldendeparametre | null {
  const kandidater = [...egne, ...KJENTE_PARAMETRE.filter((k) => !egne.some((e) => e.tilskuddsar === k.tilskuddsar))];
  const sett = kandidater.filter((k) => k.tilskuddsar <= tilskuddsar).toSorted((a, b) => b.tilskuddsar - a.tilskuddsar)[0];
  if (!sett) return null;
  const lantFra = sett.tilskuddsar === tilskuddsar ? null : sett.tilskuddsar;
  return { tilskuddsar, sett, bekreftet: sett.bekreftet && lantFra === null, lantFra };
}

/** As the calculation wants them, for the grant year they are used in. */
export function tilBeregning({ sett, tilskuddsar }: Gjeldendeparametre): Tilskuddsparametre {
  return {
    tilskuddsar, modell: sett.egenandelPerInnbyggerOre ? 'PER_INNBYGGER' : 'PER_BRUKER', innslagspunktOre: sett.innslagspunktOre, kompensasjonsgrad: brokFraDesimal(sett.kompensasjonsgrad), puFradragOre: sett.puFradragOre,
    aldersgrense: sett.aldersgrense, kostraFunksjoner: sett.kostraFunksjoner, lonnsarter: sett.lonnsarter, egenandelPerInnbyggerOre: sett.egenandelPerInnbyggerOre ?? null,
  };
}

/** Whether the PU criterion takes the recipient's birth year: 16 years or older at the start of the accounting year's census. */
export function puAlder(fodselsar: number, tilskuddsar: number): boolean {
  return fodselsar <= tilskuddsar - 19;
}
