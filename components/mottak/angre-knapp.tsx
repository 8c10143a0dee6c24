'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { importIdSkjema } from '#lib/grunnlag/filimport-schema.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

/** Takes a delivery back; what was approved or corrected since stands. */
export function AngreKnapp({ importId, handling, rom = 'mottak' }: { importId: number; rom?: 'mottak' | 'planimport'; handling: (sendt: unknown) => Promise<HandlingResultat<null>> }) {
  const t = useTranslations(rom);
  const { refresh } = useRouter();
  return (
    <details className="angre">
      <summary>{t('angreKnapp.apne')}</summary>
      <p className="liten">{t('angreKnapp.om')}</p>
      <Skjema schema={importIdSkjema} standardverdier={{ importId }} handling={handling} etterpa={() => refresh()}>
        <SendKnapp variant="secondary">{t('angreKnapp.bekreft')}</SendKnapp>
      </Skjema>
    </details>
  );
}
