import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Utskrivning } from '#lib/sak/domain/utskrivning.ts';

export type Utskrivningsrad = Utskrivning & {
  readonly id: number;
  readonly mottakerId: number;
  readonly navn: string;
  readonly sykehus: string;
  readonly svart: Date | null;
  readonly tilbud: string | null;
};

/** Øre a night from a day, where the rate is from, and whether somebody has checked it. */
export type Dognsats = { readonly fom: Dato; readonly ore: number; readonly kilde: string; readonly bekreftet: boolean };

/** `ore` null: no rate for the month. */
export type Utskrivningsmaned = { readonly maned: Maned; readonly dogn: number; readonly ore: number | null };
export type Utskrivningsside = {
  readonly rader: readonly (Utskrivningsrad & { readonly dogn: number; readonly frist: number; readonly forsent: boolean })[];
  readonly maneder: readonly Utskrivningsmaned[];
  readonly satser: readonly Dognsats[];
  readonly apne: number;
  readonly ubesvarte: number;
};
