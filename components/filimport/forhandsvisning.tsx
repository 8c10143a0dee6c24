import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import type { Importbilde } from '#lib/grunnlag/domain/filimport/importbilde.ts';

const TALL = new Set(['belop', 'kredit', 'timer', 'volum', 'pris', 'ar', 'versjon', 'antall']);

/** The first rows as they will be understood. */
export async function Forhandsvisning({ bilde, rom }: { bilde: Importbilde; rom: string }) {
  const t = await getTranslations('filimport.forhandsvisning');
  const tr = await getTranslations(rom);
  const brukt = bilde.kolonner.filter((k) => bilde.kartlegging.kolonner[k.nokkel] !== undefined);
  return (
    <Tabell tittel={t('tabell')} tettere kolonner={[{ tekst: t('rad'), tall: true }, ...brukt.map((k) => ({ tekst: tr(`kolonne.${k.nokkel}`), tall: TALL.has(k.nokkel) }))]}>
      {bilde.forhandsvisning.map(({ rad, celler }) => (
        <Rad key={rad}>
          <TallCelle dempet>{rad}</TallCelle>
          {brukt.map((k) =>
            TALL.has(k.nokkel) ? <TallCelle key={k.nokkel}>{celler[k.nokkel] ?? '–'}</TallCelle> : <td key={k.nokkel}>{celler[k.nokkel] ?? '–'}</td>,
          )}
        </Rad>
      ))}
    </Tabell>
  );
}

/** The file's own first rows, to choose columns by. */
export async function Filensrader({ bilde }: { bilde: Importbilde }) {
  const t = await getTranslations('filimport.forhandsvisning');
  return (
    <Tabell tittel={t('filens')} tettere bred kolonner={[{ tekst: t('rad'), tall: true }, ...bilde.hode.map((navn) => ({ tekst: navn }))]}>
      {bilde.forhandsvisning.map(({ rad, celler }) => (
        <Rad key={rad}>
          <TallCelle dempet>{rad}</TallCelle>
          {bilde.hode.map((navn) => (
            <td key={navn}>{celler[navn]}</td>
          ))}
        </Rad>
      ))}
    </Tabell>
  );
}
