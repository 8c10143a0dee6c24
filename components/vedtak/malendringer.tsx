import { getTranslations } from 'next-intl/server';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import type { Rettskilde } from '#lib/vedtak/domain/brev/brevmal.ts';
import type { Tekstendring } from '#lib/vedtak/domain/brev/malseksjoner.ts';

/** What the draft says otherwise than the version it builds on; nothing when it says the same. */
export async function Malendringer({ endringer, kilder, rettskilder, versjon }: { endringer: readonly Tekstendring[]; kilder: readonly string[]; rettskilder: Readonly<Record<string, Rettskilde>>; versjon: string }) {
  const t = await getTranslations('brevmal');
  if (endringer.length + kilder.length === 0) return null;
  return (
    <Felt tittel={t('endret', { versjon })}>
      <Tabell tittel={t('endret', { versjon })} kolonner={[{ tekst: t('kolonne.tekst') }, { tekst: t('kolonne.for'), bareBred: true }, { tekst: t('kolonne.na') }]}>
        {endringer.map((e) => (
          <Rad key={`${e.sprak}/${e.nokkel}`}>
            <th scope="row">{t(`tekst.${e.nokkel}`)}<span className="blokk mikro dempet">{t(e.sprak === 'nb' ? 'bokmal' : 'nynorsk')}</span></th>
            <td className="bare-bred liten dempet">{e.for}</td>
            <td className="liten">{e.na}</td>
          </Rad>
        ))}
        {kilder.map((kode) => (
          <Rad key={kode}>
            <th scope="row">{`{lov.${kode}}`}</th>
            <td className="bare-bred" />
            <td className="liten">{rettskilder[kode]?.nb}<span className="blokk mikro dempet">{t(rettskilder[kode]?.bekreftet ? 'kilde.bekreftet' : 'kilde.ikkeBekreftet')}</span></td>
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}
