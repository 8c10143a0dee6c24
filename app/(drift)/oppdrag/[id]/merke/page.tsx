import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Dormerkebilde } from '#components/felt/dormerke.tsx';
import { SkrivBrikke } from '#components/felt/skriv-brikke.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { HandlingKnapp, Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { formatDato } from '#lib/core/format.ts';
import { datoVed } from '#lib/core/oslo-tid.ts';
import { oppsettNa } from '#lib/server/env.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { nyttDormerkeHandling } from '#lib/utfort-tid/actions-felt.ts';
import { visDormerke } from '#lib/utfort-tid/dormerke-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('felt-leder'))('merke.tittel') };
}

/** The tag of a door, to print. Neither the page nor the tag says whose door it is. */
export default async function Merke({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('LAG_DORMERKE');
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const oppdragId = Number(id);
  const [funnet, t] = await Promise.all([lesKommune(okt, (tx) => visDormerke(tx, oppdragId)), getTranslations('felt-leder')]);
  if (funnet === null) notFound();
  const { merke } = funnet;
  const { authUrl, port } = oppsettNa();
  const adresse = merke === null ? '' : `${authUrl ?? `http://localhost:${port}`}/felt#d=${merke.kode}`;
  return (
    <div className="uke-side">
      <Smuler sti={[{ tekst: t('merke.tilbake'), href: `/oppdrag/${oppdragId}` }, { tekst: t('merke.tittel') }]} />
      <Sidehode tittel={t('merke.tittel')} under={t('merke.under')} />
      <Meldingslinje />
      {merke === null ? (
        <TomTilstand tekst={t('merke.ingen')} />
      ) : (
        <figure className="dormerke-ark">
          <Dormerkebilde adresse={adresse} tekst={t('merke.bilde')} />
          <figcaption>
            <p>{t('merke.papir')}</p>
            <p className="mikro dempet">{t('merke.laget', { dato: formatDato(datoVed(merke.laget.getTime())) })}</p>
          </figcaption>
        </figure>
      )}
      <div className="handlinger">
        <Tekster navnerom={['skjema', 'felt-leder']}>
          <HandlingKnapp handling={nyttDormerkeHandling} data={{ oppdragId }} kvittering={t('merke.kvittering')} variant={merke === null ? 'primary' : 'secondary'}>
            {t(merke === null ? 'merke.lag' : 'merke.nytt')}
          </HandlingKnapp>
          {merke === null ? null : <SkrivBrikke adresse={adresse} />}
        </Tekster>
      </div>
      {merke === null ? null : <p className="liten dempet">{t('merke.skrivUt')} {t('merke.nyttHjelp')}</p>}
    </div>
  );
}
