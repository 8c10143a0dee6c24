import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';
import { manglerHoring } from './varsel.ts';
import type { ManglerHoring, Varsel, Varselunntak } from './varsel.ts';

/** Why a vedtak ends before its time. Only the first three need no notice to the recipient. */
export const OPPHORSGRUNNER = ['ONSKE', 'DOD', 'FLYTTET', 'LANGTIDSOPPHOLD', 'REVURDERT', 'OMGJORT'] as const;
export type Opphorsgrunn = (typeof OPPHORSGRUNNER)[number];

const UTEN_VARSEL: readonly Opphorsgrunn[] = ['ONSKE', 'DOD', 'FLYTTET'];

export function kreverVarsel(grunn: Opphorsgrunn): boolean {
  return !UTEN_VARSEL.includes(grunn);
}

export type Virkning = { readonly fom: Dato; readonly tom: Dato | null };

export type KanIkkeOpphoreVedtak = {
  readonly grunn: 'finnesIkke' | 'alleredeAvsluttet' | 'opphorForStart' | 'ikkeKortere' | ManglerHoring;
  readonly felt?: string;
  readonly verdier?: Readonly<Record<string, string | number>>;
};

/** What the caseworker proposes: the last day, why, the notice that has not been used, or why there was none. */
export type ForeslattOpphor = { readonly tom: Dato; readonly grunn: Opphorsgrunn; readonly varsel: Varsel | null; readonly unntak: Varselunntak | null };

/** May the vedtak end on this day? An end the recipient has not asked for needs a notice that was heard, or a stated exception. */
export function opphorVedtak(idag: Dato, virkning: Virkning | null, o: ForeslattOpphor): Result<{ readonly tom: Dato; readonly varselId: number | null }, readonly KanIkkeOpphoreVedtak[]> {
  if (virkning === null) return nei([{ grunn: 'finnesIkke' }]);
  if (virkning.tom !== null && virkning.tom < idag) return nei([{ grunn: 'alleredeAvsluttet', verdier: { tom: virkning.tom } }]);
  const avslag: KanIkkeOpphoreVedtak[] = [];
  if (o.tom < virkning.fom) avslag.push({ grunn: 'opphorForStart', felt: 'tom', verdier: { fom: virkning.fom } });
  if (virkning.tom !== null && o.tom >= virkning.tom) avslag.push({ grunn: 'ikkeKortere', felt: 'tom', verdier: { tom: virkning.tom } });
  const mangler = kreverVarsel(o.grunn) ? manglerHoring(idag, o.varsel, o.unntak) : null;
  if (mangler !== null) avslag.push({ grunn: mangler, felt: 'unntak', verdier: { frist: o.varsel?.frist ?? '' } });
  return avslag.length > 0 ? nei(avslag) : ok({ tom: o.tom, varselId: kreverVarsel(o.grunn) && o.unntak === null ? (o.varsel?.id ?? null) : null });
}
