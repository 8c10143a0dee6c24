import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Sporvalg, SporView } from '#lib/avregning/spor-view.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';

/** The way up: month → unit → component → vedtak, each with its amount. */
export async function Sporvei({ valg, bilde }: { valg: Sporvalg; bilde: SporView }) {
  const t = await getTranslations('avregning');
  const enhetsside = `/avregning/${valg.maned}/enhet/${valg.enhetId}`;
  const { sti } = bilde;
  const trinn = [
    ...(sti.alleOre === null ? [] : [{ tekst: t('spor.alle', { maned: stor(manedOgAr(valg.gjelder)) }), href: `/avregning/${valg.gjelder}`, ore: sti.alleOre }]),
    { tekst: bilde.enhet, href: enhetsside, ore: sti.enhetOre },
    { tekst: bilde.ledd, href: `${enhetsside}?${new URLSearchParams({ ordning: String(valg.ordningId), komponent: valg.komponent })}`, ore: sti.leddOre },
  ];
  return (
    <Tabell tittel={t('spor.veien')} kolonner={[{ tekst: t('spor.trinn') }, { tekst: t('enhet.belop'), tall: true }]}>
      {trinn.map((ett, i) => (
        <Rad key={ett.href}>
          <th scope="row" style={{ paddingLeft: `${i * 18}px` }}>
            <Lenke href={ett.href}>{ett.tekst}</Lenke>
          </th>
          <TallCelle>
            <Belop ore={ett.ore} />
          </TallCelle>
        </Rad>
      ))}
      {bilde.vedtak ? (
        <Rad>
          <th scope="row" className="sterk" style={{ paddingLeft: `${trinn.length * 18}px` }}>
            {bilde.vedtak.nummer} {bilde.tjeneste}
          </th>
          <TallCelle sterk>
            <Belop ore={sti.linjeOre} />
          </TallCelle>
        </Rad>
      ) : null}
    </Tabell>
  );
}
