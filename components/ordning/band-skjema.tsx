'use client';

import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { Radfelt } from '#components/ordning/radfelt.tsx';
import { lagreTidsbandHandling } from '#lib/grunnlag/actions-ordning.ts';
import type { Tidsbandregel } from '#lib/grunnlag/domain/ordning.ts';
import { tidsbandSkjema } from '#lib/grunnlag/ordning-schema.ts';

const skjema = tidsbandSkjema.omit({ utkastId: true, versjon: true });

/** The parts of the day that components may count alone. */
export function BandSkjema({ utkastId, versjon, band }: { utkastId: number; versjon: number; band: readonly Tidsbandregel[] }) {
  const t = useTranslations('ordning.band');
  return (
    <Skjema schema={skjema} standardverdier={{ band: band.map((b) => ({ ...b, dager: b.dager.join(', ') })) }} handling={(sendt) => lagreTidsbandHandling({ ...sendt, utkastId, versjon })}>
      <Radfelt
        navn="band"
        tittel={t('tittel')}
        hjelp={t('hjelp')}
        leggTil={t('leggTil')}
        kolonner={[
          { navn: 'kode', etikett: t('kode'), bredde: 140 },
          { navn: 'dager', etikett: t('dager'), bredde: 140 },
          { navn: 'fra', etikett: t('fra'), bredde: 100 },
          { navn: 'til', etikett: t('til'), bredde: 100 },
        ]}
      />
      <Bunnlinje>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
