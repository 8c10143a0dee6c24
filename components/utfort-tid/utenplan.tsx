import { getTranslations } from 'next-intl/server';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Orders without a plan: nobody can say which visit is missing, so each has the way to a plan. */
export async function UtenPlan({ side }: { side: Ukeside }) {
  const [t, felles] = await Promise.all([getTranslations('utenplan'), getTranslations('felles')]);
  if (side.utenPlan.length === 0) return null;
  return (
    <Felt tittel={t('overskrift', { antall: side.utenPlanAntall, tall: formatHeltall(side.utenPlanAntall) })} id="utenplan">
      <p className="liten dempet">{t('om')}</p>
      <Tabell tittel={t('tabell')} tettere kolonner={[{ tekst: t('mottaker') }, { tekst: t('vedtak'), bareBred: true }, { tekst: t('vedtatt'), tall: true }, { tekst: t('registrert'), tall: true, bareBred: true }, { tekst: t('mangler'), tall: true }, { tekst: '', navn: t('handling') }]}>
        {side.utenPlan.map((m) => {
          const navn = mottakerTekst(felles, m);
          return (
            <Rad key={m.oppdragId}>
              <th scope="row"><Lenke href={`/oppdrag/${m.oppdragId}`}>{navn}</Lenke></th>
              <td className="dempet nb bare-bred">{m.vedtakNummer}</td>
              <TallCelle><Antall antall={m.vedtatt} /></TallCelle>
              <TallCelle bareBred><Antall antall={m.registrert} /></TallCelle>
              <TallCelle sterk={m.mangler > 0}><Antall antall={m.mangler} /></TallCelle>
              <td className="tall"><Lenke href={`/plan/oppdrag/${m.oppdragId}`} navn={t('lagFor', { navn })}>{t('lag')}</Lenke></td>
            </Rad>
          );
        })}
      </Tabell>
      <p className="liten"><Lenke href={`/plan?enhet=${side.enhet.id}`}>{t('alle', { antall: side.utenPlanAntall })}</Lenke></p>
    </Felt>
  );
}
