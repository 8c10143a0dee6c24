import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import type { Kravversjon } from '#lib/toppfinansiering/toppfinansiering-view.ts';

/** How far a version has come, in words; unconfirmed parameters are said with it. */
export async function Kravstatus({ krav }: { krav: Kravversjon }) {
  const t = await getTranslations('ressurskrevende');
  const mangler = krav.godkjent1 === null ? 2 : 1;
  return (
    <>
      <Status type={krav.status === 'FROSSET' ? 'ok' : krav.status === 'UTKAST' ? 'venter' : 'av'}>{t(`krav.status.${krav.status}`)}</Status>{' '}
      {krav.status === 'UTKAST' ? <span className="mikro dempet">{t('krav.venterPa', { antall: mangler })}</span> : null}{' '}
      {krav.bekreftet ? null : <Status type="varsel">{t('parameter.ikkeBekreftet')}</Status>}
    </>
  );
}

/** The versions of a year's claim, sums only. */
export async function Kravene({ krav, ar }: { krav: readonly Kravversjon[]; ar: number }) {
  const t = await getTranslations('ressurskrevende');
  if (krav.length === 0) return <p className="liten">{t('krav.ingen')}</p>;
  return (
    <Tabell
      tittel={t('krav.tittel', { ar: String(ar) })}
      kolonner={[{ tekst: t('krav.versjon') }, { tekst: t('krav.kolStatus') }, { tekst: t('krav.opprettet'), bareBred: true }, { tekst: t('sum.mottakere'), tall: true, bareBred: true }, { tekst: t('sum.netto'), tall: true, bareBred: true }, { tekst: t('sum.tilskudd'), tall: true }]}
    >
      {krav.map((k) => (
        <Rad key={k.id} gammel={k.status === 'FORKASTET'}>
          <th scope="row">
            <Lenke href={`/ressurskrevende/krav/${k.id}`} navn={`${t('krav.versjon')} ${k.versjon}`}>{k.versjon}</Lenke>
          </th>
          <td>
            <Kravstatus krav={k} />
          </td>
          <td className="bare-bred">
            {k.opprettetAvNavn} {tidspunkt(k.opprettet).dato}
          </td>
          <TallCelle bareBred><Antall antall={k.antall} /></TallCelle>
          <TallCelle bareBred><Belop ore={k.nettoOre} form="hele" /></TallCelle>
          <TallCelle sterk><Belop ore={k.tilskuddOre} form="hele" /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
