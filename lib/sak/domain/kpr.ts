// Functional variables of KPR (earlier IPLOS) and the summary group, as data. The group is found sub-measure by sub-measure:
// a plain mean of all variables is misleading and is never made.

export const SKARVERDIER = [1, 2, 3, 4, 5, 9] as const;
/** 1 no problem … 5 full need of help; 9 not relevant. */
export type Skar = (typeof SKARVERDIER)[number];
export type Skarer = Readonly<Record<string, Skar>>;
export type Hjelpebehov = 'NOE' | 'MIDDELS' | 'OMFATTENDE' | 'UOPPGITT';

export type Tekst = { readonly nb: string; readonly nn: string };
export type Variabel = { readonly kode: string; readonly navn: Tekst; readonly delmal: string | null };
export type Delmal = { readonly kode: string; readonly navn: Tekst };
/** The group when any of these sub-measures has a mean above `over`, of the variables that are scored 1–5. */
export type Grupperegel = { readonly gruppe: 'OMFATTENDE' | 'MIDDELS'; readonly delmal: readonly string[]; readonly over: number };

export type Variabelsett = {
  readonly versjon: string;
  /** false: not yet checked against the register's own list; the screen says so */
  readonly bekreftet: boolean;
  readonly variabler: readonly Variabel[];
  readonly delmal: readonly Delmal[];
  /** the first rule that holds decides; none gives NOE */
  readonly regler: readonly Grupperegel[];
  /** fewer variables with 1–5 than this gives UOPPGITT */
  readonly minstSkarte: number;
};

const v = (kode: string, nb: string, nn: string, delmal: string | null): Variabel => ({ kode, navn: { nb, nn }, delmal });

export const KPR_1: Variabelsett = {
  versjon: 'kpr-1',
  bekreftet: false,
  variabler: [
    v('HYGIENE', 'Personlig hygiene', 'Personleg hygiene', 'EGENOMSORG'),
    v('PAKLEDNING', 'Av- og påkledning', 'Av- og påkleding', 'EGENOMSORG'),
    v('TOALETT', 'Toalett', 'Toalett', 'EGENOMSORG'),
    v('SPISE', 'Spise', 'Ete', 'EGENOMSORG'),
    v('MATLAGING', 'Lage mat', 'Lage mat', 'EGENOMSORG'),
    v('BEVEGE_INNE', 'Bevege seg innendørs', 'Bevege seg innandørs', 'EGENOMSORG'),
    v('BEVEGE_UTE', 'Bevege seg utendørs', 'Bevege seg utandørs', 'EGENOMSORG'),
    v('HUSARBEID', 'Alminnelig husarbeid', 'Vanleg husarbeid', 'HUSHOLD'),
    v('INNKJOP', 'Skaffe seg varer og tjenester', 'Skaffe seg varer og tenester', 'HUSHOLD'),
    v('EGEN_HELSE', 'Ivareta egen helse', 'Ta vare på eiga helse', 'EGEN_HELSE'),
    v('HUKOMMELSE', 'Hukommelse', 'Minne', 'KOGNITIV'),
    v('KOMMUNIKASJON', 'Kommunikasjon', 'Kommunikasjon', 'KOGNITIV'),
    v('BESLUTNINGER', 'Beslutninger i dagliglivet', 'Avgjerder i dagleglivet', 'SOSIAL'),
    v('SOSIAL_DELTAKELSE', 'Sosial deltakelse', 'Sosial deltaking', 'SOSIAL'),
    v('ATFERD', 'Styre atferd', 'Styre åtferd', 'SOSIAL'),
    v('OKONOMI', 'Egen økonomi', 'Eigen økonomi', null),
    v('SYN', 'Syn', 'Syn', null),
    v('HORSEL', 'Hørsel', 'Høyrsel', null),
  ],
  delmal: [
    { kode: 'EGENOMSORG', navn: { nb: 'Egenomsorg', nn: 'Eigenomsorg' } },
    { kode: 'HUSHOLD', navn: { nb: 'Husholdsfunksjoner', nn: 'Hushaldsfunksjonar' } },
    { kode: 'EGEN_HELSE', navn: { nb: 'Ivareta egen helse', nn: 'Ta vare på eiga helse' } },
    { kode: 'KOGNITIV', navn: { nb: 'Kognitiv svikt', nn: 'Kognitiv svikt' } },
    { kode: 'SOSIAL', navn: { nb: 'Sosial fungering', nn: 'Sosial fungering' } },
  ],
  regler: [
    { gruppe: 'OMFATTENDE', delmal: ['EGENOMSORG', 'KOGNITIV', 'SOSIAL'], over: 3 },
    { gruppe: 'MIDDELS', delmal: ['EGENOMSORG', 'KOGNITIV', 'SOSIAL', 'EGEN_HELSE'], over: 2 },
    { gruppe: 'MIDDELS', delmal: ['HUSHOLD'], over: 3 },
  ],
  minstSkarte: 8,
};

const SETT: readonly Variabelsett[] = [KPR_1];

/** The set an assessment was made by; new ones are made by the newest. */
export function variabelsettFor(versjon: string | null): Variabelsett {
  return SETT.find((s) => s.versjon === versjon) ?? KPR_1;
}

export function erSkar(verdi: unknown): verdi is Skar {
  return (SKARVERDIER as readonly unknown[]).includes(verdi);
}

/** The scores of a stored or typed record that the set knows; anything else is left out. */
export function lesSkarer(sett: Variabelsett, inn: Readonly<Record<string, unknown>>): Record<string, Skar> {
  const ut: Record<string, Skar> = {};
  for (const { kode } of sett.variabler) {
    const verdi = typeof inn[kode] === 'string' && inn[kode] !== '' ? Number(inn[kode]) : inn[kode];
    if (erSkar(verdi)) ut[kode] = verdi;
  }
  return ut;
}

/** Variables without a score: an assessment is whole when there are none. */
export function mangler(sett: Variabelsett, skarer: Skarer): string[] {
  return sett.variabler.filter(({ kode }) => skarer[kode] === undefined).map(({ kode }) => kode);
}

function skarte(sett: Variabelsett, skarer: Skarer, delmal: string): number[] {
  return sett.variabler.filter((en) => en.delmal === delmal).map((en) => skarer[en.kode]).filter((s): s is Skar => s !== undefined && s !== 9);
}

/** True when the mean of the scored ones is above the limit, compared in whole numbers. */
function erOver(tall: readonly number[], over: number): boolean {
  return tall.length > 0 && tall.reduce((a, b) => a + b, 0) > over * tall.length;
}

export type Samlemal = {
  readonly gruppe: Hjelpebehov;
  /** the sub-measures that put it there, and the limit they are above; empty for NOE and UOPPGITT */
  readonly fordi: readonly string[];
  readonly over: number | null;
};

/** The summary group of a set of scores, with the sub-measures that decided. */
export function samlemal(sett: Variabelsett, skarer: Skarer): Samlemal {
  const antall = sett.variabler.filter((en) => en.delmal !== null && skarer[en.kode] !== undefined && skarer[en.kode] !== 9).length;
  if (antall < sett.minstSkarte) return { gruppe: 'UOPPGITT', fordi: [], over: null };
  for (const regel of sett.regler) {
    const fordi = regel.delmal.filter((d) => erOver(skarte(sett, skarer, d), regel.over));
    if (fordi.length > 0) return { gruppe: regel.gruppe, fordi, over: regel.over };
  }
  return { gruppe: 'NOE', fordi: [], over: null };
}

export type Endring = 'MER' | 'MINDRE' | 'LIK' | 'NY';

/** How a score differs from the one before: more or less help needed. 9 and missing are not compared. */
export function endring(for_: Skar | undefined, na: Skar | undefined): Endring {
  if (na === undefined || for_ === undefined || na === 9 || for_ === 9) return na === for_ ? 'LIK' : 'NY';
  return na > for_ ? 'MER' : na < for_ ? 'MINDRE' : 'LIK';
}
