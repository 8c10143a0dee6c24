'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { registerkolonnerHandling, registerordHandling } from '#lib/oppdrag/actions-register.ts';
import { registerKolonnerFelter, registerOrdFelter } from '#lib/oppdrag/register-import-schema.ts';
import type { Registerside, UkjentOrd } from '#lib/oppdrag/register-import-view.ts';

interface KolonneProps {
  importId: number;
  hode: readonly string[];
  kolonner: Readonly<Record<string, string>>;
  /** our columns, in order; `pakrevd` ones must be chosen */
  vare: readonly { readonly nokkel: string; readonly pakrevd: boolean }[];
}

/** Which heading of the file is which of our columns. */
export function KolonneSkjema({ importId, hode, kolonner, vare }: KolonneProps) {
  const [t, k] = [useTranslations('register.en'), useTranslations('register.kolonne')];
  const router = useRouter();
  const navn = k as unknown as (nokkel: string) => string;
  return (
    <Skjema
      schema={registerKolonnerFelter}
      standardverdier={{ kolonner: Object.fromEntries(vare.map(({ nokkel }) => [nokkel, kolonner[nokkel] ?? ''])) }}
      handling={(sendt) => registerkolonnerHandling({ ...sendt, importId })}
      etterpa={() => router.refresh()}
    >
      <div className="registerkolonner">
        {vare.map(({ nokkel, pakrevd }) => (
          <VelgFelt key={nokkel} navn={`kolonner.${nokkel}`} etikett={navn(nokkel)} tomt={t('ikkeMed')} valg={hode.map((overskrift) => ({ verdi: overskrift, tekst: overskrift }))} valgfri={!pakrevd} />
        ))}
      </div>
      <SendKnapp variant="secondary">{t('lagreKolonner')}</SendKnapp>
    </Skjema>
  );
}

/** What the file's own words for services and units are called here. */
export function OrdSkjema({ importId, ukjente, valg }: { importId: number; ukjente: readonly UkjentOrd[]; valg: Registerside['valg'] }) {
  const t = useTranslations('register.en');
  const router = useRouter();
  return (
    <Skjema
      schema={registerOrdFelter}
      standardverdier={{ valg: Object.fromEntries(ukjente.map((_, i) => [`o${i}`, ''])) }}
      handling={(sendt) => registerordHandling({ ...sendt, importId, ord: ukjente.map(({ liste, ord }) => ({ liste, ord })) })}
      etterpa={() => router.refresh()}
    >
      <div className="registerkolonner">
        {ukjente.map((u, i) => (
          <VelgFelt key={`${u.liste}-${u.ord}`} navn={`valg.o${i}`} etikett={t(u.liste === 'enhet' ? 'velgEnhet' : 'velgTjeneste', { ord: u.ord, antall: u.antall })} valg={[...valg[u.liste]]} valgfri />
        ))}
      </div>
      <SendKnapp variant="secondary">{t('lagreOrd')}</SendKnapp>
    </Skjema>
  );
}
