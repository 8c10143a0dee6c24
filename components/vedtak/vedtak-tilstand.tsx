import { getTranslations } from 'next-intl/server';
import { Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import type { Vedtakstilstand } from '#lib/vedtak/domain/vedtak-tilstand.ts';

const MERKE: Record<Vedtakstilstand, StatusType> = { I_KRAFT: 'ok', KOMMENDE: 'venter', ERSTATTET: 'av', AVSLUTTET: 'av', AVSLAG: 'stopp' };

/** Where a vedtak stands today: a mark and a word. */
export async function VedtakTilstand({ tilstand }: { tilstand: Vedtakstilstand }) {
  const t = await getTranslations('vedtak.tilstand');
  return <Status type={MERKE[tilstand]}>{t(tilstand)}</Status>;
}
