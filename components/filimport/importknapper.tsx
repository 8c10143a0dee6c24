'use client';

import type { ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { RadioFelt } from '#components/form/valgfelter.tsx';
import type { Importhandlinger } from '#components/filimport/importhandlinger.ts';
import { bekreftImportSkjema, importIdSkjema, omfangSkjema } from '#lib/grunnlag/filimport-schema.ts';
import type { Omfang } from '#lib/grunnlag/domain/filimport/forskjell.ts';
import type { Delnavn } from '#lib/grunnlag/domain/filimport/importdefinisjon.ts';

interface Knapp {
  importId: number;
  children: ReactNode;
}

/** Confirms the difference as it is shown. */
export function TaInnKnapp({ importId, merke, handling, children }: Knapp & { merke: string; handling: Importhandlinger['taInn'] }) {
  const { refresh } = useRouter();
  return (
    <Skjema schema={bekreftImportSkjema} standardverdier={{ importId, merke }} handling={handling} etterpa={() => refresh()}>
      <SendKnapp>{children}</SendKnapp>
    </Skjema>
  );
}

export function ForkastKnapp({ importId, til, handling, children }: Knapp & { til: string; handling: Importhandlinger['forkast'] }) {
  const { push } = useRouter();
  return (
    <Skjema schema={importIdSkjema} standardverdier={{ importId }} handling={handling} etterpa={() => push(til)}>
      <SendKnapp variant="secondary">{children}</SendKnapp>
    </Skjema>
  );
}

/** Forgets every translation of values and reads again. */
export function GlemKnapp({ importId, handling, children }: Knapp & { handling: Importhandlinger['glem'] }) {
  const { refresh } = useRouter();
  return (
    <Skjema schema={importIdSkjema} standardverdier={{ importId }} handling={handling} etterpa={() => refresh()}>
      <SendKnapp variant="secondary">{children}</SendKnapp>
    </Skjema>
  );
}

/** Takes an earlier file in again: goes to the new import, where its difference is shown first. */
export function GjentaKnapp({ importId, sti, handling, children }: Knapp & { sti: string; handling: Importhandlinger['gjenta'] }) {
  const { push } = useRouter();
  return (
    <Skjema schema={importIdSkjema} standardverdier={{ importId }} handling={handling} etterpa={(svar) => push(`${sti}/${svar.importId}`)}>
      <SendKnapp variant="secondary">{children}</SendKnapp>
    </Skjema>
  );
}

/** Whole months, or only the units in the file. */
export function OmfangSkjema({ importId, omfang, del, handling }: { importId: number; omfang: Omfang; del: Delnavn; handling: Importhandlinger['omfang'] }) {
  const t = useTranslations('filimport.omfang');
  const { refresh } = useRouter();
  return (
    <Skjema schema={omfangSkjema} standardverdier={{ importId, omfang }} handling={handling} etterpa={() => refresh()}>
      <RadioFelt
        navn="omfang"
        etikett={t('etikett')}
        valg={[
          { verdi: 'MANED', tekst: t('MANED', { del }) },
          { verdi: 'ENHET', tekst: t('ENHET', { del }) },
        ]}
      />
      <SendKnapp variant="secondary">{t('knapp')}</SendKnapp>
    </Skjema>
  );
}
