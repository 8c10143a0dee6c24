import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell } from '#components/ui/tabell.tsx';
import { DatoTekst } from '#components/ui/tall.tsx';
import { parseId } from '#lib/core/id.ts';
import { rapporttittel } from '#lib/oversikt/domain/rapporttekst.ts';
import { hentOffentlige } from '#lib/oversikt/rapport-service.ts';
import { iDag } from '#lib/server/clock.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felles'))('meny.rapporter') };
}

/** A municipality's public reports, the newest edition of each. */
export default async function Offentlige({ params }: { params: Promise<{ kommune: string }> }) {
  const id = parseId((await params).kommune);
  const svar = id === null ? null : await hentOffentlige(id);
  if (!svar) notFound();
  const t = await getTranslations('rapport');
  const nyeste = svar.rapporter.filter((r, i) => svar.rapporter.findIndex((a) => a.adresse === r.adresse) === i);
  return (
    <>
      <Sidehode tittel={t('apen.liste', { kommune: svar.kommune })} under={t('apen.ingress')} />
      <Tabell tittel={t('liste.publiserte')} kolonner={[{ tekst: t('liste.rapport') }, { tekst: t('liste.publisert') }]}>
        {nyeste.map((r) => (
          <Rad key={r.adresse}>
            <th scope="row"><Lenke href={`/offentlig/${id}/${r.adresse}`}>{rapporttittel(r, (n, v) => t(n as never, v as never))}</Lenke></th>
            <td><DatoTekst dato={iDag(r.publisert)} /></td>
          </Rad>
        ))}
      </Tabell>
    </>
  );
}
