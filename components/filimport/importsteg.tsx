import { getTranslations } from 'next-intl/server';
import type { Importstatus } from '#lib/grunnlag/domain/filimport/importstatus.ts';

const STEG = ['fil', 'kolonner', 'lesing', 'forskjell', 'kvittering'] as const;
const NAA: Readonly<Record<Importstatus, number>> = { LASTER_OPP: 0, LASTET: 1, LESER: 2, LEST: 3, TAR_INN: 4, TATT_INN: 5, AVVIST: 0, FEILET: 2, FORKASTET: 0 };

/** Where an import is: the steps, with the present one named. */
export async function Importsteg({ status, harFeil }: { status: Importstatus; harFeil: boolean }) {
  const t = await getTranslations('filimport.steg');
  const naa = status === 'LEST' && harFeil ? 2 : NAA[status];
  return (
    <nav aria-label={t('navn')}>
      <ol className="importsteg liten">
        {STEG.map((steg, i) => (
          <li key={steg} aria-current={i === naa ? 'step' : undefined} data-gjort={i < naa ? '' : undefined}>
            <span className="status" data-s={i < naa ? 'ok' : i === naa ? 'venter' : 'av'}>
              {t(steg)}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
