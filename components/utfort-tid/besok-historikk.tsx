import { getTranslations } from 'next-intl/server';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Besoksversjon } from '#lib/utfort-tid/utfort-tid-view.ts';

/** Every version of a visit, the newest first: nothing is overwritten. */
export async function BesokHistorikk({ versjoner }: { versjoner: readonly Besoksversjon[] }) {
  const t = await getTranslations('utfort-tid');
  return (
    <Tabell
      tittel={t('besok.historikk')}
      kolonner={[
        { tekst: t('besok.versjon') },
        { tekst: t('besok.tid') },
        { tekst: t('besok.min'), tall: true },
        { tekst: t('besok.slag') },
        { tekst: t('besok.vedtak') },
        { tekst: t('besok.av') },
        { tekst: t('besok.fort') },
        { tekst: t('besok.grunnKolonne') },
      ]}
    >
      {versjoner.map((v, i) => (
        <Rad key={v.versjon} gammel={i > 0}>
          <th scope="row">{v.versjon}</th>
          <td className="nb tab">
            {dagTekst(t as never, v.dato)} {v.kl}
          </td>
          <TallCelle>{formatHeltall(v.minutter)}</TallCelle>
          <td>{t(`kategori.${v.kategori}`)}</td>
          <td className="dempet nb">{v.vedtakNummer}</td>
          <td>{v.av ?? '–'}</td>
          <td>
            <DatoTekst dato={v.registrert} />
          </td>
          <td>{v.grunn ?? '–'}</td>
        </Rad>
      ))}
    </Tabell>
  );
}
