import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Meldingskategori } from '#lib/utfort-tid/domain/melding.ts';
import type { Avviksslag } from '#lib/utfort-tid/domain/stikkprove.ts';

export type Enhetsvalg = { readonly id: number; readonly navn: string };

/** How well a month's visits were registered. Visits from other systems are counted apart: when they were entered is not known here. */
export type Kvalitetsmaned = { readonly maned: Maned; readonly besok: number; readonly fraAndre: number; readonly sammeDag: number; readonly etterpa: number; readonly rettet: number; readonly utenPlan: number };

/** Shares in tenths of a per cent; null where nothing was registered here. */
export type Kvalitetsandeler = { readonly sammeDag: number | null; readonly etterpa: number | null; readonly rettet: number | null; readonly utenPlan: number | null };

const promille = (del: number, av: number): number | null => (av === 0 ? null : Math.round((1000 * del) / av));

export function andeler(m: Kvalitetsmaned): Kvalitetsandeler {
  const her = m.besok - m.fraAndre;
  return { sammeDag: promille(m.sammeDag, her), etterpa: promille(m.etterpa, her), rettet: promille(m.rettet, m.besok), utenPlan: promille(m.utenPlan, m.besok) };
}

export type Kvalitetsside = { readonly enheter: readonly Enhetsvalg[]; readonly enhetId: number | null; readonly maneder: readonly Kvalitetsmaned[]; readonly apneAvvik: number };

export type Provehode = {
  readonly id: number;
  readonly enhet: string;
  readonly fom: Dato;
  readonly tom: Dato;
  readonly fro: number;
  readonly vekt: number;
  readonly antall: number;
  readonly populasjon: number;
  readonly etterforte: number;
  readonly avtrykk: string;
  readonly trukket: Dato;
  readonly trukketAv: string;
  readonly kontrollert: number;
  readonly avvik: number;
  readonly apne: number;
};

export type Proverad = {
  readonly stikkproveId: number;
  readonly nummer: number;
  readonly besokId: number;
  readonly dato: Dato;
  readonly kl: string;
  readonly minutter: number;
  readonly kategori: string;
  readonly vedtakNummer: string;
  readonly pseudonym: string;
  readonly ansatt: string | null;
  readonly kilde: string;
  readonly grunn: string | null;
  readonly etterfort: boolean;
  readonly endretSiden: boolean;
  readonly utfall: 'STEMMER' | 'AVVIK' | null;
  readonly slag: Avviksslag | null;
  readonly merknad: string | null;
  readonly kontrollertAv: string | null;
  readonly oppfolging: string | null;
};

export type Meldingsrad = { readonly enhetId: number; readonly enhet: string; readonly maned: Maned; readonly slag: 'KLAGE' | 'AVVIK'; readonly kategori: Meldingskategori; readonly antall: number };
