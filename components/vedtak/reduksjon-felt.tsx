'use client';

import { useTranslations } from 'next-intl';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { formatDato } from '#lib/core/format.ts';
import { VARSELUNNTAK } from '#lib/vedtak/domain/varsel.ts';
import type { VedtakIKraft } from '#lib/vedtak/nytt-vedtak-view.ts';

/** Less than before: why, and how the recipient was heard. */
export function ReduksjonFelt({ erstatter }: { erstatter: VedtakIKraft | null }) {
  const t = useTranslations('vedtak');
  const varsel = erstatter?.varsel ?? null;
  return (
    <>
      <TekstomradeFelt navn="reduksjonsgrunn" etikett={t('nytt.reduksjonsgrunn')} hjelp={t('nytt.reduksjonsgrunnHjelp')} linjer={2} />
      <p className="liten" style={{ margin: 0 }}>
        <span className="status" data-s={varsel?.tilstand === 'VURDERT' ? 'ok' : 'varsel'}>
          {varsel === null ? t('varseltilstand.INGEN') : t(`varseltilstand.${varsel.tilstand as 'BESVART'}`, { frist: formatDato(varsel.frist) })}
        </span>{' '}
        {erstatter === null ? null : <Lenke href={`/vedtak/${erstatter.id}/varsel`}>{varsel === null ? t('nytt.sendVarsel') : t('nytt.tilVarsel')}</Lenke>}
      </p>
      <VelgFelt navn="varselunntak" etikett={t('varselunntak.felt')} valgfri tomt={t('varselunntak.ingen')} valg={VARSELUNNTAK.map((verdi) => ({ verdi, tekst: t(`varselunntak.${verdi}`) }))} />
    </>
  );
}
