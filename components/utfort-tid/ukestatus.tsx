import { getTranslations } from 'next-intl/server';
import { HandlingKnapp } from '#components/utfort-tid/handling-knapp.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import { angreRundeHandling, trekkErklaringHandling } from '#lib/utfort-tid/actions.ts';
import type { Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Is the week done, what stands between, and the approvals that can be taken back. */
export async function Ukestatus({ side }: { side: Ukeside }) {
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  const valg = { uke: side.uke, enhetId: side.enhet.id };
  return (
    <div className="stabel-luft">
      <Felt tittel={t('uken.status')} id="hindringer">
        {side.erklaring ? (
          <p className="liten">
            <Status type="ok">{t('uken.erklart', { dato: formatDato(side.erklaring.dag), navn: side.erklaring.av ?? felles('ord.ukjent') })}</Status>{' '}
            {side.lukket.length === 0 ? (
              <HandlingKnapp handling={trekkErklaringHandling} data={valg} kvittering={t('uken.trukketNa')} variant="lenke">
                {t('uken.trekk')}
              </HandlingKnapp>
            ) : null}
          </p>
        ) : side.hindringer.length === 0 ? (
          <p className="liten">
            <Status type="ok">{t('uken.klar')}</Status>
          </p>
        ) : (
          <ul className="liten stabel-tett">
            {side.hindringer.map((h) => (
              <li key={h.grunn}>
                <Status type={h.grunn === 'utenforGjenstar' ? 'stopp' : 'venter'}>{t(`uken.hinder.${h.grunn}`, { antall: h.verdier?.['antall'] ?? 0 })}</Status>
              </li>
            ))}
          </ul>
        )}
      </Felt>
      {side.runder.length > 0 ? (
        <Felt tittel={t('uken.runder')}>
          <ul className="liten stabel-tett">
            {side.runder.map((r) => (
              <li key={`${r.tidMs}/${r.avKontoId}`} style={{ display: 'flex', gap: 12, justifyContent: 'space-between' }}>
                <span>{t('uken.runde', { antall: r.antall, dato: formatDato(r.dag), kl: r.kl, navn: r.av ?? felles('ord.ukjent') })}</span>
                {side.lukket.length === 0 && !side.last ? (
                  <HandlingKnapp
                    handling={angreRundeHandling}
                    data={{ ...valg, tidMs: r.tidMs, kontoId: r.avKontoId }}
                    kvittering={t('uken.angretNa')}
                    variant="lenke"
                    navn={t('uken.angreRundeNavn', { antall: formatHeltall(r.antall), kl: r.kl })}
                  >
                    {t('uken.angreRunde')}
                  </HandlingKnapp>
                ) : null}
              </li>
            ))}
          </ul>
        </Felt>
      ) : null}
    </div>
  );
}
