import type { ReactNode } from 'react';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';

/**
 * Gives client components below it the texts of the named namespaces, and no others, so that a page sends
 * only what it uses. Forms need `skjema` and their own room.
 * Throws when a namespace has no file.
 */
export async function Tekster({ navnerom, children }: { navnerom: string[]; children: ReactNode }) {
  const alle = (await getMessages()) as Record<string, object>;
  const valgt: Record<string, object> = {};
  for (const navn of navnerom) {
    const tekster = alle[navn];
    if (!tekster) throw new Error(`No messages/<sprak>/${navn}.json`);
    valgt[navn] = tekster;
  }
  return <NextIntlClientProvider messages={valgt as never}>{children}</NextIntlClientProvider>;
}
