import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, DatoTekst } from '#components/ui/tall.tsx';
import type { Godkjenningsrad } from '#lib/oversikt/godkjenning-view.ts';

/** What waits, the oldest first; each row leads to the page where it is seen whole. */
export async function Godkjenningstabell({ tittel, rader, egne }: { tittel: string; rader: readonly Godkjenningsrad[]; egne: boolean }) {
  const t = await getTranslations('godkjenning');
  const kolonner = [{ tekst: t('kolonne.hva') }, { tekst: t('kolonne.gjelder'), bareBred: true }, { tekst: t('kolonne.belop'), tall: true }, ...(egne ? [] : [{ tekst: t('kolonne.foreslattAv') }]), { tekst: t('kolonne.siden') }];
  return (
    <Tabell tittel={tittel} kolonner={kolonner}>
      {rader.map((r) => (
          <Rad key={`${r.slag}${r.id}`} kanVelges>
            <th scope="row">
              <Lenke href={r.href}>{t(`slag.${r.slag}`)}</Lenke>
              <span className="mikro dempet bare-smal blokk">{r.gjelder}</span>
            </th>
            <td className="bare-bred">{r.gjelder}</td>
            <TallCelle><Belop ore={r.belopOre} fortegn /></TallCelle>
            {egne ? null : <td>{r.foreslattAvNavn ?? t('jobb')}</td>}
            <td>
              <DatoTekst dato={r.siden} /> <span className="mikro dempet">{t('dager', { dager: r.dager })}</span>
            </td>
          </Rad>
      ))}
    </Tabell>
  );
}
