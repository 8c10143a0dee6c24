import { leggTilManeder, type Maned, manedAv, manedensAr, manedensNummer, manederFraTil, tertial } from '#lib/core/maned.ts';

/** A month, a tertial, and the twice-yearly report to the municipal council (the year to June, and the whole year). */
export const RAPPORTSLAG = ['MANED', 'TERTIAL', 'HALVAR'] as const;
export type Rapportslag = (typeof RAPPORTSLAG)[number];

/** Chapters in their order; each has a text of its own. */
export const KAPITLER = ['sammendrag', 'okonomi', 'prognose', 'aktivitet', 'kvalitet', 'bemanning', 'tiltak'] as const;
export type Kapittel = (typeof KAPITLER)[number];

/** A chapter that is not written yet has an empty text. */
export type Rapporttekster = Readonly<Record<Kapittel, string>>;
export const INGEN_TEKSTER: Rapporttekster = { sammendrag: '', okonomi: '', prognose: '', aktivitet: '', kvalitet: '', bemanning: '', tiltak: '' };
export const LENGSTE_KAPITTEL = 6000;

/**
 * What a cell holds: øre, thousandths, whole numbers, days, minutes, or hundredths of a volume. `endring` is written with its sign.
 */
export const CELLEFORMER = ['ore', 'oreEndring', 'promille', 'promilleEndring', 'antall', 'dager', 'minutter', 'volum'] as const;
export type Celleform = (typeof CELLEFORMER)[number];

/** A whole number of the cell's form; null where nothing belongs there. Few behind it, or not known: a word, never a number. */
export type Celle = number | null | 'SKJULT' | 'MANGLER';

export const SEKSJONER = ['parametre', 'perioden', 'hittil', 'kumulativt', 'enheter', 'arsaker', 'prognose', 'tidligere', 'aktivitet', 'ventetid', 'klager', 'bemanning'] as const;
export type Seksjonskode = (typeof SEKSJONER)[number];

/** A row: what it is called (null: by its key, in the report's language), its cells, and its own form where the rows differ. */
export type Seksjonsrad = { readonly nokkel: string; readonly navn: string | null; readonly form?: Celleform; readonly celler: readonly Celle[] };
export type Kolonne = { readonly kode: string; readonly form: Celleform };

/** A table of the report: all figures stand in tables, and everything that shows the report is made from them. */
export type Seksjon = { readonly kode: Seksjonskode; readonly kapittel: Kapittel; readonly kolonner: readonly Kolonne[]; readonly rader: readonly Seksjonsrad[] };

/** What is frozen: text, figures, and what they are of. Its JSON is what is signed. */
export type Rapportinnhold = {
  readonly form: 1;
  readonly kommune: string;
  readonly slag: Rapportslag;
  readonly fra: Maned;
  readonly til: Maned;
  readonly sprak: 'nb' | 'nn';
  readonly versjon: number;
  readonly rettelse: string | null;
  /** the day the figures were read */
  readonly hentet: string;
  readonly tekster: Rapporttekster;
  readonly seksjoner: readonly Seksjon[];
};

/** First month of a report that ends with `til`; null where no report of the kind ends there. */
export function rapportstart(slag: Rapportslag, til: Maned): Maned | null {
  const nummer = manedensNummer(til);
  if (slag === 'MANED') return til;
  if (slag === 'TERTIAL') return nummer % 4 === 0 ? leggTilManeder(til, -3) : null;
  return nummer % 6 === 0 ? manedAv(manedensAr(til), 1) : null;
}

/** The last part of the report's public address, the same for all its versions. */
export function rapportadresse(slag: Rapportslag, til: Maned): string {
  if (slag === 'MANED') return `maned-${til}`;
  return slag === 'TERTIAL' ? `tertial-${manedensAr(til)}-${tertial(til)}` : `kommunestyret-${manedensAr(til)}-${manedensNummer(til) / 6}`;
}

/** Which of the deviation board's periods the report's is. */
export function avviksperiodeFor(slag: Rapportslag): 'maned' | 'tertial' | 'hittil' {
  return slag === 'MANED' ? 'maned' : slag === 'TERTIAL' ? 'tertial' : 'hittil';
}

/** The kinds that can end with a month. */
export function slagFor(til: Maned): Rapportslag[] {
  return RAPPORTSLAG.filter((slag) => rapportstart(slag, til) !== null);
}

/** Whether every month of the report is settled: a tertial of two months is no tertial. */
export function erAvregnet(slag: Rapportslag, til: Maned, avregnede: readonly Maned[]): boolean {
  const fra = rapportstart(slag, til);
  return fra !== null && manederFraTil(fra, til).every((m) => avregnede.includes(m));
}

export function finnSeksjon(seksjoner: readonly Seksjon[], kode: Seksjonskode): Seksjon | null {
  return seksjoner.find((s) => s.kode === kode) ?? null;
}

/** A cell by its row and column; null where there is none. */
export function finnCelle(seksjon: Seksjon | null, nokkel: string, kolonne: string): Celle {
  const plass = seksjon?.kolonner.findIndex((k) => k.kode === kolonne) ?? -1;
  return seksjon?.rader.find((r) => r.nokkel === nokkel)?.celler[plass] ?? null;
}

/** Its number, or null where it is hidden or missing. */
export function somTall(celle: Celle): number | null {
  return typeof celle === 'number' ? celle : null;
}
