import { getTranslations } from 'next-intl/server';
import { Skriveskjema } from '#components/rapport/skriveskjema.tsx';
import { ForkastRapport, PubliserRapport, RettRapport, TilbakeRapport } from '#components/rapport/skjemaer.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import type { Rapportside } from '#lib/oversikt/rapport-view.ts';

/** What this person can do with the report now: write and send it above the figures, decide and correct it below them. */
export async function Avgjorelse({ side, skriver, godkjenner, egen, forst = false }: { side: Rapportside; skriver: boolean; godkjenner: boolean; egen: boolean; forst?: boolean }) {
  const t = await getTranslations('rapport');
  const { id, utgave, status, tekster, offentlig, avtrykk } = side.rad;
  if (forst !== (status === 'UTKAST')) return null;
  if (status === 'UTKAST' && skriver) {
    const oppgitt = tekster.oppgitt.SYKEFRAVAR;
    return (
      <Felt tittel={t('side.skriv')}>
        <Tekster navnerom={['skjema', 'rapport']}>
          <Skriveskjema key={`skriv-${id}`} id={id} utgave={utgave} kapitler={tekster.kapitler} sykefravar={oppgitt === undefined ? '' : formatDesimal(brok(oppgitt, 10), 1)} offentlig={offentlig} />
          <Detaljer tittel={t('skjema.forkastTittel')}>
            <ForkastRapport id={id} utgave={utgave} />
          </Detaljer>
        </Tekster>
      </Felt>
    );
  }
  if (status === 'FORESLATT' && (godkjenner || (skriver && egen))) {
    return (
      <Felt tittel={t('side.avgjor')}>
        <Tekster navnerom={['skjema', 'rapport']}>
          {godkjenner && !egen && avtrykk ? <PubliserRapport id={id} avtrykk={avtrykk} /> : <p className="liten">{t('skjema.egen')}</p>}
          <Detaljer tittel={t(egen ? 'skjema.trekk' : 'skjema.avvis')}>
            <TilbakeRapport id={id} egen={egen} />
          </Detaljer>
        </Tekster>
      </Felt>
    );
  }
  if (status === 'PUBLISERT' && skriver && side.versjoner[0]?.id === id) {
    return (
      <Tekster navnerom={['skjema', 'rapport']}>
        <Detaljer tittel={t('skjema.rettTittel')}>
          <RettRapport id={id} />
        </Detaljer>
      </Tekster>
    );
  }
  return null;
}
