'use client';

import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { Detaljer } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';

/** What every part of a scheme ends with: the name in nynorsk and the code, folded away, and the two ways on. */
export function Leddbunn({ slag, tilbake }: { slag: 'ledd' | 'fastledd'; tilbake: string }) {
  const t = useTranslations(`ordning.${slag}`);
  return (
    <>
      <Detaljer tittel={t('mer')}>
        <div className="rekke" id="f-kode">
          <TekstFelt navn="navnNn" etikett={t('navnNn')} valgfri bredde="middels" />
          <TekstFelt navn="kode" etikett={t('kode')} hjelp={t('kodeHjelp')} valgfri bredde="middels" />
        </div>
      </Detaljer>
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
        <Lenke href={tilbake}>{t('tilbake')}</Lenke>
      </Bunnlinje>
    </>
  );
}
