import { getTranslations } from 'next-intl/server';
import { Filterfelt, FilterTekst, FilterValg } from '#components/ui/filterfelt.tsx';
import { BEHOVSGRUPPER, erFiltrert } from '#lib/oversikt/mottakerliste-view.ts';
import type { Mottakerfilter } from '#lib/oversikt/mottakerliste-view.ts';

interface Props {
  filter: Mottakerfilter;
  sorter: string | undefined;
  tjenester: readonly { verdi: string; tekst: string }[];
  utforere: readonly { verdi: string; tekst: string }[];
}

/** Search and filters as a GET form: what is chosen stands in the address. */
export async function MottakerFilter({ filter, sorter, tjenester, utforere }: Props) {
  const [t, s] = await Promise.all([getTranslations('sak.liste'), getTranslations('sak')]);
  return (
    <Filterfelt sti="/mottakere" skjulte={{ sorter }} aktivt={erFiltrert(filter)}>
      <FilterTekst navn="sok" etikett={t('sok')} verdi={filter.sok} />
      <FilterValg navn="behov" etikett={t('behov')} verdi={filter.behov ?? undefined} tomt={t('alle')} valg={BEHOVSGRUPPER.map((verdi) => ({ verdi, tekst: s(`behov.${verdi}`) }))} />
      <FilterValg navn="tjeneste" etikett={t('tjeneste')} verdi={filter.tjeneste ?? undefined} tomt={t('alle')} valg={[...tjenester]} />
      <FilterValg navn="enhet" etikett={t('utforer')} verdi={filter.enhet === null ? undefined : String(filter.enhet)} tomt={t('alle')} valg={[...utforere]} />
      <FilterValg navn="vedtak" etikett={t('vedtak')} verdi={filter.vedtak ?? undefined} tomt={t('alle')} valg={(['MED', 'UTEN'] as const).map((verdi) => ({ verdi, tekst: t(verdi) }))} />
    </Filterfelt>
  );
}
