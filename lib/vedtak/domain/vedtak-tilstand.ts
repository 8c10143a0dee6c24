import type { Dato } from '#lib/core/dato.ts';

/** Where a vedtak stands on a day. A refusal has no validity. */
export type Vedtakstilstand = 'I_KRAFT' | 'KOMMENDE' | 'ERSTATTET' | 'AVSLUTTET' | 'AVSLAG';

export const VEDTAKSTILSTANDER: readonly Vedtakstilstand[] = ['I_KRAFT', 'KOMMENDE', 'ERSTATTET', 'AVSLUTTET', 'AVSLAG'];

/** `grunn` is the reason of the current validity row; null when there is none. */
export function tilstandPa(dag: Dato, v: { readonly fom: Dato | null; readonly tom: Dato | null; readonly grunn: string | null }): Vedtakstilstand {
  if (v.fom === null) return 'AVSLAG';
  if (v.tom !== null && v.tom < dag) return v.grunn === 'ERSTATTET' ? 'ERSTATTET' : 'AVSLUTTET';
  return v.fom > dag ? 'KOMMENDE' : 'I_KRAFT';
}
