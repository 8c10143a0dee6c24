import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst, Minutter } from '#components/ui/tall.tsx';

export type Avvistview = { readonly besokId: number; readonly enhet: string; readonly dato: string; readonly start: string; readonly minutter: number; readonly kategori: string; readonly nummer: string | null; readonly pseudonym: string | null };

/** Visits that the run refused, by pseudonym. */
export async function Avvisttabell({ rader }: { rader: readonly Avvistview[] }) {
  const t = await getTranslations('avregning');
  if (rader.length === 0) return null;
  const kolonner = [
    { tekst: t('spor.dato') },
    { tekst: t('spor.start'), tall: true },
    { tekst: t('avvist.enhet') },
    { tekst: t('avvist.vedtak') },
    { tekst: t('enhet.mottaker'), bareBred: true },
    { tekst: t('spor.kategori'), bareBred: true },
    { tekst: t('spor.min'), tall: true },
  ];
  return (
    <Tabell tittel={t('avvist.tabell')} kolonner={kolonner} festet>
      {rader.map((r) => (
        <Rad key={r.besokId} kanVelges>
          <th scope="row">
            <DatoTekst dato={r.dato} />
          </th>
          <TallCelle>{r.start}</TallCelle>
          <td>{r.enhet}</td>
          <td className="nb">{r.nummer}</td>
          <td className="bare-bred dempet">{r.pseudonym}</td>
          <td className="bare-bred">{t(`kategori.${r.kategori}`)}</td>
          <TallCelle>
            <Minutter min={r.minutter} />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
