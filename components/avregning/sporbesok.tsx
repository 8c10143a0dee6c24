import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst, Minutter } from '#components/ui/tall.tsx';
import type { SporView } from '#lib/avregning/spor-view.ts';

/** The visits behind the amount: counted or not, and why. */
export async function SporbesokTabell({ bilde }: { bilde: SporView }) {
  const t = await getTranslations('avregning');
  if (bilde.antallBesok === 0) return <p className="liten dempet">{t('spor.besokIngen')}</p>;
  const kolonner = [
    { tekst: t('spor.dato') },
    { tekst: t('spor.start'), tall: true },
    { tekst: t('spor.kategori'), bareBred: true },
    { tekst: t('spor.tellerHode') },
    { tekst: t('spor.min'), tall: true },
  ];
  const sum = (
    <tr>
      <th scope="row">{t('spor.sum')}</th>
      <td />
      <td className="bare-bred" />
      <td />
      <TallCelle>
        <Minutter min={bilde.tellendeMinutter} />
      </TallCelle>
    </tr>
  );
  return (
    <Tabell tittel={t('spor.besok')} kolonner={kolonner} sum={sum} tettere>
      {bilde.besok.map((b) => (
        <Rad key={b.id} gammel={b.grunn !== null}>
          <th scope="row">
            <DatoTekst dato={b.dato} />
          </th>
          <TallCelle>{b.start}</TallCelle>
          <td className="bare-bred">{t(`kategori.${b.kategori}`)}</td>
          <td>{b.grunn === null ? t('spor.ja') : t('spor.nei', { grunn: t(`spor.grunn.${b.grunn}`) })}</td>
          <TallCelle>{b.grunn === null ? <Minutter min={b.minutter} /> : `(${b.minutter})`}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
