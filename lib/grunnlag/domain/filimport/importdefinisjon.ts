import type { Result } from '#lib/core/result.ts';

/** A cell as the file has it: text, or a number that a spreadsheet holds as one. */
export type Celle = string | number | null;

/** How a column is read. `kode` is looked up in a code list; the others are read by `lesCelle`. */
export type Kolonnetype = 'tekst' | 'kode' | 'belop' | 'desimal' | 'heltall' | 'dato' | 'maned' | 'timer' | 'klokkeslett';

export type Kolonne = {
  readonly nokkel: string;
  readonly type: Kolonnetype;
  /** the file must have the column, and each row a value */
  readonly pakrevd: boolean;
  /** headings that usually mean this column, for the first proposal of a mapping */
  readonly aliaser: readonly string[];
  /** which code list a `kode` is looked up in */
  readonly kodeliste?: string;
};

/** What was wrong with a cell (or a whole row: `kolonne` null). `grunn` is a text under filimport.feil. */
export type Radfeil = { readonly kolonne: string | null; readonly grunn: string; readonly verdi: string };

/** Values by column: øre, minutes and whole numbers as numbers; codes, dates, months and exact decimals as text. */
export type Verdier = Readonly<Record<string, string | number | null>>;

/** What the difference counts for a row: a part (unit), a series that is replaced on its own (a budget version), a period, a sum. */
export type Maling = { readonly del: string; readonly serie: string; readonly periode: string; readonly sum: number };

export type Maleenhet = 'ore' | 'minutter' | 'antall';

export type Delnavn = 'enhet' | 'mottaker';

/** A kind of file that can be taken in: data and pure functions. */
export type Importdefinisjon<Rad> = {
  /** the kind's name in the database, `REGNSKAP` */
  readonly slag: string;
  readonly kolonner: readonly Kolonne[];
  /** what the sums of the difference are */
  readonly maleenhet: Maleenhet;
  /** what the parts of the difference are called; units where it is not said */
  readonly delnavn?: Delnavn;
  /** values read → the row, or what is wrong across columns */
  readonly lag: (verdier: Verdier) => Result<Rad, readonly Radfeil[]>;
  readonly mal: (rad: Rad) => Maling;
  /** rows with the same key stand twice; null where that is allowed */
  readonly unik: ((rad: Rad) => string) | null;
};

/** @throws TypeError when the definition contradicts itself. */
export function definerImport<Rad>(definisjon: Importdefinisjon<Rad>): Importdefinisjon<Rad> {
  const nokler = new Set(definisjon.kolonner.map((k) => k.nokkel));
  if (nokler.size !== definisjon.kolonner.length) throw new TypeError(`${definisjon.slag}: to kolonner har samme nøkkel`);
  for (const k of definisjon.kolonner) {
    if ((k.type === 'kode') !== (k.kodeliste !== undefined)) throw new TypeError(`${definisjon.slag}.${k.nokkel}: en kode har en kodeliste, og bare den`);
  }
  return definisjon;
}
