import { getTranslations } from 'next-intl/server';
import { Fremdrift } from '#components/ui/fremdrift.tsx';
import type { KjoringView } from '#lib/avregning/avregning-view.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { Maned } from '#lib/core/maned.ts';

/** A run under way. The page can be left and returned to. */
export async function KjoringFremdrift({ maned, kjoring }: { maned: Maned; kjoring: KjoringView }) {
  const t = await getTranslations('felles.fremdrift');
  const ta = await getTranslations('avregning');
  if (kjoring.jobbId === null) return null;
  return (
    <Fremdrift
      url={`/api/jobb/${kjoring.jobbId}`}
      start={{ gjort: kjoring.gjort, totalt: kjoring.status === 'KJORER' ? kjoring.totalt : null, tilstand: kjoring.status === 'KJORER' ? 'kjorer' : 'venter' }}
      tekst={{
        tittel: ta('fremdrift.tittel', { maned: manedOgAr(maned) }),
        starter: t('starter'),
        avTotalt: t.raw('avTotalt') as string,
        ferdig: t('ferdig'),
        feilet: t('feilet'),
        forlat: t('forlat'),
        utenKontakt: t('utenKontakt'),
      }}
    />
  );
}
