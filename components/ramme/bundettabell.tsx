import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, PeriodeTekst } from '#components/ui/tall.tsx';
import type { Bundetrad } from '#lib/oversikt/bestillerramme-view.ts';

/** Vedtak by vedtak what is committed to year end, by pseudonym. */
export async function Bundettabell({ rader }: { rader: readonly Bundetrad[] }) {
  const t = await getTranslations('ramme');
  return (
    <Tabell tettere tittel={t('vedtakene')} kolonner={[{ tekst: t('vedtak') }, { tekst: t('mottaker') }, { tekst: t('tjeneste'), bareBred: true }, { tekst: t('periode'), bareBred: true }, { tekst: t('bundetKr'), tall: true }]}>
      {rader.map((r) => (
        <Rad key={r.vedtakId}>
          <th scope="row"><Link className="ds-link" href={`/vedtak/${r.vedtakId}`} prefetch={false}>{r.nummer}</Link></th>
          <td>{r.pseudonym}</td>
          <td className="bare-bred">{r.tjeneste}</td>
          <td className="bare-bred"><PeriodeTekst fom={r.fom} tom={r.tom} /></td>
          <TallCelle>{r.ore === null ? t('manglerPris') : <Belop ore={r.ore} form="hele" />}</TallCelle>
        </Rad>
      ))}
    </Tabell>
  );
}
