'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TekstFelt, TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import { foreslaManuellHandling } from '#lib/avregning/actions-manuell.ts';
import { MANUELLTYPER } from '#lib/avregning/domain/manuell-linje.ts';
import { manuellSkjema } from '#lib/avregning/manuell-schema.ts';

/** A manual line is proposed here; another controller approves it. */
export function ManuellSkjema({ maned, enheter, maneder, komponenter }: { maned: string; enheter: Valg[]; maneder: Valg[]; komponenter: Valg[] }) {
  const t = useTranslations('kalender.manuelle');
  const { push, refresh } = useRouter();
  return (
    <Skjema
      className="smalt"
      schema={manuellSkjema}
      handling={foreslaManuellHandling}
      standardverdier={{ enhetOrdning: '', gjelder: maned, belop: '', type: 'FEILREGISTRERING', grunn: '', retterKomponent: '', retterVedtak: '' }}
      etterpa={() => {
        push(`/avregning/${maned}/manuelle`);
        refresh();
      }}
    >
      <VelgFelt navn="enhetOrdning" etikett={t('felt.enhet')} valg={enheter} />
      <div className="rekke">
        <VelgFelt navn="gjelder" etikett={t('felt.gjelder')} valg={maneder} tomt={false} bredde="middels" />
        <BelopFelt navn="belop" etikett={t('felt.belop')} hjelp={t('felt.belopHjelp')} />
      </div>
      <VelgFelt navn="type" etikett={t('felt.type')} valg={MANUELLTYPER.map((type) => ({ verdi: type, tekst: t(`typer.${type}`) }))} tomt={false} />
      <TekstomradeFelt navn="grunn" etikett={t('felt.grunn')} hjelp={t('felt.grunnHjelp')} linjer={3} />
      <div className="rekke">
        <VelgFelt navn="retterKomponent" etikett={t('felt.retter')} valg={komponenter} valgfri tomt={t('felt.ingen')} />
        <TekstFelt navn="retterVedtak" etikett={t('felt.vedtak')} hjelp={t('felt.vedtakHjelp')} valgfri bredde="middels" />
      </div>
      <Bunnlinje merknad={t('felt.merknad')}>
        <SendKnapp>{t('foresla')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
