import type { Maned } from '#lib/core/maned.ts';
import type { Fastleddregler, Komponentregler, Ordningsregler } from '#lib/grunnlag/domain/ordning.ts';
import type { Volumkilde } from '#lib/grunnlag/domain/volumkilde.ts';

/** Categories of visits that can be paid beside the time with the recipient. */
export const TILLEGGSKATEGORIER = ['BOMTUR', 'REISE', 'MOTE', 'DOKUMENTASJON'] as const;
export const FASTLEDDTYPER = ['RAMME', 'REFUSJON', 'SMADRIFT'] as const;
export const UTKASTSTATUSER = ['UTKAST', 'FORESLATT', 'I_KRAFT', 'FORKASTET'] as const;
export type Utkaststatus = (typeof UTKASTSTATUSER)[number];

/** A price as far as it is typed; a missing `ore` is a fault, never 0. */
export type Utkastpris = {
  readonly gruppe: string;
  readonly niva: number | null;
  readonly fom: Maned | null;
  readonly tom: Maned | null;
  readonly ore: number | null;
};
export type Utkastkomponent = {
  readonly kode: string;
  readonly navnNb: string;
  readonly navnNn: string;
  readonly volumkilde: Volumkilde;
  /** Empty: every service that the scheme covers. */
  readonly tjenester: readonly string[];
  readonly regler: Komponentregler;
  readonly priser: readonly Utkastpris[];
};
/** A yearly amount; `enhetId` null for a part that is not per unit. */
export type Utkastbelop = { readonly enhetId: number | null; readonly ore: number };
export type Utkastfastledd = {
  readonly kode: string;
  readonly navnNb: string;
  readonly navnNn: string;
  readonly type: (typeof FASTLEDDTYPER)[number];
  readonly ar: number | null;
  readonly belop: readonly Utkastbelop[];
  readonly regler: Fastleddregler;
};
export type Utkastdekning = { readonly enhetId: number; readonly tjenester: readonly string[] };

/** A scheme while it is written: everything may be missing, and what is missing is told by `ordningsfeil`. */
export type Ordningsutkast = {
  readonly navn: string;
  readonly mal: string | null;
  readonly malordning: string | null;
  readonly fom: Maned | null;
  readonly regler: Ordningsregler;
  readonly dekning: readonly Utkastdekning[];
  readonly komponenter: readonly Utkastkomponent[];
  readonly fastledd: readonly Utkastfastledd[];
  /** Schemes whose cover of the same units and services ends the month before this one begins. */
  readonly erstatter: readonly number[];
  readonly prisstatus: 'FORELOPIG' | 'ENDELIG';
  readonly prisgrunnlag: string;
};
/** The end of a scheme: `tom` is its last month. */
export type Avslutning = { readonly ordningId: number; readonly tom: Maned; readonly grunn: string };

export const TOMT_UTKAST: Ordningsutkast = {
  navn: '',
  mal: null,
  malordning: null,
  fom: null,
  regler: {},
  dekning: [],
  komponenter: [],
  fastledd: [],
  erstatter: [],
  prisstatus: 'FORELOPIG',
  prisgrunnlag: '',
};

/** Every service that some unit is covered for, by code. */
export function dekkedeTjenester(u: Pick<Ordningsutkast, 'dekning'>): string[] {
  return [...new Set(u.dekning.flatMap((d) => d.tjenester))].toSorted();
}

/** The services that a component counts: its own, within the scheme's cover; its own list empty is all of the cover. */
export function komponentensTjenester(u: Pick<Ordningsutkast, 'dekning'>, k: Pick<Utkastkomponent, 'tjenester'>): string[] {
  const dekkede = dekkedeTjenester(u);
  return k.tjenester.length === 0 ? dekkede : dekkede.filter((t) => k.tjenester.includes(t));
}

/** Whether the price comes from the price book; a contract carries its own. */
export function harPris(k: Pick<Utkastkomponent, 'volumkilde'>): boolean {
  return k.volumkilde !== 'KONTRAKT';
}

export function prisesEtterNiva(k: Pick<Utkastkomponent, 'volumkilde'>): boolean {
  return k.volumkilde === 'NIVA_MANEDSSLUTT';
}

/** "Timer, vedtatt" → "timer-vedtatt": what the ledger calls a part. */
export function kodeAv(navn: string): string {
  return navn
    .toLowerCase()
    .replaceAll(/[æä]/g, 'ae')
    .replaceAll(/[øö]/g, 'o')
    .replaceAll('å', 'a')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 30);
}

/** A code that none of the others has. */
export function ledigKode(onsket: string, tatt: readonly string[]): string {
  const rot = onsket === '' ? 'ledd' : onsket;
  if (!tatt.includes(rot)) return rot;
  for (let nr = 2; ; nr += 1) if (!tatt.includes(`${rot}-${nr}`)) return `${rot}-${nr}`;
}
