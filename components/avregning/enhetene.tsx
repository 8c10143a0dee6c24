import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { GruppeRad, Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Enhetslinje } from '#lib/avregning/avregning-view.ts';
import { manedsnavn, stor } from '#lib/core/manedsnavn.ts';
import type { Maned } from '#lib/core/maned.ts';

async function Enhetsrad({ maned, linje, kanSpore }: { maned: Maned; linje: Enhetslinje; kanSpore: boolean }) {
  const t = await getTranslations('avregning.enheter');
  const { erklart } = linje;
  const hel = erklart.dager >= erklart.avDager;
  const gammel = linje.stoppet === null || linje.lukket ? '' : ' dempet';
  return (
    <Rad kanVelges>
      <th scope="row">{kanSpore ? <Lenke href={`/avregning/${maned}/enhet/${linje.enhetId}`}>{linje.enhet}</Lenke> : linje.enhet}</th>
      <td className="bare-bred">
        {erklart.dager === 0 ? '–' : hel ? `${erklart.av ?? ''} ${erklart.dato}` : t('delvis', { dager: erklart.dager, av: erklart.avDager })}
      </td>
      <td className={`tall bare-bred${gammel}`}>
        <Belop ore={linje.belopOre} />
      </td>
      <td className={linje.rettelserOre === 0 ? 'tall bare-bred dempet' : 'tall bare-bred'}>
        <Belop ore={linje.rettelserOre} fortegn />
      </td>
      <TallCelle sterk={gammel === ''} dempet={gammel !== ''}>
        <Belop ore={linje.belopOre + linje.rettelserOre} />
      </TallCelle>
      <td>
        {gammel ? <Status type="stopp">{t('stoppet')}</Status> : <Status type={linje.lukket || hel ? 'ok' : 'mangler'}>{linje.lukket ? t('lukket') : hel ? t('klar') : t('ikkeErklart')}</Status>}
      </td>
    </Rad>
  );
}

/** Which run left the scheme out, and which run its figures are from. */
async function Stoppmerknad({ stoppet }: Pick<Enhetslinje, 'stoppet'>) {
  if (stoppet === null) return null;
  const t = await getTranslations('avregning.enheter');
  return stoppet.fra ? t('stoppetFra', { kjoring: stoppet.kjoring, nummer: stoppet.fra.nummer, tid: stoppet.fra.tid }) : t('stoppetUten', { kjoring: stoppet.kjoring });
}

/** What each unit is paid, scheme by scheme; the sum is the purchaser's charge. */
export async function Enhetene({ maned, enheter, kanSpore }: { maned: Maned; enheter: readonly Enhetslinje[]; kanSpore: boolean }) {
  const t = await getTranslations('avregning.enheter');
  const belop = enheter.reduce((s, e) => s + e.belopOre, 0);
  const rettelser = enheter.reduce((s, e) => s + e.rettelserOre, 0);
  const kolonner = [
    { tekst: t('enhet') },
    { tekst: t('erklart'), bareBred: true },
    { tekst: t('kr', { maned: stor(manedsnavn(maned)) }), tall: true, bareBred: true },
    { tekst: t('rettelser'), tall: true, bareBred: true },
    { tekst: t('bokfort'), tall: true },
    { tekst: t('status') },
  ];
  const sum = (
    <tr>
      <th scope="row">{t('sum')}</th>
      <td className="bare-bred" />
      <td className="tall bare-bred">
        <Belop ore={belop} />
      </td>
      <td className="tall bare-bred">
        <Belop ore={rettelser} fortegn />
      </td>
      <TallCelle>
        <Belop ore={belop + rettelser} />
      </TallCelle>
      <td />
    </tr>
  );
  return (
    <Tabell tittel={t('tittel')} kolonner={kolonner} sum={sum}>
      {[...Map.groupBy(enheter, (e) => e.ordning)].map(([ordning, linjer]) => (
        <Fragment key={ordning}>
          <GruppeRad spenn={6} merknad={<Stoppmerknad stoppet={linjer[0]?.stoppet ?? null} />}>
            {ordning}
          </GruppeRad>
          {linjer.map((linje) => (
            <Enhetsrad key={linje.enhetId} maned={maned} linje={linje} kanSpore={kanSpore} />
          ))}
        </Fragment>
      ))}
    </Tabell>
  );
}
