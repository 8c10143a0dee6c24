import { getTranslations } from 'next-intl/server';
import { Status } from '#components/ui/status.tsx';
import type { StatusType } from '#components/ui/status.tsx';
import type { Oppdragstilstand } from '#lib/oppdrag/domain/oppdrag-tilstand.ts';

const MERKE: Readonly<Record<Oppdragstilstand, StatusType>> = { MOTTATT: 'venter', BEKREFTET: 'mangler', IVERKSATT: 'ok', AVSLUTTET: 'av', ANNULLERT: 'av' };

/** Where an order stands, with its mark. */
export async function OppdragStatus({ tilstand }: { tilstand: Oppdragstilstand }) {
  const t = await getTranslations('oppdrag');
  return <Status type={MERKE[tilstand]}>{t(`tilstand.${tilstand}`)}</Status>;
}
