'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { BelopFelt, TallFelt, TekstFelt } from '#components/form/tekstfelter.tsx';
import { RadioFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import { avsluttRegelHandling, leggTilRegelHandling, settOppsettHandling } from '#lib/bilag/actions.ts';
import { avsluttRegelSkjema, oppsettSkjema, regelSkjema } from '#lib/bilag/bilag-schema.ts';
import type { Konteringsvalg } from '#lib/bilag/bilag-view.ts';
import { KONTERINGSFELT } from '#lib/bilag/domain/kontering.ts';
import { manedSkrevet } from '#lib/core/manedsnavn.ts';
import { prisgruppenavn } from '#lib/grunnlag/domain/prisgruppe.ts';

/** A new rule of the mapping; empty conditions are for everything. */
export function NyRegel({ valg, forslag }: { valg: Konteringsvalg; forslag: string }) {
  const t = useTranslations('bilag');
  const { refresh } = useRouter();
  const alle = t('kontering.alle');
  const som = (liste: readonly { kode: string; navn: string }[]) => liste.map((x) => ({ verdi: x.kode, tekst: x.navn }));
  return (
    <Skjema
      schema={regelSkjema}
      standardverdier={{ felt: 'ANSVAR_UTFORER', enhetId: '', tjeneste: '', komponent: '', gruppe: '', verdi: '', fomManed: manedSkrevet(forslag), tomManed: '' }}
      handling={leggTilRegelHandling}
      etterpa={refresh}
    >
      <VelgFelt navn="felt" etikett={t('kontering.felt')} tomt={false} valg={KONTERINGSFELT.map((f) => ({ verdi: f, tekst: t(`felt.${f}`) }))} />
      <VelgFelt navn="enhetId" etikett={t('kontering.enhet')} tomt={alle} valgfri valg={valg.enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} />
      <VelgFelt navn="tjeneste" etikett={t('kontering.tjeneste')} tomt={alle} valgfri valg={som(valg.tjenester)} />
      <div className="rekke">
        <VelgFelt navn="komponent" etikett={t('kontering.komponent')} tomt={alle} valgfri valg={som(valg.komponenter)} />
        <VelgFelt navn="gruppe" etikett={t('kontering.gruppe')} tomt={alle} valgfri valg={valg.grupper.map((g) => ({ verdi: g, tekst: prisgruppenavn(g) }))} />
      </div>
      <TekstFelt navn="verdi" etikett={t('kontering.verdi')} bredde="middels" />
      <div className="rekke">
        <TekstFelt navn="fomManed" etikett={t('kontering.fra')} hjelp={t('kontering.manedHjelp')} bredde="middels" />
        <TekstFelt navn="tomManed" etikett={t('kontering.til')} hjelp={t('kontering.manedHjelp')} bredde="middels" valgfri />
      </div>
      <SendKnapp>{t('kontering.lagre')}</SendKnapp>
    </Skjema>
  );
}

/** Ends a rule after a month. */
export function AvsluttRegel({ regelId, forslag }: { regelId: number; forslag: string }) {
  const t = useTranslations('bilag.kontering');
  const { refresh } = useRouter();
  return (
    <Skjema schema={avsluttRegelSkjema} standardverdier={{ regelId, tomManed: manedSkrevet(forslag) }} handling={avsluttRegelHandling} etterpa={refresh}>
      <TekstFelt navn="tomManed" etikett={t('avsluttManed')} hjelp={t('manedHjelp')} bredde="middels" />
      <SendKnapp variant="secondary">{t('avslutt')}</SendKnapp>
    </Skjema>
  );
}

interface Oppsett {
  form: 'BILAG' | 'BUDSJETT';
  toleranseMinutter: string;
  toleranseOre: string;
}

/** How internal money moves, and how much an invoice may differ. */
export function OppsettSkjema({ oppsett }: { oppsett: Oppsett }) {
  const t = useTranslations('bilag');
  return (
    <Skjema schema={oppsettSkjema} standardverdier={oppsett} handling={settOppsettHandling}>
      <RadioFelt navn="form" etikett={t('kontering.oppsettForm')} valg={(['BILAG', 'BUDSJETT'] as const).map((f) => ({ verdi: f, tekst: t(`form.${f}`) }))} />
      <TallFelt navn="toleranseMinutter" etikett={t('kontering.toleranseMinutter')} />
      <BelopFelt navn="toleranseOre" etikett={t('kontering.toleranseOre')} />
      <SendKnapp variant="secondary">{t('kontering.lagreOppsett')}</SendKnapp>
    </Skjema>
  );
}
