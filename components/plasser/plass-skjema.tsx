'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DatoFelt } from '#components/form/datofelter.tsx';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { TekstomradeFelt } from '#components/form/tekstfelter.tsx';
import { FlervalgFelt, RadioFelt, type Valg, VelgFelt } from '#components/form/valgfelter.tsx';
import { avsluttVentingHandling, settPaVentelisteHandling, taTilbakePlassHandling, tildelPlassHandling } from '#lib/utfort-tid/actions-tildeling.ts';
import { KRITERIER, SLUTTGRUNNER, VENTETYPER } from '#lib/utfort-tid/domain/venteliste.ts';
import { avsluttVentingSkjema, taTilbakeSkjema, tildelSkjema, ventelisteSkjema } from '#lib/utfort-tid/tildeling-schema.ts';

function useTilPlasser(): () => void {
  const { push, refresh } = useRouter();
  return () => {
    push('/plasser');
    refresh();
  };
}

/** Puts a recipient on the list; `iDag` is dd.mm.åååå. */
export function VentelisteSkjema({ mottakerId, enheter, vedtak, iDag }: { mottakerId: number; enheter: Valg[]; vedtak: Valg[]; iDag: string }) {
  const t = useTranslations('plasser');
  return (
    <Skjema
      className="smalt"
      schema={ventelisteSkjema}
      handling={settPaVentelisteHandling}
      standardverdier={{ mottakerId, plasstype: 'LANGTID', prioritet: '2', kriterier: [], sattOpp: iDag, onsketEnhetId: '', vedtakId: '' }}
      etterpa={useTilPlasser()}
    >
      <RadioFelt navn="plasstype" etikett={t('ny.type')} valg={VENTETYPER.map((v) => ({ verdi: v, tekst: t(`type.${v}`) }))} />
      <RadioFelt navn="prioritet" etikett={t('ny.prioritet')} valg={(['1', '2', '3'] as const).map((p) => ({ verdi: p, tekst: t(`prioritet.p${p}`) }))} />
      <FlervalgFelt navn="kriterier" etikett={t('ny.kriterier')} hjelp={t('ny.kriterierHjelp')} valg={KRITERIER.map((k) => ({ verdi: k, tekst: t(`kriterium.${k}`) }))} />
      <DatoFelt navn="sattOpp" etikett={t('ny.sattOpp')} />
      <VelgFelt navn="onsketEnhetId" etikett={t('ny.onsket')} tomt={t('ny.onsketTomt')} valg={enheter} valgfri />
      <VelgFelt navn="vedtakId" etikett={t('ny.vedtak')} tomt={t('ny.vedtakTomt')} valg={vedtak} valgfri />
      <SendKnapp>{t('ny.lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Gives a free place to one of those who wait; `fra` is dd.mm.åååå. */
export function TildelSkjema({ meldingId, valg, fra }: { meldingId: number; valg: Valg[]; fra: string }) {
  const t = useTranslations('plasser.tildel');
  return (
    <Skjema className="smalt" schema={tildelSkjema} handling={tildelPlassHandling} standardverdier={{ meldingId, ventelisteId: '', fra }} etterpa={useTilPlasser()}>
      <RadioFelt navn="ventelisteId" etikett={t('hvem')} valg={valg} />
      <DatoFelt navn="fra" etikett={t('fra')} />
      <Bunnlinje merknad={t('merknad')}>
        <SendKnapp>{t('lagre')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** Takes a place back that nobody has moved in to. */
export function TaTilbakeSkjema({ id }: { id: number }) {
  const t = useTranslations('plasser.taTilbake');
  return (
    <Skjema className="smalt" schema={taTilbakeSkjema} handling={taTilbakePlassHandling} standardverdier={{ id, grunn: '' }} etterpa={useTilPlasser()}>
      <TekstomradeFelt navn="grunn" etikett={t('grunn')} linjer={3} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Ends the wait without a place. */
export function AvsluttVentingSkjema({ id }: { id: number }) {
  const t = useTranslations('plasser.avslutt');
  return (
    <Skjema className="smalt" schema={avsluttVentingSkjema} handling={avsluttVentingHandling} standardverdier={{ id, grunn: '' as 'DOD' }} etterpa={useTilPlasser()}>
      <RadioFelt navn="grunn" etikett={t('grunn')} valg={SLUTTGRUNNER.map((g) => ({ verdi: g, tekst: t(g) }))} />
      <SendKnapp>{t('lagre')}</SendKnapp>
    </Skjema>
  );
}
