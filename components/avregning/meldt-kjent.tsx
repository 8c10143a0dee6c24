import { Fragment } from 'react';
import { getTranslations } from 'next-intl/server';
import { sporAdresse } from '#components/avregning/spor-adresse.ts';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import type { Bro, Brogrunnlinje, Broledd, Brorad, Brovedtak } from '#lib/avregning/lukking-view.ts';
import type { Maned } from '#lib/core/maned.ts';

/** The causes of a difference in words, each with its øre; together they are the difference. */
async function hvorfor(grunner: readonly Brogrunnlinje[]): Promise<string> {
  const t = await getTranslations('lukking.bro');
  return grunner.map((g) => `${t(`grunn.${g.grunn}`, { antall: g.antall })} ${belopTekst(g.ore, 'ore', true)}`).join(' · ');
}

/** Reported, known, the difference and why. On a phone the first two stand under the name. */
async function Tallene({ rad }: { rad: Brorad }) {
  return (
    <>
      <td className="tall bare-bred">
        <Belop ore={rad.meldtOre} />
      </td>
      <td className="tall bare-bred">
        <Belop ore={rad.naOre} />
      </td>
      <TallCelle sterk={rad.naOre !== rad.meldtOre} dempet={rad.naOre === rad.meldtOre}>
        <Belop ore={rad.naOre - rad.meldtOre} fortegn />
      </TallCelle>
      <td className="bare-bred">{await hvorfor(rad.grunner)}</td>
    </>
  );
}

async function Smalt({ rad }: { rad: Brorad }) {
  const t = await getTranslations('lukking.bro');
  return (
    <span className="bare-smal mikro dempet" style={{ display: 'block' }}>
      {t('smal', { meldt: belopTekst(rad.meldtOre), kjent: belopTekst(rad.naOre) })} {await hvorfor(rad.grunner)}
    </span>
  );
}

function broAdresse(maned: Maned, enhetId: number, l: Broledd): string {
  return `/avregning/${maned}?${new URLSearchParams({ enhet: String(enhetId), ordning: String(l.ordningId), komponent: l.komponent })}#brovedtak`;
}

async function kolonnene() {
  const t = await getTranslations('lukking.bro');
  return [
    { tekst: t('meldt'), tall: true, bareBred: true },
    { tekst: t('kjent'), tall: true, bareBred: true },
    { tekst: t('forskjell'), tall: true },
    { tekst: t('hvorfor'), bareBred: true },
  ];
}

/** "Meldt da / kjent nå / hvorfor" of a closed month: each unit, and under it the components that differ. */
export async function MeldtKjent({ bro, kanSpore }: { bro: Bro; kanSpore: boolean }) {
  const t = await getTranslations('lukking.bro');
  const sum = (
    <tr>
      <th scope="row">
        {t('sum')}
        <Smalt rad={bro} />
      </th>
      <Tallene rad={bro} />
    </tr>
  );
  return (
    <>
      <Tabell tittel={t('tittel')} kolonner={[{ tekst: t('enhet') }, ...(await kolonnene())]} sum={sum}>
        {bro.enheter.map((e) => (
          <Fragment key={e.enhetId}>
            <Rad kanVelges>
              <th scope="row">
                {kanSpore ? <Lenke href={`/avregning/${bro.maned}/enhet/${e.enhetId}`}>{e.enhet}</Lenke> : e.enhet}
                <Smalt rad={e} />
              </th>
              <Tallene rad={e} />
            </Rad>
            {e.ledd
              .filter((l) => l.grunner.length > 0)
              .map((l) => (
                <Rad key={`${l.ordningId} ${l.komponent}`} under={1}>
                  <th scope="row">
                    {kanSpore ? <Lenke href={broAdresse(bro.maned, e.enhetId, l)} navn={`${e.enhet}: ${l.ledd}`}>{l.ledd}</Lenke> : l.ledd}
                    <Smalt rad={l} />
                  </th>
                  <Tallene rad={l} />
                </Rad>
              ))}
          </Fragment>
        ))}
      </Tabell>
      <p className="mikro dempet">{t('bokfort', { bokfort: belopTekst(bro.bokfortOre, 'ore', true), rest: belopTekst(bro.naOre - bro.meldtOre - bro.bokfortOre, 'ore', true) })}</p>
    </>
  );
}

/** The vedtak behind a component's difference; each leads to its trace. */
export async function Brovedtakene({ maned, vedtak, antall }: { maned: Maned; vedtak: readonly Brovedtak[]; antall: number }) {
  const t = await getTranslations('lukking.bro');
  return (
    <>
      <Tabell tittel={t('vedtakene')} kolonner={[{ tekst: t('vedtak') }, ...(await kolonnene())]}>
        {vedtak.map((v) => (
          <Rad key={`${v.nummer ?? ''} ${v.komponent}`} kanVelges>
            <th scope="row">
              <Lenke href={sporAdresse(maned, { ...v, gjelder: maned })}>{v.nummer ?? t('utenVedtak')}</Lenke>
              <Smalt rad={v} />
            </th>
            <Tallene rad={v} />
          </Rad>
        ))}
      </Tabell>
      {antall > vedtak.length ? <p className="mikro dempet">{t('flest', { vist: vedtak.length, antall })}</p> : null}
    </>
  );
}
