import { getTranslations } from 'next-intl/server';
import { Kvartiler } from '#components/plott/kvartiler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { formatTimer } from '#lib/core/format.ts';
import type { Inndeling, Likebehandling, Omfangsrad, Tall } from '#lib/oversikt/likebehandling-view.ts';

const ROLLER: readonly string[] = ['saksbehandler', 'bestillerleder'];

/** What a group is called. */
async function navngiver(inndeling: Inndeling): Promise<(nokkel: string | null) => string> {
  const [t, s] = await Promise.all([getTranslations('likebehandling'), getTranslations('sak.behov')]);
  return (nokkel) => {
    if (nokkel === null) return t('ikkeOppgitt');
    if (inndeling === 'behov') return s(nokkel as 'NOE');
    if (inndeling === 'alder') return t('ar', { alder: nokkel.replace('-', '–') });
    return inndeling === 'gruppe' && ROLLER.includes(nokkel) ? t(nokkel as 'saksbehandler') : nokkel;
  };
}

/** Quartiles of granted hours by group: a drawing, and the table. */
export async function OmfangFordelt({ liste }: { liste: Likebehandling }) {
  const t = await getTranslations('likebehandling');
  const navn = await navngiver(liste.inndeling);
  const timer = (minutter: number): string => formatTimer(minutter, 1);
  const synlige = liste.omfang.flatMap((rad) => (rad.skjult ? [] : [{ navn: navn(rad.nokkel), q1: rad.q1 / 60, median: rad.median / 60, q3: rad.q3 / 60 }]));
  const celler = (rad: Omfangsrad) =>
    rad.skjult ? (
      <td colSpan={5} className="dempet">{t('skjult')}</td>
    ) : (
      <>
        <TallCelle>{rad.antall}</TallCelle>
        <TallCelle>{timer(rad.q1)}</TallCelle>
        <TallCelle sterk>{timer(rad.median)}</TallCelle>
        <TallCelle>{timer(rad.q3)}</TallCelle>
        <TallCelle dempet>{timer(rad.q3 - rad.q1)}</TallCelle>
      </>
    );
  return (
    <Felt tittel={t('timer')}>
      {synlige.length === 0 ? null : (
        <Kvartiler
          tittel={`${t('timer')}, ${t(liste.inndeling).toLowerCase()}`}
          figurtekst={t('figur')}
          rader={synlige}
          hode={[t(liste.inndeling), t('q1'), t('median'), t('q3')]}
          format={(verdi) => timer(Math.round(verdi * 60))}
          {...(liste.alle === null || liste.alle.skjult ? {} : { referanse: liste.alle.median / 60 })}
        />
      )}
      <Tabell
        tittel={t('timer')}
        kolonner={[{ tekst: t(liste.inndeling) }, { tekst: t('antall'), tall: true }, { tekst: t('q1'), tall: true }, { tekst: t('median'), tall: true }, { tekst: t('q3'), tall: true }, { tekst: t('spredning'), tall: true }]}
        sum={liste.alle === null ? undefined : <tr><th scope="row">{t('alle')}</th>{celler(liste.alle)}</tr>}
      >
        {liste.omfang.map((rad) => (
          <Rad key={rad.nokkel ?? ''}>
            <th scope="row">{navn(rad.nokkel)}</th>
            {celler(rad)}
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}

/** Refusals and appeals of the last year by the same groups. */
export async function UtfallFordelt({ liste }: { liste: Likebehandling }) {
  const t = await getTranslations('likebehandling');
  const navn = await navngiver(liste.inndeling);
  const tall = (verdi: Tall) => <TallCelle>{verdi === 'FA' ? t('fa') : verdi}</TallCelle>;
  return (
    <Felt tittel={t('utfall')}>
      <Tabell
        tittel={t('utfall')}
        kolonner={[{ tekst: t(liste.inndeling) }, { tekst: t('vedtak'), tall: true }, { tekst: t('avslag'), tall: true }, { tekst: t('delvis'), tall: true }, { tekst: t('klager'), tall: true }, { tekst: t('omgjort'), tall: true }]}
      >
        {liste.utfall.map((rad) => (
          <Rad key={rad.nokkel ?? ''}>
            <th scope="row">{navn(rad.nokkel)}</th>
            {rad.skjult ? (
              <td colSpan={5} className="dempet">{t('skjult')}</td>
            ) : (
              <>
                <TallCelle>{rad.antall}</TallCelle>
                {tall(rad.avslag)}
                {tall(rad.delvis)}
                {tall(rad.klager)}
                {tall(rad.omgjort)}
              </>
            )}
          </Rad>
        ))}
      </Tabell>
    </Felt>
  );
}
