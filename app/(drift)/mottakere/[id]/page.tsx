import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Plasslenker } from '#components/plasser/mottakerlenker.tsx';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { LevertPlott } from '#components/sak/levert-plott.tsx';
import { MappeFaner } from '#components/sak/mappe-faner.tsx';
import { MappeFakta, MappeHode, NyttVedtakKnapp } from '#components/sak/mappe-hode.tsx';
import { InnsynNotat, SistISaken, VenterPaDeg } from '#components/sak/mappe-side.tsx';
import { PakkeTidslinje } from '#components/sak/pakke-tidslinje.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Kontraktlenke } from '#components/vedtak/kontraktlenke.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { parseId } from '#lib/core/id.ts';
import { hentSaksmappe } from '#lib/oversikt/saksmappe-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

// No name in the title: it would stand in the browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('sak'))('mappe') };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SaksmappeSide({ params, searchParams }: Props) {
  const okt = await krevOkt('SE_MOTTAKER');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const [t, sprak] = await Promise.all([getTranslations('sak'), getLocale()]);
  const mappe = await withKommune(okt, (tx) => hentSaksmappe(tx, mottakerId, tolkSprak(sprak)));
  if (mappe.type === 'FINNES_IKKE') notFound();
  if (mappe.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const fattet = /^V-\d{4}-\d{1,6}$/.exec(ettFelt(await searchParams, 'fattet') ?? '')?.[0];
  return (
    <>
      <MappeHode person={mappe.person} handlinger={mappe.person.avsluttet === null ? <NyttVedtakKnapp mottakerId={mottakerId} /> : undefined} />
      {fattet ? <Varsel farge="success" role="status" tittel={t('hode.fattet', { nummer: fattet })} /> : null}
      <MappeFakta person={mappe.person} forhold={mappe.forhold} />
      <MappeFaner mottakerId={mottakerId} her="oversikt" />
      <div className="rad">
        <div className="s9 stabel-luft">
          <PakkeTidslinje mappe={mappe} />
          <div className="rad">
            <div className="s6">
              <LevertPlott uker={mappe.uker} />
            </div>
            <div className="s6">
              <SistISaken mappe={mappe} />
            </div>
          </div>
        </div>
        <div className="s3 stabel-luft">
          <VenterPaDeg mappe={mappe} />
          {mappe.person.avsluttet === null ? <Plasslenker mottakerId={mottakerId} /> : null}
          {mappe.person.avsluttet === null ? <Kontraktlenke mottakerId={mottakerId} /> : null}
          <InnsynNotat mappe={mappe} />
        </div>
      </div>
    </>
  );
}
