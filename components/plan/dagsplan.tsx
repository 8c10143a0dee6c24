import { getLocale, getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Dagfelter } from '#components/plan/dagfelter.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tabell } from '#components/ui/tabell.tsx';
import type { Planlagt, Planside } from '#lib/oppdrag/plan-view.ts';

/** A day's visits with fields to move them in time and between employees. */
export async function Dagsplan({ side }: { side: Planside }) {
  const t = await getTranslations('plan');
  return (
    <>
      <datalist id="planansatte">
        {side.ansatte.map((a) => (
          <option key={a.kontoId} value={a.navn} data-konto={a.kontoId} />
        ))}
      </datalist>
      <Tabell
        tittel={t('dagen')}
        festet
        kolonner={[
          { tekst: t('kolonne.mottaker') },
          { tekst: t('kolonne.kl') },
          { tekst: t('kolonne.minutter') },
          { tekst: t('kolonne.ansatt') },
          { tekst: t('kolonne.oppgaver'), bareBred: true },
          { tekst: t('kolonne.status'), bareBred: true },
          { tekst: '', navn: t('kolonne.handling') },
        ]}
      >
        {side.rader.map((p) => (
          <Planrad key={`${p.planId}/${p.dato}`} p={p} />
        ))}
      </Tabell>
    </>
  );
}

async function Planrad({ p }: { p: Planlagt }) {
  const [t, felles, sprak] = await Promise.all([getTranslations('plan'), getTranslations('felles'), getLocale()]);
  const navn = mottakerTekst(felles, p);
  return (
    <tr draggable="true" data-besok={`${p.planId}|${p.dato}|${p.kl}|${p.minutter}`}>
      <th scope="row">
        {navn} <span className="liten dempet bare-bred">{sprak === 'nn' ? p.tjenesteNn : p.tjenesteNb}</span>
      </th>
      <Dagfelter planId={p.planId} dato={p.dato} navn={navn} kl={p.kl} minutter={p.minutter} ansatt={p.ansatt ?? ''} />
      <td className="bare-bred liten">
        {[...p.oppgaver.map((o) => t(`oppgave.${o}`)), ...(p.personer > 1 ? [t('personer', { antall: p.personer })] : [])].join(', ')}
      </td>
      <td className="bare-bred">
        {p.pause !== null ? (
          <Status type="av">{t('pause', { arsak: t(`arsak.${p.pause}` as never) })}</Status>
        ) : p.ikkeUtfort !== null ? (
          <Status type="mangler">{t('ikkeUtfort', { grunn: t(`ikke.${p.ikkeUtfort}`) })}</Status>
        ) : p.endret ? (
          <Status type="venter">{t('endret')}</Status>
        ) : null}
      </td>
      <td className="tall">
        <Lenke href={`/plan/oppdrag/${p.oppdragId}?rad=${p.planId}&dato=${p.dato}`} navn={t('endreNavn', { navn, kl: p.kl })}>
          {t('endre')}
        </Lenke>
      </td>
    </tr>
  );
}
