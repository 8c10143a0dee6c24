import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { merknadTekst } from '#components/utfort-tid/merknad-tekst.ts';
import { Status } from '#components/ui/status.tsx';
import type { Besoksrad } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Visits as lines that fit a phone: when, who, how long, and whether it is approved. */
export async function Besoksliste({ besok, medNavn }: { besok: readonly Besoksrad[]; medNavn?: boolean }) {
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  return (
    <ul className="oppg liten">
      {besok.map((b) => {
        const om = [medNavn ? null : b.ansatt, merknadTekst(t as never, b)].filter(Boolean).join(' · ');
        return (
          <li key={b.id}>
            <span style={{ display: 'flex', gap: 12, justifyContent: 'space-between', alignItems: 'baseline' }}>
              <span>
                <span className="tab dempet nb">{medNavn ? b.kl : `${dagTekst(t as never, b.dato)} ${b.kl}`}</span> {medNavn ? <strong>{mottakerTekst(felles, b)}</strong> : null}
              </span>
              <Status type={b.merknad === 'UTENFOR' ? 'stopp' : b.kvittert ? 'ok' : b.merknad ? 'varsel' : 'venter'}>{t('min', { antall: b.minutter })}</Status>
            </span>
            {om ? <span className="mikro dempet">{om}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
