import { getTranslations } from 'next-intl/server';
import Link from 'next/link';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Egenpost } from '#lib/oversikt/bestillerramme-view.ts';

/** The items beside the schemes: what is budgeted, and what the payable nights at hospital have cost. */
export async function Egenposter({ poster }: { poster: readonly Egenpost[] }) {
  const [t, b] = await Promise.all([getTranslations('ramme.egne'), getTranslations('budsjett.post')]);
  const navn = b as unknown as (post: string) => string;
  return (
    <>
      <Tabell tettere tittel={t('tittel')} kolonner={[{ tekst: t('post') }, { tekst: t('budsjett'), tall: true }, { tekst: t('brukt'), tall: true }]}>
        {poster.map((p) => (
          <Rad key={p.post}>
            <th scope="row">
              {p.dogn === null ? navn(p.post) : <Link className="ds-link" href="/plasser/utskrivning" prefetch={false}>{navn(p.post)}</Link>}
              {p.dogn === null ? null : <span className="mikro dempet blokk">{t('dogn', { antall: p.dogn })}{p.bruktOre === null ? `, ${t('utenSats')}` : null}</span>}
            </th>
            <TallCelle><Belop ore={p.budsjettOre} form="hele" /></TallCelle>
            <TallCelle>{p.dogn !== null && p.bruktOre === null ? t('ukjent') : <Belop ore={p.bruktOre} form="hele" />}</TallCelle>
          </Rad>
        ))}
      </Tabell>
      <p className="mikro dempet">{t('om')}</p>
    </>
  );
}
