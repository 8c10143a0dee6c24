import type { Brodeler, Brogrunn } from '#lib/avregning/domain/lukkebro.ts';
import { formatDato } from '#lib/core/format.ts';
import type { Maned } from '#lib/core/maned.ts';
import { datoI, lokalTidVed } from '#lib/core/oslo-tid.ts';

/** An instant as people read it: the day and the clock in Norway. */
export function tidspunkt(tid: Date): string {
  const lokal = lokalTidVed(tid.getTime());
  return `${formatDato(datoI(lokal))} kl. ${lokal.slice(11).replace(':', '.')}`;
}

/** The line on top of a closed month: when, by whom (null: by itself), and what is open of it until when. */
export type Lukkelinje = {
  readonly nummer: number;
  readonly tid: string;
  readonly av: string | null;
  readonly apne: readonly { readonly enhet: string; readonly til: string }[];
};

export type Gjenapningview = {
  readonly id: number;
  readonly enhet: string | null;
  readonly grunn: string;
  readonly til: string;
  readonly foreslattAv: string;
  readonly foreslatt: string;
  readonly avgjortAv: string | null;
  readonly tilstand: 'VENTER' | 'APEN' | 'OVER' | 'AVSLATT' | 'UTLOPT';
};

/** A cause of a difference, with how many registrations it is about where it is about such. */
export type Brogrunnlinje = { readonly grunn: Brogrunn; readonly ore: number; readonly antall: number };
/** A row of "meldt da / kjent nå": a unit, a component of it, or a vedtak in that. */
export type Brorad = { readonly meldtOre: number; readonly naOre: number; readonly grunner: readonly Brogrunnlinje[] };
export type Broledd = Brorad & { readonly ordningId: number; readonly ordning: string; readonly komponent: string; readonly ledd: string };
export type Broenhet = Brorad & { readonly enhetId: number; readonly enhet: string; readonly ledd: readonly Broledd[] };
export type Brovedtak = Brorad & { readonly vedtakId: number | null; readonly nummer: string | null; readonly enhetId: number; readonly ordningId: number; readonly komponent: string };
export type Bro = Brorad & { readonly maned: Maned; readonly enheter: readonly Broenhet[]; /** posted in later months already, of the difference */ readonly bokfortOre: number };

/** The causes of a row, the largest first. */
export function brogrunner(deler: Brodeler, antall: Brodeler): Brogrunnlinje[] {
  return (Object.entries(deler) as [Brogrunn, number][])
    .filter(([, ore]) => ore !== 0)
    .map(([grunn, ore]) => ({ grunn, ore, antall: antall[grunn] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.ore) - Math.abs(a.ore));
}

/** A closing as the page lists it, with what it rests on. */
export type Lukkingview = {
  readonly id: number;
  readonly nummer: number;
  readonly tid: string;
  readonly av: string | null;
  readonly belopOre: number;
  readonly enheter: readonly string[];
  readonly alle: boolean;
  readonly grunnlag: readonly { readonly ordning: string; readonly sha256: string; readonly tegn: number; readonly belopOre: number }[];
};
