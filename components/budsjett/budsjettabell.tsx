import { getTranslations } from 'next-intl/server';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { manedAv } from '#lib/core/maned.ts';
import { manedKort } from '#lib/core/manedsnavn.ts';
import type { Budsjettrad, Versjonsrad } from '#lib/grunnlag/budsjett-view.ts';
import { formatDato } from '#lib/core/format.ts';
import { Lenke } from '#components/ui/lenke.tsx';

const sum = (ore: readonly number[]): number => ore.reduce((a, b) => a + b, 0);

/** A part of the budget, row by row, January to December and the year, whole kroner. */
export async function Budsjettabell({ tittel, rader }: { tittel: string; rader: readonly Budsjettrad[] }) {
  const t = await getTranslations('budsjett');
  const maneder = Array.from({ length: 12 }, (_, i) => manedKort(manedAv(2000, i + 1)));
  const perManed = maneder.map((_, i) => sum(rader.map((r) => r.ore[i] ?? 0)));
  return (
    <Tabell
      tittel={tittel}
      bred
      tettere
      className="maneder"
      kolonner={[{ tekst: t('grid.rad') }, { tekst: t('aret'), tall: true }, ...maneder.map((tekst) => ({ tekst, tall: true }))]}
      sum={
        <SumRad>
          <th scope="row">{t('sum')}</th>
          <TallCelle sterk><Belop ore={sum(perManed)} form="hele" /></TallCelle>
          {perManed.map((ore, i) => (
            <TallCelle key={maneder[i]}><Belop ore={ore} form="hele" /></TallCelle>
          ))}
        </SumRad>
      }
    >
      {rader.map((r) => (
        <Rad key={r.nokkel}>
          <th scope="row">{r.navn}</th>
          <TallCelle sterk><Belop ore={sum(r.ore)} form="hele" /></TallCelle>
          {r.ore.map((ore, i) => (
            <TallCelle key={maneder[i]}><Belop ore={ore} form="hele" /></TallCelle>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}

/** Original and revisions: each with its case, date, two people, and what it changed. */
export async function Versjonstabell({ rader }: { rader: readonly Versjonsrad[] }) {
  const t = await getTranslations('budsjett');
  return (
    <Tabell
      tittel={t('versjoner')}
      kolonner={[{ tekst: t('versjon') }, { tekst: t('saksnr') }, { tekst: t('vedtatt') }, { tekst: t('hvem') }, { tekst: t('bestillerKr'), tall: true }, { tekst: t('motOriginal'), tall: true }]}
    >
      {rader.map((v) => (
        <Rad key={v.versjon}>
          <th scope="row">
            {v.id === null ? t('versjonNr', { nr: v.versjon }) : <Lenke href={`/budsjett/utkast/${v.id}`}>{t('versjonNr', { nr: v.versjon })}</Lenke>}{' '}
            <span className="mikro dempet blokk">{v.begrunnelse ?? t('fraFil')}</span>
          </th>
          <td>{v.saksnr ?? '–'}</td>
          <td>{v.vedtattDato ? formatDato(v.vedtattDato) : '–'}</td>
          <td>{v.godkjentAvNavn ? t('toPersoner', { en: v.foreslattAvNavn ?? '', to: v.godkjentAvNavn }) : '–'}</td>
          <TallCelle><Belop ore={v.bestillerOre} form="hele" /></TallCelle>
          <TallCelle sterk><Belop ore={v.endringOre} form="hele" fortegn /></TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
