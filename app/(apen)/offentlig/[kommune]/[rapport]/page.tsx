import { cache } from 'react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { rapportfunn } from '#components/rapport/rapportfunn.ts';
import { rapportord } from '#components/rapport/rapportord.ts';
import { Rapportvisning } from '#components/rapport/rapportvisning.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { dato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { rapporttittel } from '#lib/oversikt/domain/rapporttekst.ts';
import { hentOffentligRapport } from '#lib/oversikt/rapport-service.ts';
import { iDag } from '#lib/server/clock.ts';

interface Props {
  params: Promise<{ kommune: string; rapport: string }>;
}

/** Asked for twice in a request: by the title and by the page. */
const finn = cache(async (kommune: string, sti: string) => {
  const id = parseId(kommune);
  return id === null ? null : hentOffentligRapport(id, sti);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kommune, rapport: sti } = await params;
  const rapport = await finn(kommune, sti);
  if (!rapport) return { title: (await getTranslations('felles'))('meny.rapporter') };
  return { title: `${rapporttittel(rapport.innhold, await rapportord(rapport.innhold.sprak))}, ${rapport.innhold.kommune}` };
}

/** A public report exactly as it was published: no login, no person, in the report's own language. */
export default async function OffentligRapport({ params }: Props) {
  const { kommune, rapport: sti } = await params;
  const id = parseId(kommune);
  const rapport = await finn(kommune, sti);
  if (!rapport) notFound();
  const { innhold } = rapport;
  const ord = await rapportord(innhold.sprak);
  const tittel = rapporttittel(innhold, ord);
  const nyere = rapport.versjoner.find((v) => v > innhold.versjon);
  return (
    <div lang={innhold.sprak}>
      <Sidehode
        over={<Lenke href={`/offentlig/${id}`}>{ord('apen.liste', { kommune: innhold.kommune })}</Lenke>}
        tittel={await rapportfunn(innhold, tittel, innhold.sprak)}
        under={ord('apen.frosset', { dato: formatDato(iDag(rapport.publisert)), hentet: formatDato(dato(innhold.hentet)) })}
      />
      {nyere ? (
        <Varsel farge="warning">
          {ord('apen.eldre', { nr: innhold.versjon, lenke: '' })} <Lenke href={`/offentlig/${id}/${sti.replace(/-v\d+$/, '')}`}>{ord('side.versjonNr', { nr: nyere })}</Lenke>
        </Varsel>
      ) : null}
      {innhold.rettelse ? <Varsel>{ord('rettet', { grunn: innhold.rettelse })}</Varsel> : null}
      <p className="liten">
        {ord('side.filer')}: <a className="ds-link" href={`/offentlig/${id}/${sti}/pdf`} download>{ord('side.pdf')}</a> · <a className="ds-link" href={`/offentlig/${id}/${sti}/regneark`} download>{ord('side.xlsx')}</a>
        {rapport.versjoner.filter((v) => v !== innhold.versjon).map((v) => (
          <span key={v}> · <Lenke href={`/offentlig/${id}/${sti.replace(/-v\d+$/, '')}-v${v}`}>{ord('apen.versjon', { nr: v })}</Lenke></span>
        ))}
      </p>
      <Rapportvisning innhold={innhold} ord={ord} />
      <p className="mikro dempet" style={{ overflowWrap: 'anywhere' }}>{ord('apen.avtrykk')}: {rapport.avtrykk}</p>
    </div>
  );
}
