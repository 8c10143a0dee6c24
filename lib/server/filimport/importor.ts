import type { Importdefinisjon } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';
import type { Omfang, Sum } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import type { Kodelister } from '#lib/grunnlag/domain/filimport/tolk-rad.ts';
import type { Sql } from '#lib/server/sql.ts';
import type { Import } from '#lib/server/filimport/import-repo.ts';
import type { Tx } from '#lib/server/transaksjon.ts';

export type Kopifelt = string | number | null;

/** How rows are fitted into what is held, one by one, instead of replacing it. */
export type Innpasser = {
  /**
   * Judges the rows of `tabell` set-wise and keeps what each would do. `fra`: faults that are noted already; with any, nothing is kept.
   * @returns faults found besides
   */
  readonly les: (tx: Tx, tabell: Sql, imp: Import, fra: number) => Promise<number>;
  /** Does what was kept, in the transaction it is given; `meld` tells how many rows are done. @returns false when it no longer holds */
  readonly skriv: (tx: Tx, imp: Import, meld: (gjort: number) => Promise<void>) => Promise<boolean>;
  /** Takes back what was done, as far as it can; with `ga` it gives up for now. Safe to call again. */
  readonly angre: (tx: Tx, imp: Import, ga: boolean) => Promise<void>;
};

/** A definition with what it needs of the database. `Rad` is known only where it is made. */
export type Importor<Rad = unknown> = {
  readonly definisjon: Importdefinisjon<Rad>;
  readonly kodelister: (tx: Tx) => Promise<Kodelister>;
  /** columns of the temporary table: name and type, `maned text` */
  readonly kolonner: readonly string[];
  /** a row's values in the order of `kolonner` */
  readonly felt: (rad: Rad) => readonly Kopifelt[];
  /** what is held in the periods, by part */
  readonly holdt: (tx: Tx, perioder: readonly string[]) => Promise<Sum[]>;
  /** Replaces what is held with the rows of `tabell` (columns `rad int` and `kolonner`), in the transaction it is given. */
  readonly skriv: (tx: Tx, tabell: Sql, valg: { readonly importId: number; readonly omfang: Omfang }) => Promise<void>;
  /** in the place of `holdt` and `skriv`, which are then never called */
  readonly innpass?: Innpasser;
};
/** The kinds a worker can do, by the definition's name. */
export type Importorer = Readonly<Record<string, Importor>>;

/** Forgets the type of the rows, which never leave the importer. */
export function lagImportor<Rad>(importor: Importor<Rad>): Importor {
  return importor as unknown as Importor;
}
