import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { KontaktSkjema, TilgangSkjema } from '#components/sak/kontakt-skjema.tsx';
import { MappeFaner } from '#components/sak/mappe-faner.tsx';
import { MappeHode } from '#components/sak/mappe-hode.tsx';
import { EndreMottakerSkjema } from '#components/sak/mottaker-skjema.tsx';
import { HistorieTabell, KontaktTabell, NavngittTabell } from '#components/sak/opplysninger-tabeller.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { parseId } from '#lib/core/id.ts';
import { stemmerMedDato } from '#lib/sak/domain/personnummer.ts';
import { hentOpplysninger } from '#lib/sak/mottaker-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mottaker.opplysninger'))('tittel') };
}

export default async function OpplysningerSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('ENDRE_MOTTAKER');
  const mottakerId = parseId((await params).id);
  if (mottakerId === null) notFound();
  const t = await getTranslations('mottaker.opplysninger');
  const o = await withKommune(okt, (tx) => hentOpplysninger(tx, mottakerId));
  if (o.type === 'FINNES_IKKE') notFound();
  if (o.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={mottakerId} />;
  const navngir = harTilgang(okt, 'NAVNGI_MOTTAKERTILGANG');
  return (
    <>
      <MappeHode person={o.person} under={t('tittel')} />
      <MappeFaner mottakerId={mottakerId} her="opplysninger" />
      <Tekster navnerom={['skjema', 'mottaker']}>
        <div className="rad">
          <Felt tittel={t('person')} className="s6">
            <EndreMottakerSkjema key={o.sisteEndring} mottakerId={mottakerId} data={o.data} valg={o.valg} sisteEndring={o.sisteEndring} avvik={!stemmerMedDato(o.data.fodselsnummer, o.data.fodselsdato)} />
          </Felt>
          <div className="s6 stabel-luft">
            <Felt tittel={t('kontakter')}>
              <KontaktTabell mottakerId={mottakerId} kontakter={o.kontakter} />
              <Detaljer tittel={t('leggTil')}>
                <KontaktSkjema key={o.historie[0]?.id ?? 0} mottakerId={mottakerId} />
              </Detaljer>
            </Felt>
            {o.person.skjermet ? (
              <Felt tittel={t('navngitte')}>
                <p className="liten dempet">{t('navngitteOm')}</p>
                <NavngittTabell mottakerId={mottakerId} navngitte={o.navngitte} navngir={navngir} />
                {navngir ? (
                  <Detaljer tittel={t('navngi')}>
                    <TilgangSkjema key={o.historie[0]?.id ?? 0} mottakerId={mottakerId} kontoer={o.kanNavngis} />
                  </Detaljer>
                ) : null}
              </Felt>
            ) : null}
          </div>
        </div>
        <Felt tittel={t('historie')}>
          <HistorieTabell historie={o.historie} saksbehandlere={o.valg.saksbehandlere} />
        </Felt>
      </Tekster>
    </>
  );
}
