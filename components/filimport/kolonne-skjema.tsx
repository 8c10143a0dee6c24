'use client';

import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Bunnlinje, SendKnapp } from '#components/form/send-knapp.tsx';
import { Skjema } from '#components/form/skjema.tsx';
import { VelgFelt } from '#components/form/valgfelter.tsx';
import { TallFelt } from '#components/form/tekstfelter.tsx';
import type { Importhandlinger } from '#components/filimport/importhandlinger.ts';
import { formatSkjema, kolonnerSkjema } from '#lib/grunnlag/filimport-schema.ts';
import { SKILLETEGN, TEGNSETT, type Filformat } from '#lib/grunnlag/domain/filimport/gjenkjenn.ts';

interface Props {
  importId: number;
  kolonner: { nokkel: string; navn: string; hjelp?: string | undefined; pakrevd: boolean }[];
  hode: readonly string[];
  valgt: Readonly<Record<string, string>>;
  handling: Importhandlinger['kolonner'];
}

/** Which column of the file is which of ours. */
export function KolonneSkjema({ importId, kolonner, hode, valgt, handling }: Props) {
  const t = useTranslations('filimport.kolonner');
  const { refresh } = useRouter();
  const valg = hode.map((navn) => ({ verdi: navn, tekst: navn }));
  return (
    <Skjema
      schema={kolonnerSkjema}
      standardverdier={{ importId, kolonner: Object.fromEntries(kolonner.map((k) => [k.nokkel, valgt[k.nokkel] ?? ''])) }}
      handling={handling}
      etterpa={() => refresh()}
    >
      <div className="importkolonner">
        {kolonner.map((k) => (
          <VelgFelt key={k.nokkel} navn={`kolonner.${k.nokkel}`} etikett={k.navn} hjelp={k.hjelp} valgfri={!k.pakrevd} valg={valg} tomt={k.pakrevd ? t('velg') : t('finnesIkke')} />
        ))}
      </div>
      <Bunnlinje>
        <SendKnapp>{t('knapp')}</SendKnapp>
      </Bunnlinje>
    </Skjema>
  );
}

/** How the file is read, where the guess was wrong. */
export function FormatSkjema({ importId, format, handling }: { importId: number; format: Filformat; handling: Importhandlinger['format'] }) {
  const t = useTranslations('filimport.format');
  const { refresh } = useRouter();
  const felles = { importId, hoderad: format.hoderad };
  const csv = format.type === 'CSV';
  return (
    <Skjema
      schema={formatSkjema}
      standardverdier={csv ? { ...felles, tegnsett: format.tegnsett, skilletegn: format.skilletegn } : { ...felles, ark: format.ark }}
      handling={handling}
      etterpa={() => refresh()}
    >
      <div className="rekke">
        <TallFelt navn="hoderad" etikett={t('hoderad')} />
        {csv ? (
          <>
            <VelgFelt navn="tegnsett" etikett={t('tegnsett')} bredde="middels" tomt={false} valg={TEGNSETT.map((v) => ({ verdi: v, tekst: t(`tegnsettnavn.${v}`) }))} />
            <VelgFelt navn="skilletegn" etikett={t('skilletegn')} bredde="kort" tomt={false} valg={SKILLETEGN.map((v, i) => ({ verdi: v, tekst: t(`skilletegnnavn.${i}`) }))} />
          </>
        ) : (
          <VelgFelt navn="ark" etikett={t('ark')} bredde="middels" tomt={false} valg={format.arkene.map((v) => ({ verdi: v, tekst: v }))} />
        )}
      </div>
      <SendKnapp variant="secondary">{t('knapp')}</SendKnapp>
    </Skjema>
  );
}
