import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import { brokFraDesimal } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import type { Maned } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';

export type Linjeview = {
  readonly vedtakId: number | null;
  readonly nummer: string | null;
  readonly tjenestenavn: string | null;
  readonly pseudonym: string | null;
  readonly gjelderManed: Maned;
  readonly volum: string;
  readonly prisOre: number;
  readonly belopOre: number;
  readonly href: string;
};

/** The lines of one component: each leads to its trace. */
export async function Linjetabell({ tittel, linjer, medMottaker }: { tittel: string; linjer: readonly Linjeview[]; medMottaker: boolean }) {
  const t = await getTranslations('avregning.enhet');
  const kolonner = [
    { tekst: t('vedtak') },
    { tekst: t('tjeneste'), bareBred: true },
    ...(medMottaker ? [{ tekst: t('mottaker'), bareBred: true }] : []),
    { tekst: t('gjelder') },
    { tekst: t('volum'), tall: true },
    { tekst: t('pris'), tall: true, bareBred: true },
    { tekst: t('belop'), tall: true },
  ];
  return (
    <Tabell tittel={tittel} kolonner={kolonner} festet>
      {linjer.map((l) => (
        <Rad key={l.href} kanVelges>
          <th scope="row">
            <Lenke href={l.href}>{l.nummer ?? t('ingenVedtak')}</Lenke>
          </th>
          <td className="bare-bred">{l.tjenestenavn}</td>
          {medMottaker ? <td className="bare-bred dempet">{l.pseudonym}</td> : null}
          <td className="tab">{manedOgAr(l.gjelderManed)}</td>
          <TallCelle>{formatDesimal(brokFraDesimal(l.volum), 2)}</TallCelle>
          <td className="tall bare-bred">
            <Belop ore={l.prisOre} />
          </td>
          <TallCelle sterk>
            <Belop ore={l.belopOre} />
          </TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
