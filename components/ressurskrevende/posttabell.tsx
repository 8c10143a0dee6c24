import { getTranslations } from 'next-intl/server';
import { Trekk } from '#components/ressurskrevende/skjemaer.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, Timer } from '#components/ui/tall.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { sumOre } from '#lib/core/ore.ts';
import { fordelPost, type Tilskuddsparametre } from '#lib/toppfinansiering/domain/toppfinansiering.ts';
import type { Sporpost } from '#lib/toppfinansiering/domain/kostnad.ts';

interface Props {
  poster: readonly Sporpost[];
  parametre: Tilskuddsparametre;
  overAldersgrense: boolean;
  enhetsnavn: ReadonlyMap<number, string>;
  kanTrekke: boolean;
}

/** Each post with its vedtak, or the reason it does not count. */
export async function Posttabell({ poster, parametre, overAldersgrense, enhetsnavn, kanTrekke }: Props) {
  const t = await getTranslations('ressurskrevende');
  if (poster.length === 0) return <p className="liten">{t('mottaker.ingenPoster')}</p>;
  return (
    <Tabell
      tittel={t('mottaker.poster')}
      kolonner={[
        { tekst: t('kolonne.slag') }, { tekst: t('kolonne.funksjon'), bareBred: true }, { tekst: t('kolonne.art'), bareBred: true }, { tekst: t('mottaker.minutter'), tall: true, bareBred: true },
        { tekst: t('kolonne.belop'), tall: true, bareBred: true }, { tekst: `${t('mottaker.teller')}, kr`, tall: true }, { tekst: t('mottaker.grunn') },
      ]}
    >
      {poster.map((p, nummer) => {
        const fordelt = fordelPost(p, parametre, overAldersgrense).filter((f) => f.ore !== 0);
        const teller = sumOre(fordelt.filter((f) => f.grunn === null).map((f) => f.ore));
        const grunner = fordelt.flatMap((f) => f.grunn ?? []);
        return (
          <Rad key={`${p.slag}-${p.id ?? nummer}-${nummer}`}>
            <th scope="row">
              {p.slag === 'DIREKTE' ? t('slag.DIREKTE') : p.tekst} <span className="mikro dempet">{p.enhetId !== null ? (enhetsnavn.get(p.enhetId) ?? '') : p.maned ? t('mottaker.fraFil', { maned: manedOgAr(p.maned) }) : t(`slag.${p.slag}`)}</span>
            </th>
            <td className="bare-bred">{p.funksjon}</td>
            <td className="bare-bred">{p.art}</td>
            <TallCelle bareBred><Timer min={p.minutter} desimaler={0} /></TallCelle>
            <TallCelle bareBred><Belop ore={p.ore} form="hele" /></TallCelle>
            <TallCelle sterk><Belop ore={teller} form="hele" /></TallCelle>
            <td>
              {p.vedtak} {grunner.map((grunn) => <span key={grunn}><Status type={grunn === 'MANGLER_VEDTAK' ? 'mangler' : 'av'}>{t(`utenfor.${grunn}`)}</Status> </span>)}
              {p.bilag ? <span className="mikro dempet">{p.bilag}</span> : null}
              {p.slag === 'MANUELL' && p.id !== null && kanTrekke ? <Trekk slag="ressurspost" id={p.id} /> : null}
            </td>
          </Rad>
        );
      })}
    </Tabell>
  );
}
