import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status, type StatusType } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop } from '#components/ui/tall.tsx';
import type { Manedslinje } from '#lib/avregning/avregning-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';

function merke(linje: Manedslinje): { type: StatusType; nokkel: string } {
  const kjoring = linje.siste?.status;
  if (kjoring === 'VENTER' || kjoring === 'KJORER') return { type: 'venter', nokkel: 'KJORER' };
  if (kjoring === 'STOPPET') return { type: 'stopp', nokkel: 'STOPPET' };
  if (linje.siste && linje.siste.feil.length > 0) return { type: 'stopp', nokkel: 'DELVIS' };
  return { type: linje.status === 'APEN' ? 'venter' : 'ok', nokkel: linje.status };
}

/** Every month that has been run, newest first. */
export async function Manedsliste({ linjer }: { linjer: readonly Manedslinje[] }) {
  const t = await getTranslations('avregning');
  const kolonner = [
    { tekst: t('liste.maned') },
    { tekst: t('liste.belop'), tall: true },
    { tekst: t('liste.rettelser'), tall: true },
    { tekst: t('liste.sum'), tall: true },
    { tekst: t('liste.besok'), tall: true, bareBred: true },
    { tekst: t('liste.vedtak'), tall: true, bareBred: true },
    { tekst: t('liste.status') },
    { tekst: t('liste.siste'), bareBred: true },
  ];
  return (
    <Tabell tittel={t('liste.tabell')} kolonner={kolonner} festet>
      {linjer.map((linje) => {
        const { type, nokkel } = merke(linje);
        return (
          <Rad key={linje.maned} kanVelges>
            <th scope="row">
              <Lenke href={`/avregning/${linje.maned}`}>{stor(manedOgAr(linje.maned))}</Lenke>
            </th>
            <TallCelle>
              <Belop ore={linje.belopOre} />
            </TallCelle>
            <TallCelle dempet={linje.rettelserOre === 0}>
              <Belop ore={linje.rettelserOre} fortegn />
            </TallCelle>
            <TallCelle sterk>
              <Belop ore={linje.belopOre + linje.rettelserOre} />
            </TallCelle>
            <td className="tall bare-bred">
              <Antall antall={linje.siste?.antallBesok ?? null} />
            </td>
            <td className="tall bare-bred">
              <Antall antall={linje.siste?.antallVedtak ?? null} />
            </td>
            <td>
              <Status type={type}>{t(`status.${nokkel}`)}</Status>
            </td>
            <td className="bare-bred dempet">{linje.siste ? t('liste.nar', { nummer: linje.siste.nummer, tid: linje.siste.tid }) : null}</td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
