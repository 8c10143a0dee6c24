'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { FlervalgFelt, VelgFelt } from '#components/form/valgfelter.tsx';
import type { Importhandlinger } from '#components/filimport/importhandlinger.ts';
import type { Importbilde } from '#lib/grunnlag/domain/filimport/importbilde.ts';
import { formatHeltall } from '#lib/core/format.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import { TA_IKKE_MED, verdierSkjema } from '#lib/grunnlag/filimport-schema.ts';

interface Props {
  bilde: Pick<Importbilde, 'id' | 'ukjente' | 'valg'>;
  /** Names of the code lists: enhet → "enhet". */
  lister: Readonly<Record<string, string>>;
  handling: Importhandlinger['verdier'];
}

/** What the file's unknown values mean: one of ours, or rows to leave out. Remembered for the next file. */
export function VerdiSkjema({ bilde, lister, handling }: Props) {
  const t = useTranslations('filimport.verdier');
  const { refresh } = useRouter();
  const { ukjente, valg } = bilde;
  const brukte = [...new Set(ukjente.map((u) => u.kodeliste))];
  return (
    <Skjema
      schema={verdierSkjema}
      standardverdier={{ importId: bilde.id, verdier: ukjente.map(({ kodeliste, verdi }) => ({ kodeliste, verdi, til: '' })), hoppOver: [] }}
      handling={handling}
      etterpa={() => refresh()}
    >
      <div className="importkolonner">
        {ukjente.map((u, i) => (
          <VelgFelt
            key={`${u.kodeliste} ${u.verdi}`}
            navn={`verdier.${i}.til`}
            etikett={t('verdi', { liste: stor(lister[u.kodeliste] ?? u.kodeliste), verdi: u.verdi })}
            hjelp={t('rader', { antall: u.antall, tall: formatHeltall(u.antall) })}
            tomt={t('velg')}
            valg={[{ verdi: TA_IKKE_MED, tekst: t('taIkkeMed') }, ...(valg[u.kodeliste] ?? [])]}
          />
        ))}
      </div>
      <FlervalgFelt navn="hoppOver" etikett={t('hoppOver')} valg={brukte.map((liste) => ({ verdi: liste, tekst: t('hoppOverListe', { liste: lister[liste] ?? liste }) }))} />
      <Bunnlinje merknad={t('huskes')}>
        <SendKnapp>{t('knapp')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}
