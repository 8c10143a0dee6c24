'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { giTilgangHandling, leggTilKontaktHandling } from '#lib/sak/actions-mottaker.ts';
import { KONTAKTROLLER } from '#lib/sak/domain/mottakerdata.ts';
import { kontaktSkjema, tilgangSkjema } from '#lib/sak/mottaker-schema.ts';
import type { Kontovalg } from '#lib/sak/mottaker-view.ts';

/** Next of kin, a guardian or a proxy. */
export function KontaktSkjema({ mottakerId }: { mottakerId: number }) {
  const [t, o] = [useTranslations('mottaker.felt'), useTranslations('mottaker.opplysninger')];
  const router = useRouter();
  return (
    <Skjema schema={kontaktSkjema} standardverdier={{ rolle: 'PARORENDE', navn: '', telefon: '', omfang: '', tom: '' }} handling={(sendt) => leggTilKontaktHandling({ ...sendt, mottakerId })} etterpa={() => router.refresh()}>
      <RadioFelt navn="rolle" etikett={t('rolle')} valg={KONTAKTROLLER.map((verdi) => ({ verdi, tekst: t(verdi) }))} />
      <TekstFelt navn="navn" etikett={t('navn')} />
      <TekstFelt navn="telefon" etikett={t('telefon')} inputMode="tel" bredde="middels" valgfri />
      <TekstFelt navn="omfang" etikett={t('omfang')} hjelp={t('omfangHjelp')} valgfri />
      <DatoFelt navn="tom" etikett={t('tom')} valgfri />
      <Bunnlinje>
        <SendKnapp variant="secondary">{o('leggTil')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Names someone who may see a shielded recipient. */
export function TilgangSkjema({ mottakerId, kontoer }: { mottakerId: number; kontoer: readonly Kontovalg[] }) {
  const [t, o] = [useTranslations('mottaker.felt'), useTranslations('mottaker.opplysninger')];
  const router = useRouter();
  return (
    <Skjema schema={tilgangSkjema} standardverdier={{ konto: '', grunn: '', tom: '' }} handling={(sendt) => giTilgangHandling({ ...sendt, mottakerId })} etterpa={() => router.refresh()}>
      <VelgFelt navn="konto" etikett={t('konto')} valg={kontoer.map((k) => ({ verdi: String(k.id), tekst: k.navn }))} />
      <TekstFelt navn="grunn" etikett={t('grunn')} />
      <DatoFelt navn="tom" etikett={t('tom')} valgfri />
      <Bunnlinje>
        <SendKnapp variant="secondary">{o('navngi')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
