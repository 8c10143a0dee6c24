import { getTranslations } from 'next-intl/server';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Bilagsslag, Sumkontroll } from '#lib/bilag/domain/bygg-bilag.ts';

interface Props {
  slag: Bilagsslag;
  kontroll: Sumkontroll;
  belopOre: number;
}

/** What is left over: nothing, in all and by function and art where no money leaves the municipality. */
export async function Bilagskontroll({ slag, kontroll, belopOre }: Props) {
  const t = await getTranslations('bilag.ett');
  const rader = [
    { navn: t('balanse'), ore: kontroll.restOre },
    ...(slag === 'INTERN' ? kontroll.funksjoner.map((f) => ({ navn: t('funksjonsum', { funksjon: f.funksjon, art: f.art }), ore: f.belopOre })) : []),
  ];
  return (
    <Tabell tittel={t('kontroll')} kolonner={[{ tekst: t('regel') }, { tekst: t('kr'), tall: true }]}>
      {rader.map((r) => (
        <Rad key={r.navn}>
          <th scope="row">
            <Status type={r.ore === 0 ? 'ok' : 'stopp'}>{r.navn}</Status>
          </th>
          <TallCelle>
            <Belop ore={r.ore} />
          </TallCelle>
        </Rad>
      ))}
      <Rad>
        <th scope="row">{t('likLinjer')}</th>
        <TallCelle>
          <Belop ore={belopOre} />
        </TallCelle>
      </Rad>
    </Tabell>
  );
}
