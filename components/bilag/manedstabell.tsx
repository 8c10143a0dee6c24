import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import type { Bilagsmaned } from '#lib/bilag/bilag-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';

async function Bilagslenker({ maned }: { maned: Bilagsmaned }) {
  const t = await getTranslations('bilag');
  if (maned.bilag.length === 0) return <span className="dempet">{t('liste.ingen')}</span>;
  return maned.bilag.map((b, i) => (
    <span key={b.id}>
      {i > 0 ? ', ' : null}
      <Lenke href={`/bilag/${b.id}`} navn={`${t('ett.annet', { nummer: b.nummer })}, ${t(`slag.${b.slag}`)}`}>
        {b.nummer}
      </Lenke>
      <span className="dempet"> {b.reverserer ? t('liste.reversering') : b.reversert ? t('liste.reversert') : t(`slag.${b.slag}`)}</span>
    </span>
  ));
}

/** What the ledger holds, what is in vouchers, and what is left, month by month. */
export async function Manedstabell({ maneder }: { maneder: readonly Bilagsmaned[] }) {
  const t = await getTranslations('bilag.liste');
  const kolonner = [
    { tekst: t('maned') },
    { tekst: t('status') },
    { tekst: t('bokfort'), tall: true },
    { tekst: t('utfort'), tall: true, bareBred: true },
    { tekst: t('rest'), tall: true },
    { tekst: t('linjer'), tall: true, bareBred: true },
    { tekst: t('bilag') },
  ];
  return (
    <Tabell tittel={t('tabell')} kolonner={kolonner} festet>
      {maneder.map((m) => (
        <Rad key={m.maned} kanVelges>
          <th scope="row" className="nb">
            <Lenke href={`/avregning/${m.maned}`}>{stor(manedOgAr(m.maned))}</Lenke>
          </th>
          <td className="nb">
            {m.status === 'APEN' ? <Status type="venter">{t('apen')}</Status> : <Status type={m.restLinjer === 0 ? 'ok' : 'mangler'}>{t(m.restLinjer === 0 ? 'ferdig' : m.utfortOre === 0 ? 'igjen' : 'delvis')}</Status>}
          </td>
          <TallCelle>
            <Belop ore={m.bokfortOre} />
          </TallCelle>
          <td className="tall bare-bred">
            <Belop ore={m.utfortOre} />
          </td>
          <TallCelle sterk={m.restLinjer > 0} dempet={m.restLinjer === 0}>
            <Belop ore={m.restOre} />
          </TallCelle>
          <td className="tall bare-bred">
            <Antall antall={m.restLinjer} />
          </td>
          <td className="nb">
            <Bilagslenker maned={m} />
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
