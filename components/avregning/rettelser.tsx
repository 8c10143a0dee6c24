import { getTranslations } from 'next-intl/server';
import { sporAdresse } from '#components/avregning/spor-adresse.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Rettelse } from '#lib/avregning/avregning-view.ts';
import { hvorforRettet } from '#lib/avregning/avregning-view.ts';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';

const VIST = 50;

/** Corrections posted now for earlier months: reported then, known now, and why they differ. */
export async function Rettelser({ maned, rettelser }: { maned: Maned; rettelser: readonly Rettelse[] }) {
  const t = await getTranslations('avregning.rettelser');
  if (rettelser.length === 0) return <p className="liten dempet">{t('ingen')}</p>;
  const kolonner = [
    { tekst: t('gjelder') },
    { tekst: t('hvem') },
    { tekst: t('hvorfor'), bareBred: true },
    { tekst: t('meldt'), tall: true, bareBred: true },
    { tekst: t('kjent'), tall: true, bareBred: true },
    { tekst: t('rettelse'), tall: true },
  ];
  return (
    <>
      <Tabell tittel={t('tittel')} kolonner={kolonner}>
        {rettelser.map((r) => {
          const grunn = hvorforRettet(r);
          return (
            <Rad key={`${r.gjelderManed} ${r.ordningId} ${r.enhetId} ${r.komponent} ${r.vedtakId}`}>
              <td className="tab">{manedOgAr(r.gjelderManed)}</td>
              <th scope="row">
                {r.enhet} <Lenke href={sporAdresse(maned, { ...r, gjelder: r.gjelderManed })}>{r.nummer ?? r.ledd}</Lenke> <span className="dempet">{r.nummer ? r.ledd : null}</span>
              </th>
              <td className="bare-bred">{t(grunn, { antall: r.seneBesok })}</td>
              <td className="tall bare-bred">
                <Belop ore={r.meldtOre} />
              </td>
              <td className="tall bare-bred">
                <Belop ore={r.meldtOre + r.rettelseOre} />
              </td>
              <TallCelle sterk>
                <Belop ore={r.rettelseOre} fortegn />
              </TallCelle>
            </Rad>
          );
        })}
      </Tabell>
      {rettelser.length >= VIST ? <p className="mikro dempet">{t('flest', { antall: VIST })}</p> : null}
    </>
  );
}
