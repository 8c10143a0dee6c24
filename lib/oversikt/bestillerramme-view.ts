import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';

/** The purchaser's frame of a year, whole øre. `igjenOre` is what is neither used nor committed: budget − used − committed. */
export type Rammetall = { readonly budsjettOre: number; readonly bruktOre: number; readonly bundetOre: number; readonly igjenOre: number };

/** A group of services; the forecast is null where nothing of it has been settled. */
export type Rammerad = Rammetall & { readonly gruppe: string; readonly prognoseOre: number | null; readonly utenPris: number };

/** A month: used when it is settled, committed and forecast when it lies ahead. */
export type Rammemaned = { readonly maned: Maned; readonly budsjettOre: number; readonly bruktOre: number | null; readonly bundetOre: number | null; readonly prognoseOre: number | null };

export type Bestillerramme = {
  /** last settled month */
  readonly naa: Maned;
  readonly ar: number;
  readonly igjen: readonly Maned[];
  readonly harBudsjett: boolean;
  readonly sum: Rammetall & { readonly prognoseOre: number };
  readonly grupper: readonly Rammerad[];
  readonly maneder: readonly Rammemaned[];
  /** vedtak that a price is missing for: not in the sums, and never counted as 0 */
  readonly utenPris: number;
};

/** What the figures of a group are made of. `tjeneste` is a code; `null` where the amount has no service. */
export type Rammegruppe = {
  readonly rad: Rammerad;
  readonly budsjett: readonly { readonly ordning: string; readonly ledd: string; readonly ore: number }[];
  readonly brukt: readonly { readonly ordning: string; readonly ledd: string; readonly tjeneste: string | null; readonly ore: number }[];
  readonly bundet: readonly { readonly kode: string; readonly tjeneste: string; readonly antall: number; readonly utenPris: number; readonly ore: number }[];
  readonly naa: Maned;
  readonly ar: number;
};

/** A vedtak and what it commits to year end; null where a price is missing. */
export type Bundetrad = { readonly vedtakId: number; readonly nummer: string; readonly pseudonym: string; readonly kode: string; readonly tjeneste: string; readonly fom: string; readonly tom: string | null; readonly ore: number | null };

/** What is asked: so many thousandths less to those who have a service (or all), and so many more recipients of one. */
export type Rammevalg = { readonly strengerePromille: number; readonly tjeneste: string | null; readonly nye: number; readonly nyTjeneste: string | null };

/** A row of the answer, − is less cost; a new recipient has no number, and the mean's amount. Whole øre, to year end and in twelve months. */
export type Simuleringsrad = { readonly vedtakId: number | null; readonly nummer: string; readonly pseudonym: string; readonly tjeneste: string; readonly aretOre: number; readonly tolvOre: number };
export type Simuleringssum = { readonly antall: number; readonly aretOre: number; readonly tolvOre: number };

export type Rammesimulering = {
  readonly valg: Rammevalg;
  readonly fra: Dato;
  readonly rader: readonly Simuleringsrad[];
  readonly strengere: Simuleringssum;
  readonly nye: Simuleringssum;
  /** of all the rows */
  readonly sum: Simuleringssum;
  readonly utenPris: number;
};

export const MAKS_STRENGERE = 500;
export const MAKS_NYE = 1000;

/** Whole per cent and a number from the address; what cannot be read, or is out of bounds, is nothing asked. */
export function lesRammevalg(felt: Readonly<Record<string, string | null | undefined>>): Rammevalg {
  const tall = (navn: string, maks: number): number => {
    const tekst = (felt[navn] ?? '').trim();
    const n = /^\d{1,4}$/.test(tekst) ? Number(tekst) : 0;
    return n <= maks ? n : 0;
  };
  return { strengerePromille: tall('strengere', MAKS_STRENGERE / 10) * 10, tjeneste: felt['tjeneste'] || null, nye: tall('nye', MAKS_NYE), nyTjeneste: felt['nyTjeneste'] || null };
}

/** What is left per group, for beside the form of a vedtak. */
export type Igjen = { readonly naa: Maned; readonly ar: number; readonly grupper: readonly Rammerad[]; readonly utenPris: number };

/** An item of the purchaser's budget beside the schemes. `bruktOre` is null where it is not known here; `dogn`: payable nights at hospital. */
export type Egenpost = { readonly post: string; readonly budsjettOre: number; readonly bruktOre: number | null; readonly dogn: number | null };
