'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { UTEN_ANSATT } from '#lib/grunnlag/domain/ansattnummer.ts';
import { ansattnummerSkjema } from '#lib/grunnlag/ansattnummer-schema.ts';
import type { Ansattvalg } from '#lib/grunnlag/ansattnummer-view.ts';
import type { HandlingResultat } from '#lib/server/handling-resultat.ts';

/** Who a number in another system is here. */
export function AnsattnummerSkjema({ nummer, valgt, valg, handling }: { nummer: string; valgt: string; valg: Ansattvalg[]; handling: (sendt: unknown) => Promise<HandlingResultat<null>> }) {
  const t = useTranslations('ansattnummer');
  const { refresh } = useRouter();
  return (
    <Skjema schema={ansattnummerSkjema} standardverdier={{ nummer, kontoId: valgt as unknown as number }} handling={handling} etterpa={() => refresh()}>
      <div className="importkolonner">
        <VelgFelt navn="kontoId" etikett={t('hvem', { nummer })} valg={valg.map((v) => (v.verdi === UTEN_ANSATT ? { ...v, tekst: t('uten') } : v))} />
      </div>
      <SendKnapp variant="secondary">{t('knapp')}</SendKnapp>
    </Skjema>
  );
}
