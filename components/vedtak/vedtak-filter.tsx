import { getTranslations } from 'next-intl/server';
import { Filterfelt, FilterTekst, FilterValg } from '#components/ui/filterfelt.tsx';
import { erFiltrert } from '#lib/oversikt/vedtaksliste-view.ts';
import type { Vedtaksfilter } from '#lib/oversikt/vedtaksliste-view.ts';
import { VEDTAKSTILSTANDER } from '#lib/vedtak/domain/vedtak-tilstand.ts';

interface Props {
  filter: Vedtaksfilter;
  sorter: string | undefined;
  tjenester: readonly { verdi: string; tekst: string }[];
  utforere: readonly { verdi: string; tekst: string }[];
}

/** Search by number, and filters, as a GET form. */
export async function VedtakFilter({ filter, sorter, tjenester, utforere }: Props) {
  const [t, v] = await Promise.all([getTranslations('vedtak.liste'), getTranslations('vedtak.tilstand')]);
  return (
    <Filterfelt sti="/vedtak" skjulte={{ sorter }} aktivt={erFiltrert(filter)}>
      <FilterTekst navn="nummer" etikett={t('nummer')} verdi={filter.nummer} />
      <FilterValg navn="tjeneste" etikett={t('tjeneste')} verdi={filter.tjeneste ?? undefined} tomt={t('alle')} valg={[...tjenester]} />
      <FilterValg navn="tilstand" etikett={t('tilstand')} verdi={filter.tilstand ?? undefined} tomt={t('alle')} valg={VEDTAKSTILSTANDER.map((verdi) => ({ verdi, tekst: v(verdi) }))} />
      <FilterValg navn="enhet" etikett={t('utforer')} verdi={filter.enhet === null ? undefined : String(filter.enhet)} tomt={t('alle')} valg={[...utforere]} />
    </Filterfelt>
  );
}
