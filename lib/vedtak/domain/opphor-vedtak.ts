import type { Dato } from '#lib/core/dato.ts';
import { nei, ok } from '#lib/core/result.ts';
import type { Result } from '#lib/core/result.ts';

/** Why a vedtak ends before its time. Only the first three need no notice to the recipient. */
export const OPPHORSGRUNNER = ['ONSKE', 'DOD', 'FLYTTET', 'LANGTIDSOPPHOLD', 'REVURDERT', 'OMGJORT'] as const;
export type Opphorsgrunn = (typeof OPPHORSGRUNNER)[number];

const UTEN_VARSEL: readonly Opphorsgrunn[] = ['ONSKE', 'DOD', 'FLYTTET'];

export function kreverVarsel(grunn: Opphorsgrunn): boolean {
  return !UTEN_VARSEL.includes(grunn);
}

export type Virkning = { readonly fom: Dato; readonly tom: Dato | null };

export type KanIkkeOpphoreVedtak = {
  readonly grunn: 'finnesIkke' | 'alleredeAvsluttet' | 'opphorForStart' | 'ikkeKortere' | 'manglerVarsel' | 'varselEtterOpphor';
  readonly felt?: string;
  readonly verdier?: Readonly<Record<string, string | number>>;
};

/** What the caseworker proposes: the last day, why, and when the recipient was given notice. */
export type Opphor = { readonly tom: Dato; readonly grunn: Opphorsgrunn; readonly varslet: Dato | null };

/** May the vedtak end on this day? An end the recipient has not asked for needs a notice before it. */
export function opphorVedtak(idag: Dato, virkning: Virkning | null, o: Opphor): Result<{ readonly tom: Dato }, readonly KanIkkeOpphoreVedtak[]> {
  if (virkning === null) return nei([{ grunn: 'finnesIkke' }]);
  if (virkning.tom !== null && virkning.tom < idag) return nei([{ grunn: 'alleredeAvsluttet', verdier: { tom: virkning.tom } }]);
  const avslag: KanIkkeOpphoreVedtak[] = [];
  if (o.tom < virkning.fom) avslag.push({ grunn: 'opphorForStart', felt: 'tom', verdier: { fom: virkning.fom } });
  if (virkning.tom !== null && o.tom >= virkning.tom) avslag.push({ grunn: 'ikkeKortere', felt: 'tom', verdier: { tom: virkning.tom } });
  if (kreverVarsel(o.grunn) && o.varslet === null) avslag.push({ grunn: 'manglerVarsel', felt: 'varslet' });
  if (o.varslet !== null && o.varslet >= o.tom) avslag.push({ grunn: 'varselEtterOpphor', felt: 'varslet' });
  return avslag.length > 0 ? nei(avslag) : ok({ tom: o.tom });
}
