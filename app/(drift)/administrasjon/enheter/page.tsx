import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { PeriodeTekst } from '#components/ui/tall.tsx';
import type { Dato } from '#lib/core/dato.ts';
import { hentEnheter } from '#lib/server/administrasjon/enheter.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.enheter') };
}

/** The units of the kommune: who buys and who delivers, with the price group that holds today. */
export default async function Enheter() {
  const okt = await krevOkt('SE_ENHETER');
  const [enheter, t, felles] = await Promise.all([
    lesKommune(okt, hentEnheter),
    getTranslations('administrasjon'),
    getTranslations('felles'),
  ]);
  const utforere = enheter.filter(({ type }) => type === 'UTFORER');
  const private_ = utforere.filter(({ eierform }) => eierform !== 'KOMMUNAL').length;
  return (
    <>
      <Sidehode
        tittel={t('enheter.tittel', { antall: utforere.length, private: private_ })}
        under={t('enheter.under', { antall: enheter.length })}
      />
      <Tabell
        tittel={felles('meny.enheter')}
        festet
        kolonner={[
          { tekst: felles('ord.enhet') },
          { tekst: t('enheter.kode'), bareBred: true },
          { tekst: t('enheter.type') },
          { tekst: t('enheter.eierform') },
          { tekst: t('enheter.gruppe'), bareBred: true },
          { tekst: felles('ord.periode'), bareBred: true },
          { tekst: t('enheter.kontoer'), tall: true },
        ]}
      >
        {enheter.map((enhet) => (
          <Rad key={enhet.id} kanVelges>
            <th scope="row">{enhet.navn}</th>
            <td className="bare-bred">{enhet.kode}</td>
            <td>{t(`enheter.typer.${enhet.type}`)}</td>
            <td>{t(`enheter.eierformer.${enhet.eierform}`)}</td>
            <td className="bare-bred">{enhet.gruppe ?? '–'}</td>
            <td className="bare-bred">
              <PeriodeTekst fom={enhet.fom as Dato} tom={enhet.tom as Dato | null} />
            </td>
            <TallCelle>{enhet.kontoer}</TallCelle>
          </Rad>
        ))}
      </Tabell>
    </>
  );
}
