import { getTranslations } from 'next-intl/server';
import { Varsel } from '#components/ui/varsel.tsx';
import type { Lukkelinje as Linje } from '#lib/avregning/lukking-view.ts';

/** On top of a month that is or was closed: when, by whom, and what is open of it for a while. */
export async function Lukkelinje({ linje, lukket }: { linje: Linje; lukket: boolean }) {
  const t = await getTranslations('lukking.lukk');
  const nar = linje.av === null ? t('lukketSelv', { tid: linje.tid }) : t('lukketAv', { tid: linje.tid, av: linje.av });
  return (
    <Varsel farge={lukket ? 'info' : 'warning'} id="lukkelinje">
      <p>
        {nar} {linje.nummer > 1 ? t('nummer', { nummer: linje.nummer }) : null} {lukket ? t('fast') : null}
      </p>
      {linje.apne.length > 0 ? <p>{t('apenTil', { enheter: linje.apne.map((a) => a.enhet).join(', '), til: linje.apne[0]?.til ?? '' })}</p> : null}
    </Varsel>
  );
}
