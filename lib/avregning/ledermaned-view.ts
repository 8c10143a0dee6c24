import type { Dato } from '#lib/core/dato.ts';
import type { Maned } from '#lib/core/maned.ts';
import type { Arsaksdel, HvaOm, HvaOmSvar } from '#lib/avregning/domain/ledermaned.ts';

/** A month's sick leave in minutes; the share is of the paid minutes, which the employer's days are part of. */
export type Fravarsmaned = { readonly maned: Maned; readonly arbeidsgiver: number; readonly etter: number; readonly betalt: number | null };

/** A week of a month, its days in the month only: registered minutes by category. */
export type Tidslinje = { readonly mandag: Dato; readonly minutter: Readonly<Record<string, number>> };

/** Exact shares and rates as numbers for people: per mille, hours, øre per hour. */
export type Lederbilde = {
  readonly maned: Maned;
  readonly hittil: Dato;
  readonly dagerIgjen: number;
  /** null where nothing can be counted from: neither vedtak in hours nor stays, or last month not settled; granted and registered in minutes, or in days where `maal` is DOGN */
  readonly utsikt: {
    readonly maal: 'TIMER' | 'DOGN';
    readonly inntektOre: number;
    readonly forrigeOre: number;
    readonly levertPromille: number;
    readonly levertForrigePromille: number;
    readonly orePerEnhet: number;
    readonly vedtatt: number;
    readonly vedtattHittil: number;
    readonly registrert: number;
    readonly godkjentMinutter: number;
    readonly deler: readonly Arsaksdel[];
  } | null;
  /** `timer` null: reckoned by days of the last month with accounts, for no paid hours are known */
  readonly kostnad: { readonly hittilOre: number; readonly heleOre: number; readonly timer: { readonly orePerTime: number; readonly minutter: number } | null; readonly maned: Maned } | null;
  /** of the paid hours of a month: shares in per mille, and paid minutes per granted minute in hundredths */
  readonly tid: { readonly maned: Maned; readonly betaltMinutter: number; readonly brukerrettetMinutter: number; readonly brukerrettetPromille: number; readonly deler: readonly { readonly kategori: string; readonly minutter: number; readonly promille: number }[]; readonly perVedtatt: number | null; readonly uker: readonly Tidslinje[] } | null;
  /** sick leave as the HR system tells it, the newest month first; empty where it is not taken in */
  readonly fravar: readonly Fravarsmaned[];
  readonly hvaOm: { readonly valg: HvaOm; readonly svar: HvaOmSvar } | null;
};

const heltall = (tekst: string | undefined, grense: number): number => {
  const tall = Number((tekst ?? '').replace(',', '.').replace('−', '-'));
  return tekst !== undefined && Number.isFinite(tall) ? Math.max(-grense, Math.min(grense, tall)) : 0;
};

/** What is typed in the address: hours a week, hours a week, per cent. Null when nothing is tried. */
export function lesHvaOm(felt: { ny?: string | undefined; bemanning?: string | undefined; pris?: string | undefined }): HvaOm | null {
  if (felt.ny === undefined && felt.bemanning === undefined && felt.pris === undefined) return null;
  return { nyMottakerMinutter: Math.max(0, Math.round(heltall(felt.ny, 168) * 60)), bemanningMinutter: Math.round(heltall(felt.bemanning, 2000) * 60), prisPromille: Math.round(heltall(felt.pris, 90) * 10) };
}
