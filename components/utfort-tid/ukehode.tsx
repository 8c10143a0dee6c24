import { getTranslations } from 'next-intl/server';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { SperretKnapp } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { formatDato, formatHeltall, formatPeriode } from '#lib/core/format.ts';
import { erklarUkeHandling, kvitterAlleHandling } from '#lib/utfort-tid/actions.ts';
import { forrigeUke, mandag, nesteUke, sondag, ukenummer } from '#lib/utfort-tid/domain/uke.ts';
import type { Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

function funn(side: Ukeside): 'funn' | 'funnPlan' | 'funnUten' | 'funnTom' {
  if (side.registrert === 0) return 'funnTom';
  if (side.harPlan) return 'funnPlan';
  return side.vedtatt === 0 ? 'funnUten' : 'funn';
}

/** The finding, and the two acts of the week. */
export async function Ukehode({ side, enhet }: { side: Ukeside; enhet: string | undefined }) {
  const t = await getTranslations('utfort-tid');
  const uke = ukenummer(side.uke);
  const tall = { uke, registrert: formatHeltall(side.harPlan ? side.registrertAvPlan : side.registrert), vedtatt: formatHeltall(side.vedtatt) };
  const medEnhet = (u: string) => `/uken?${enhet === undefined ? '' : `enhet=${enhet}&`}uke=${u}`;
  const valg = { uke: side.uke as string, enhetId: side.enhet.id };
  return (
    <Sidehode
      tittel={t(`uken.${funn(side)}`, tall)}
      over={
        <span className="ukevalg">
          <Lenke href={medEnhet(forrigeUke(side.uke))}>‹ {t('uken.forrige', { uke: ukenummer(forrigeUke(side.uke)) })}</Lenke>
          <Lenke href={medEnhet(nesteUke(side.uke))}>{t('uken.neste', { uke: ukenummer(nesteUke(side.uke)) })} ›</Lenke>
          <Lenke href={`/plan?dag=${mandag(side.uke)}${enhet === undefined ? '' : `&enhet=${enhet}`}`}>{t('uken.tilPlanen')}</Lenke>
          <Lenke href="/registrer">{t('registrer.tittel')}</Lenke>
          <Lenke href="/maneden">{t('uken.tilManeden')}</Lenke>
        </span>
      }
      under={
        <>
          {t('uken.under', { periode: formatPeriode(mandag(side.uke), sondag(side.uke)), enhet: side.enhet.navn })}{' '}
          {side.harPlan ? t('uken.manglerPlan', { antall: side.antall.mangler, besok: formatHeltall(side.antall.mangler) }) : t('uken.mangler', { antall: side.manglerHos, besok: formatHeltall(side.antall.mangler) })} {side.last ? null : t('uken.frist', { frist: formatDato(side.frist) })}
        </>
      }
      handlinger={
        <>
          {side.erklaring ? null : side.hindringer.length > 0 ? (
            <SperretKnapp hindring="hindringer">{t('uken.erklarSperret', { antall: side.hindringer.length })}</SperretKnapp>
          ) : (
            <HandlingKnapp handling={erklarUkeHandling} data={valg} kvittering={t('uken.erklartNa')} variant={side.antall.uten > 0 ? 'secondary' : 'primary'}>
              {t('uken.erklar')}
            </HandlingKnapp>
          )}
          {side.antall.uten > 0 && !side.last ? (
            <HandlingKnapp
              handling={kvitterAlleHandling}
              data={{ ...valg, dag: null, antall: side.antall.uten, avtrykk: side.avtrykk }}
              kvittering={t('uken.godkjentNa', { antall: formatHeltall(side.antall.uten) })}
              variant="primary"
            >
              {t('uken.godkjennAlle', { antall: formatHeltall(side.antall.uten) })}
            </HandlingKnapp>
          ) : null}
        </>
      }
    />
  );
}
