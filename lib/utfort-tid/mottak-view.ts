import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Avvisning, Utfall } from '#lib/utfort-tid/domain/besok-import.ts';

/** Where a delivery is: judged, taken in, being taken back, taken back. */
export type Mottaksstatus = 'LEST' | 'TATT_INN' | 'ANGRER' | 'ANGRET';

/** Rows of a delivery that had the same outcome, at a unit in a month. `grunn` is the rule that refused, or UTENFOR. */
export type Mottakssum = {
  readonly utfall: Utfall;
  readonly grunn: Avvisning | 'UTENFOR' | null;
  readonly enhetId: number;
  readonly maned: Maned;
  readonly antall: number;
  readonly minutter: number;
};

/** What taking a delivery back did, and what stands. */
export type Angreresultat = { readonly lagtBort: number; readonly satt: number; readonly kvittert: number; readonly rettet: number; readonly fristUte: number };

/** A unit's month in a delivery. */
export type Mottakslinje = { readonly enhet: string; readonly maned: Maned; readonly nye: number; readonly minutter: number; readonly endret: number; readonly like: number; readonly avvist: number };

export type Mottaksbilde = {
  readonly id: number;
  readonly kilde: 'IMPORT' | 'API';
  readonly status: Mottaksstatus;
  readonly nye: number;
  readonly endret: number;
  readonly like: number;
  readonly avvist: number;
  readonly utenfor: number;
  readonly minutter: number;
  readonly avvistPer: readonly { readonly grunn: Avvisning; readonly antall: number }[];
  readonly linjer: readonly Mottakslinje[];
  readonly angret: { readonly av: string; readonly tid: string; readonly resultat: Angreresultat } | null;
};

/** A delivery through the API, in a list. */
export type Apileveranse = { readonly id: number; readonly mottatt: string; readonly system: string; readonly nye: number; readonly endret: number; readonly like: number; readonly avvist: number };

/** One row of a delivery as it came, and what became of it. */
export type Mottaksrad = {
  readonly rad: number;
  readonly utfall: Utfall;
  readonly grunn: string | null;
  readonly system: string;
  readonly kildeId: string;
  readonly besokId: number | null;
  readonly dato: Dato;
  readonly kl: string;
  readonly minutter: number;
  readonly kategori: string;
  readonly oppdragId: number;
  readonly enhet: string;
  readonly ansatt: string | null;
};

/** Adds the sums up for a page. Units without a name are told by their number. */
export function lagMottaksbilde(m: Pick<Mottaksbilde, 'id' | 'kilde' | 'status' | 'angret'>, summer: readonly Mottakssum[], enheter: ReadonlyMap<number, string>): Mottaksbilde {
  const tell = (velg: (s: Mottakssum) => boolean): number => summer.filter(velg).reduce((n, s) => n + s.antall, 0);
  const linjer = new Map<string, Mottakslinje>();
  for (const s of summer) {
    const nokkel = `${s.maned} ${s.enhetId}`;
    const her = linjer.get(nokkel) ?? { enhet: enheter.get(s.enhetId) ?? String(s.enhetId), maned: s.maned, nye: 0, minutter: 0, endret: 0, like: 0, avvist: 0 };
    const felt = ({ NY: 'nye', ENDRET: 'endret', LIK: 'like', AVVIST: 'avvist' } as const)[s.utfall];
    linjer.set(nokkel, { ...her, [felt]: her[felt] + s.antall, minutter: her.minutter + (s.utfall === 'NY' ? s.minutter : 0) });
  }
  const avvist = new Map<Avvisning, number>();
  for (const s of summer) if (s.utfall === 'AVVIST' && s.grunn !== null && s.grunn !== 'UTENFOR') avvist.set(s.grunn, (avvist.get(s.grunn) ?? 0) + s.antall);
  return {
    ...m,
    nye: tell((s) => s.utfall === 'NY'),
    endret: tell((s) => s.utfall === 'ENDRET'),
    like: tell((s) => s.utfall === 'LIK'),
    avvist: tell((s) => s.utfall === 'AVVIST'),
    utenfor: tell((s) => s.grunn === 'UTENFOR'),
    minutter: summer.filter((s) => s.utfall === 'NY').reduce((n, s) => n + s.minutter, 0),
    avvistPer: [...avvist].map(([grunn, antall]) => ({ grunn, antall })),
    linjer: [...linjer.values()].toSorted((a, b) => (a.maned === b.maned ? a.enhet.localeCompare(b.enhet, 'nb') : a.maned < b.maned ? -1 : 1)),
  };
}

/** The rows of a delivery that can be listed: by outcome, or those outside their order's time. */
export const RADVALG = ['NY', 'ENDRET', 'LIK', 'AVVIST', 'UTENFOR'] as const;
export type Radvalg = (typeof RADVALG)[number];

export function erRadvalg(verdi: string | null | undefined): verdi is Radvalg {
  return (RADVALG as readonly unknown[]).includes(verdi);
}
