import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
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
  const kolonner = [
    { tekst: t('side') }, { tekst: t('enhet') }, { tekst: t('ansvar') }, { tekst: t('funksjon') }, { tekst: t('art') }, { tekst: t('prosjekt'), bareBred: true },
    { tekst: t(form === 'BUDSJETT' ? 'mer' : 'debet'), tall: true }, { tekst: t(form === 'BUDSJETT' ? 'mindre' : 'kredit'), tall: true },
  ];
  const sum = (fortegn: 1 | -1): number => poster.filter((p) => p.belopOre * fortegn > 0).reduce((s, p) => s + p.belopOre * fortegn, 0);
  const celle = (p: Post, fortegn: 1 | -1) => (
    <TallCelle>
      {p.belopOre * fortegn > 0 ? (
        <Lenke href={lenke(p)}>
          <Belop ore={p.belopOre * fortegn} />
        </Lenke>
      ) : null}
    </TallCelle>
  );
  return (
    <Tabell
      tittel={tittel ?? t('tabell')}
      visTittel={tittel !== undefined}
      kolonner={kolonner}
      sum={
        <tr>
          <th scope="row" colSpan={5}>
            {t('sum')}
          </th>
          <td className="bare-bred" />
          <TallCelle>
            <Belop ore={sum(1)} />
          </TallCelle>
          <TallCelle>
            <Belop ore={sum(-1)} />
          </TallCelle>
        </tr>
      }
    >
      {poster.map((p) => (
        <Rad key={[p.side, p.enhetId, p.ansvar, p.funksjon, p.art, p.prosjekt].join()} kanVelges>
          <th scope="row">{sider(p.side)}</th>
          <td>{p.enhet ?? <span className="dempet">{t('alle')}</span>}</td>
          <td className="tab">{p.ansvar || '–'}</td>
          <td className="tab">{p.funksjon || '–'}</td>
          <td className="tab">{p.art}</td>
          <td className="tab bare-bred">{p.prosjekt || '–'}</td>
          {celle(p, 1)}
          {celle(p, -1)}
        </Rad>
      ))}
    </Tabell>
  );
}
