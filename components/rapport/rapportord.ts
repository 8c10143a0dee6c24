import { getTranslations } from 'next-intl/server';
import type { Ord } from '#lib/oversikt/domain/rapporttekst.ts';

/** The words of a report in the report's own language, whatever the reader's is. */
export async function rapportord(sprak: 'nb' | 'nn'): Promise<Ord> {
  const t = await getTranslations({ locale: sprak, namespace: 'rapport' });
  return (nokkel, verdier) => t(nokkel as never, verdier as never);
}
