import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, DatoTekst } from '#components/ui/tall.tsx';
import type { Mottaksrad } from '#lib/utfort-tid/mottak-view.ts';

/** Rows of a delivery as they came, and what became of each. */
export async function Radliste({ rader }: { rader: readonly Mottaksrad[] }) {
  const t = await getTranslations('mottak');
  return (
    <Tabell
      tittel={t('radtabell')}
      tettere
      kolonner={[
        { tekst: t('radkolonne.rad'), tall: true }, { tekst: t('radkolonne.kildeId') }, { tekst: t('radkolonne.dato') }, { tekst: t('radkolonne.minutter'), tall: true },
        { tekst: t('radkolonne.oppdrag'), tall: true }, { tekst: t('radkolonne.enhet'), bareBred: true }, { tekst: t('radkolonne.ansatt'), bareBred: true }, { tekst: t('radkolonne.utfall') }, { tekst: t('radkolonne.grunn') },
      ]}
    >
      {rader.map((r) => (
        <Rad key={r.rad} kanVelges>
          <td className="tall dempet">{r.rad}</td>
          <th scope="row" className="bryt">{r.kildeId}</th>
          <td className="nb">
            <DatoTekst dato={r.dato} /> {r.kl}
          </td>
          <TallCelle><Antall antall={r.minutter} /></TallCelle>
          <td className="tall">{r.oppdragId}</td>
          <td className="bare-bred">{r.enhet}</td>
          <td className="bare-bred">{r.ansatt ?? '–'}</td>
          <td>{t(`utfall.${r.utfall}`)}</td>
          <td>{r.grunn ? t(`regel.${r.grunn}`) : '–'}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
