import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tabell } from '#components/ui/tabell.tsx';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { formatDato, formatHeltall, formatVarighet } from '#lib/core/format.ts';
import { foreslaPlanHandling } from '#lib/oppdrag/actions-plan.ts';
import type { Planside } from '#lib/oppdrag/plan-view.ts';

/** Orders that nobody has planned, and the one button that does. */
export async function UtenPlan({ side }: { side: Planside }) {
  const [t, felles] = await Promise.all([getTranslations('plan'), getTranslations('felles')]);
  if (side.utenPlanAntall === 0) return null;
  const tall = { antall: side.utenPlanAntall, tall: formatHeltall(side.utenPlanAntall) };
  return (
    <Felt
      tittel={t('uten.tittel', tall)}
      ved={
        side.kanRedigere ? (
          <HandlingKnapp handling={foreslaPlanHandling} data={{ enhetId: side.enhet.id }} kvittering={t('uten.laget')} variant="primary">
            {t('uten.knapp', tall)}
          </HandlingKnapp>
        ) : undefined
      }
    >
      <p className="mikro dempet">{t('uten.om')}</p>
      <Tabell tittel={t('uten.tittel', tall)} tettere kolonner={[{ tekst: t('kolonne.mottaker') }, { tekst: t('kolonne.uten') }, { tekst: t('kolonne.fra') }, { tekst: '', navn: t('kolonne.handling') }]}>
        {side.utenPlan.map((o) => (
          <tr key={o.oppdragId}>
            <th scope="row">{mottakerTekst(felles, o)}</th>
            <td>{t('uten.omfang', { besok: o.besok, tid: formatVarighet(o.minutter), uker: o.perUker })}</td>
            <td className="nb">{formatDato(o.fom)}</td>
            <td className="tall">
              <Lenke href={`/plan/oppdrag/${o.oppdragId}?dato=${side.dag}`} navn={t('uten.planleggNavn', { navn: mottakerTekst(felles, o) })}>
                {t('uten.planlegg')}
              </Lenke>
            </td>
          </tr>
        ))}
      </Tabell>
      {side.utenPlanAntall > side.utenPlan.length ? <p className="mikro dempet">{t('uten.flere', { antall: side.utenPlan.length })}</p> : null}
    </Felt>
  );
}
