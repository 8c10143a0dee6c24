import { ore } from '#lib/core/ore.ts';
import type { Ore } from '#lib/core/ore.ts';
import type { Kostnadsintervall, Tilskuddsgrunnlag } from '#lib/toppfinansiering/domain/tilskuddsgrunnlag.ts';

/**
 * What SØF report 01/15 prints, by its table numbers. Amounts are in the unit the table prints (mill. kr or 1 000 kr),
 * copied as they stand, misprints and all.
 */
const KR = 100;
export const TUSEN = 1000 * KR;
export const MILL = 1000 * TUSEN;

/** Table 4.1: mill. kr and recipients, and the ratios that the table prints (1 000 kr, per cent). */
export type Kildear = {
  readonly ar: number;
  readonly tilskudd: number;
  readonly netto: number;
  readonly mottakere: number;
  readonly trykt: { readonly nettoPerBruker: number; readonly tilskuddPerBruker: number; readonly kommunensAndel: string };
};
const ar41 = (ar: number, tilskudd: number, netto: number, mottakere: number, nettoPerBruker: number, tilskuddPerBruker: number, kommunensAndel: string): Kildear => ({
  ar, tilskudd, netto, mottakere, trykt: { nettoPerBruker, tilskuddPerBruker, kommunensAndel },
});
export const TABELL_4_1: readonly Kildear[] = [
  ar41(2007, 2017, 6112, 4140, 1476, 487, '67'),
  ar41(2008, 2965, 7094, 4506, 1574, 658, '58.2'),
  ar41(2009, 3998, 9128, 5299, 1723, 754, '56.2'),
  ar41(2010, 4126, 9939, 5527, 1798, 747, '58.5'),
  ar41(2011, 4642, 10942, 5742, 1906, 809, '57.6'),
  ar41(2012, 5301, 12333, 6103, 2021, 869, '57'),
  ar41(2013, 6307, 14353, 6667, 2153, 946, '56.1'),
  ar41(2014, 7159, 16174, 7125, 2271, 1005, '55.7'),
];
/** Table 4.1, last column: per cent a year. */
export const ARLIG_VEKST_4_1 = { tilskudd: '20.6', netto: '15.1', mottakere: '8.1', nettoPerBruker: '6.4', tilskuddPerBruker: '11.4' } as const;

/** Table 4.17: recipients by net cost above the threshold, in steps of 50 000 kr from 0. */
export const TABELL_4_17 = {
  2013: [149, 190, 179, 207, 190, 226, 212, 192, 181, 191, 218, 169, 212, 215, 191, 182, 203, 164, 139, 144],
  2014: [175, 163, 183, 170, 222, 219, 206, 197, 193, 198, 212, 194, 216, 195, 201, 176, 187, 194, 187, 162],
} as const;
export const BREDDE_OVER_TERSKEL = ore(50 * TUSEN);

/** Table 5.1: recipients, cost and grant (1 000 kr) by age, and the grant and cost per recipient that it prints. */
export type Aldersrad = { readonly alder: string; readonly antall: number; readonly innsats: number; readonly tilskudd: number; readonly nettoPer: number; readonly tilskuddPer: number };
const alder51 = (alder: string, antall: number, innsats: number, tilskudd: number, nettoPer: number, tilskuddPer: number): Aldersrad => ({ alder, antall, innsats, tilskudd, nettoPer, tilskuddPer });
export const TABELL_5_1: readonly Aldersrad[] = [
  alder51('0–5', 80, 166_146, 68_277, 2076, 853),
  alder51('6–15', 522, 1_130_648, 481_920, 2165, 923),
  alder51('16–49', 4568, 12_475_548, 4_862_051, 2340, 1064),
  alder51('50–55', 741, 1_867_897, 683_346, 2162, 922),
  alder51('56–59', 478, 1_162_924, 421_023, 2110, 880),
  alder51('60', 114, 288_199, 110_369, 2220, 968),
  alder51('61', 99, 204_944, 65_292, 1833, 659),
  alder51('62', 113, 258_613, 90_896, 2015, 804),
  alder51('63', 80, 182_384, 69_155, 2090, 864),
  alder51('64', 88, 217_266, 87_119, 2246, 989),
  alder51('65', 90, 218_985, 85_740, 2200, 952),
  alder51('66', 81, 195_650, 71_235, 2108, 879),
  alder51('67', 71, 167_113, 63_494, 2127, 894),
];
export const SUM_5_1 = { antall: 7125, innsats: 18_536_317, tilskudd: 7_159_917, nettoPer: 2135, tilskuddPer: 896 } as const;

/** Tables 5.2 and 5.3: recipients of 68, 69 and 70 by the three assumptions of mortality; cost and grant in 1 000 kr. */
export type Alderskull70 = { readonly antall: readonly [number, number, number]; readonly total: number; readonly netto: number; readonly tilskudd: number };
export const TABELL_5_2_OG_5_3: Readonly<Record<2015 | 2020, readonly [Alderskull70, Alderskull70, Alderskull70]>> = {
  2015: [
    { antall: [64, 56, 54], total: 174, netto: 371_490, tilskudd: 156_600 },
    { antall: [61, 51, 46], total: 158, netto: 337_330, tilskudd: 142_200 },
    { antall: [58, 46, 39], total: 143, netto: 305_305, tilskudd: 128_200 },
  ],
  2020: [
    { antall: [57, 58, 58], total: 173, netto: 369_335, tilskudd: 155_700 },
    { antall: [55, 53, 50], total: 157, netto: 335_195, tilskudd: 141_300 },
    { antall: [52, 47, 42], total: 141, netto: 301_035, tilskudd: 126_900 },
  ],
};
/** Net cost per added recipient in tables 5.2–5.5, and for those of 67 in table 5.1. */
export const NETTO_PER_BRUKER_OVER_67 = ore(2135 * TUSEN);
export const NETTO_PER_BRUKER_67 = ore(2127 * TUSEN);

/** Tables 5.4 and 5.5, 157 recipients in 2020: kr or share, grant in 1 000 kr. */
export const TABELL_5_4: readonly (readonly [innslagspunktKr: number, tilskudd: number])[] = [[1_010_000, 141_300], [1_100_000, 129_996], [1_200_000, 117_436], [1_500_000, 79_756]];
export const TABELL_5_5: readonly (readonly [grad: string, tilskudd: number])[] = [['0.80', 141_300], ['0.75', 132_508], ['0.60', 105_975], ['0.50', 88_391]];

/** Table 6.1: grant per inhabitant in kr, mean and standard deviation over municipalities, by inhabitants (from, below). */
export type Storrelsesgruppe = {
  readonly fra: number;
  readonly til: number | null;
  readonly snitt2013: number;
  readonly avvik2013: number;
  readonly snitt2014: number;
  readonly avvik2014: number;
  readonly avvikEndring: number;
};
const gruppe61 = (fra: number, til: number | null, snitt2013: number, avvik2013: number, snitt2014: number, avvik2014: number, avvikEndring: number): Storrelsesgruppe => ({
  fra, til, snitt2013, avvik2013, snitt2014, avvik2014, avvikEndring,
});
export const TABELL_6_1: readonly Storrelsesgruppe[] = [
  gruppe61(0, 1000, 812, 993, 1224, 1761, 1532),
  gruppe61(1000, 2000, 1874, 1574, 2174, 1981, 712),
  gruppe61(2000, 3000, 1583, 1254, 1824, 1473, 502),
  gruppe61(3000, 4000, 1515, 1271, 1617, 1491, 399),
  gruppe61(4000, 5000, 1695, 1046, 1840, 1139, 401),
  gruppe61(5000, 10_000, 1572, 928, 1748, 1048, 376),
  gruppe61(10_000, 20_000, 1453, 657, 1653, 764, 255),
  gruppe61(20_000, 50_000, 1268, 491, 1431, 557, 165),
  gruppe61(50_000, null, 964, 278, 1082, 300, 100),
];

/** The second table 6.3: appropriation and accounts in mill. kr, and the grade that it prints, per cent. */
export const TABELL_6_3: readonly { readonly ar: number; readonly bevilgning: number; readonly regnskap: number; readonly grad: string }[] = [
  { ar: 2010, bevilgning: 4350, regnskap: 4130, grad: '81.7' },
  { ar: 2011, bevilgning: 4500, regnskap: 4650, grad: '77.5' },
  { ar: 2012, bevilgning: 5350, regnskap: 5300, grad: '80.7' },
  { ar: 2013, bevilgning: 5850, regnskap: 6300, grad: '74.5' },
  { ar: 2014, bevilgning: 6650, regnskap: 7150, grad: '74.1' },
];

export const TABELL_6_4: readonly (readonly [innslagspunktKr: number, tilskudd: number])[] = [[1_010_000, 7_159_918], [1_100_000, 6_657_700], [1_200_000, 6_126_318], [1_500_000, 4_724_036]];
export const TABELL_6_5: readonly (readonly [grad: string, tilskudd: number])[] = [['0.80', 7_159_918], ['0.90', 8_054_907], ['0.85', 7_607_412], ['0.75', 6_712_423], ['0.70', 6_264_928]];
/** Section 6.6, in the text: recipients and the threshold that leaves them, in kr. */
export const AVSNITT_6_6: readonly (readonly [antall: number, innslagspunktKr: number])[] = [[7000, 1_048_000], [6500, 1_190_000], [6000, 1_308_000]];

export type Fordelingsar = keyof typeof TABELL_4_17;
/** Threshold (kr), recipients, grant (øre) and net cost (øre) of a year the source gives a distribution for; grade 80 %. */
export const FORDELINGSAR: Readonly<Record<Fordelingsar, { readonly innslagspunktOre: Ore; readonly mottakere: number; readonly tilskuddOre: Ore; readonly nettoOre: Ore }>> = {
  2013: { innslagspunktOre: ore(975 * TUSEN), mottakere: 6667, tilskuddOre: ore(6307 * MILL), nettoOre: ore(14_353 * MILL) },
  2014: { innslagspunktOre: ore(1010 * TUSEN), mottakere: 7125, tilskuddOre: ore(7_159_918 * TUSEN), nettoOre: ore(16_174 * MILL) },
};

/**
 * The national distribution of a year: the 20 steps, and an open top whose sum is not printed and is set so that the grant
 * at 80 % is the printed one (to the thousand kroner in 2014, to the million in 2013).
 */
export function nasjonalFordeling(ar: Fordelingsar): Tilskuddsgrunnlag {
  const { mottakere, tilskuddOre } = FORDELINGSAR[ar];
  const intervaller: Kostnadsintervall[] = TABELL_4_17[ar].map((antall, i) => ({ fraOre: ore(i * BREDDE_OVER_TERSKEL), tilOre: ore((i + 1) * BREDDE_OVER_TERSKEL), antall }));
  const under = intervaller.reduce((sum, i) => sum + (i.antall * (i.fraOre + i.tilOre)) / 2, 0);
  const antallUnder = intervaller.reduce((sum, i) => sum + i.antall, 0);
  return { type: 'FORDELING', intervaller, topp: { antallOver: mottakere - antallUnder, sumOverOre: ore((tilskuddOre * 10) / 8 - under) } };
}
