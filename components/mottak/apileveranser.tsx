import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall } from '#components/ui/tall.tsx';
import type { Apileveranse } from '#lib/utfort-tid/mottak-view.ts';

/** What has come through the API, newest first. */
export async function Apileveranser({ leveranser, sti }: { leveranser: readonly Apileveranse[]; sti: string }) {
  const t = await getTranslations('mottak');
  return (
    <Tabell tittel={t('api.tittel')} kolonner={[{ tekst: t('api.mottatt') }, { tekst: t('radkolonne.system') }, { tekst: t('utfall.NY'), tall: true }, { tekst: t('utfall.ENDRET'), tall: true }, { tekst: t('utfall.LIK'), tall: true, bareBred: true }, { tekst: t('utfall.AVVIST'), tall: true }]}>
      {leveranser.map((l) => (
        <Rad key={l.id} kanVelges>
          <th scope="row">
            <Lenke href={`${sti}/leveranse/${l.id}`}>{l.mottatt}</Lenke>
          </th>
          <td className="bryt">{l.system}</td>
          <TallCelle><Antall antall={l.nye} /></TallCelle>
          <TallCelle><Antall antall={l.endret} /></TallCelle>
          <TallCelle bareBred><Antall antall={l.like} /></TallCelle>
          <TallCelle><Antall antall={l.avvist} /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
