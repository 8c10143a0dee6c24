'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { Brevark } from '#components/vedtak/brevark.tsx';
import { Brevsjekk } from '#components/vedtak/brev-sjekkliste.tsx';
import type { Brevtekst } from '#components/vedtak/brev-sjekkliste.tsx';
import type { Brev } from '#lib/vedtak/domain/brev/brev.ts';

/** The letter of the saved draft, as the server would make it; fetched anew when the draft is saved. The last one stands if the network is away. */
export default function BrevForhandsvisning({ mottakerId, lagret }: { mottakerId: number; lagret: number }) {
  const t = useTranslations('vedtak.brev');
  const [brev, setBrev] = useState<Brev | null>(null);
  useEffect(() => {
    const avbryt = new AbortController();
    fetch(`/mottakere/${mottakerId}/nytt-vedtak/brev`, { signal: avbryt.signal })
      .then(async (svar) => (svar.ok ? setBrev(((await svar.json()) as { brev: Brev | null }).brev) : undefined))
      .catch(() => undefined);
    return () => avbryt.abort();
  }, [mottakerId, lagret]);
  if (brev === null) return <p className="liten dempet">{t('venter')}</p>;
  return (
    <>
      <p className="mikro dempet">{t('mal', { mal: brev.mal, sprak: t(brev.sprak) })}</p>
      <Brevsjekk brev={brev} t={t as unknown as Brevtekst} />
      <div className="brevrute" role="region" aria-label={t('forhandsvisning')} tabIndex={0}>
        <Brevark brev={brev} niva={3} liten />
      </div>
    </>
  );
}
