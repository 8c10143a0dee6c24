import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Bilagsform, Post } from '#lib/bilag/domain/bygg-bilag.ts';
import type { Maned } from '#lib/core/maned.ts';

interface Props {
  tittel?: string;
  maned: Maned;
  form: Bilagsform;
  poster: readonly (Post & { readonly enhet: string | null })[];
}

/** The entries, debit beside credit; every amount leads to the unit's lines, or to all of them. */
export async function Posttabell({ tittel, maned, form, poster }: Props) {
  const t = await getTranslations('bilag.post');
  const sider = await getTranslations('bilag.side');
  const lenke = (p: Post): string => (p.enhetId === null ? `/avregning/${maned}` : `/avregning/${maned}/enhet/${p.enhetId}`);
  const [mer, mindre] = form === 'BUDSJETT' ? (['mer', 'mindre'] as const) : (['debet', 'kredit'] as const);
  const kolonner = [
    { tekst: t('side') }, { tekst: t('enhet'), bareBred: true }, { tekst: t('ansvar'), bareBred: true }, { tekst: t('funksjon'), bareBred: true }, { tekst: t('art'), bareBred: true }, { tekst: t('prosjekt'), bareBred: true },
    { tekst: t(mer), tall: true, bareBred: true }, { tekst: t(mindre), tall: true, bareBred: true },
  ];
  const sum = (fortegn: 1 | -1): number => poster.filter((p) => p.belopOre * fortegn > 0).reduce((s, p) => s + p.belopOre * fortegn, 0);
  const belop = (p: Post) => (
    <Lenke href={lenke(p)}>
      <Belop ore={Math.abs(p.belopOre)} />
    </Lenke>
  );
  const celle = (p: Post, fortegn: 1 | -1) => (
    <td className="tall bare-bred">{p.belopOre * fortegn > 0 ? belop(p) : null}</td>
  );
  return (
    <Tabell
      tittel={tittel ?? t('tabell')}
      visTittel={tittel !== undefined}
      kolonner={kolonner}
      sum={
        <tr>
          <th scope="row">
            {t('sum')}
            <span className="bare-smal blokk tab">
              {t(mer)}: <Belop ore={sum(1)} />
            </span>
            <span className="bare-smal blokk tab">
              {t(mindre)}: <Belop ore={sum(-1)} />
            </span>
          </th>
          <td className="bare-bred" colSpan={5} />
          <td className="tall bare-bred">
            <Belop ore={sum(1)} />
          </td>
          <td className="tall bare-bred">
            <Belop ore={sum(-1)} />
          </td>
        </tr>
      }
    >
      {poster.map((p) => (
        <Rad key={[p.side, p.enhetId, p.ansvar, p.funksjon, p.art, p.prosjekt].join()} kanVelges>
          <th scope="row">
            {sider(p.side)}
            <span className="bare-smal blokk">{p.enhet ?? t('alle')}</span>
            <span className="bare-smal blokk tab">
              {t(p.belopOre > 0 ? mer : mindre)}: {belop(p)}
            </span>
            <span className="bare-smal mikro dempet blokk tab">{t('smal', { ansvar: p.ansvar || '–', funksjon: p.funksjon || '–', art: p.art })}</span>
          </th>
          <td className="bare-bred">{p.enhet ?? <span className="dempet">{t('alle')}</span>}</td>
          <td className="tab bare-bred">{p.ansvar || '–'}</td>
          <td className="tab bare-bred">{p.funksjon || '–'}</td>
          <td className="tab bare-bred">{p.art}</td>
          <td className="tab bare-bred">{p.prosjekt || '–'}</td>
          {celle(p, 1)}
          {celle(p, -1)}
        </Rad>
      ))}
    </Tabell>
  );
}
