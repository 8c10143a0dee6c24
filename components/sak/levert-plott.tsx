import { getTranslations } from 'next-intl/server';
import { Soyler } from '#components/plott/soyler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { formatTimer } from '#lib/core/format.ts';
import type { Uketall } from '#lib/oversikt/domain/levert-mot-vedtatt.ts';

/** Hours delivered in each of the last eight whole weeks, with a mark where the granted hours are. */
export async function LevertPlott({ uker }: { uker: readonly Uketall[] }) {
  const t = await getTranslations('sak.levert');
  const siste = uker.at(-1);
  const noe = uker.some((u) => u.vedtattMinutter > 0 || u.levertMinutter > 0);
  if (!siste || !noe) return <Felt tittel={t('tittel')}><p className="liten dempet">{t('tom')}</p></Felt>;
  const funn = t('funn', { uke: siste.uke, levert: formatTimer(siste.levertMinutter, 2), vedtatt: formatTimer(siste.vedtattMinutter, 2) });
  return (
    <Felt tittel={t('tittel')}>
      <p className="liten">{funn}</p>
      <Soyler
        tittel={funn}
        figurtekst={t('figur', { pause: uker.some((u) => u.pause) ? 'ja' : 'nei' })}
        soyler={uker.map((u) => ({
          etikett: String(u.uke),
          verdi: u.levertMinutter / 60,
          maal: u.vedtattMinutter / 60,
          form: u.levertMinutter < u.vedtattMinutter * 0.9 ? ('opp' as const) : ('total' as const),
        }))}
        format={(verdi) => formatTimer(Math.round(verdi * 60), 1)}
        verdinavn={t('levert')}
        maalnavn={t('vedtatt')}
      />
    </Felt>
  );
}
