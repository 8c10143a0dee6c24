import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Besoksliste } from '#components/utfort-tid/besoksliste.tsx';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { RegistrerSkjema } from '#components/utfort-tid/registrer-skjema.tsx';
import { VelgMottaker } from '#components/utfort-tid/velg-oppdrag.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { erDato } from '#lib/core/dato.ts';
import { formatDato } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import type { Okt } from '#lib/server/okt.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { MAKS_TREFF_VIST, visKvittering, visRegistrering, visSkjema } from '#lib/utfort-tid/registrering-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('utfort-tid'))('registrer.tittel') };
}

export default async function RegistrerSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('REGISTRER_BESOK');
  const q = await searchParams;
  const oppdrag = ettFelt(q, 'oppdrag');
  if (oppdrag !== undefined) return /^[1-9]\d{0,8}$/.test(oppdrag) ? <Skjemaet okt={okt} oppdragId={Number(oppdrag)} /> : notFound();
  const sok = (ettFelt(q, 'sok') ?? '').trim().slice(0, 80);
  const sted = await lesKommune(okt, (tx) => visRegistrering(tx, sok));
  const t = await getTranslations('utfort-tid');
  return (
    <div className="felt-side">
      <Sidehode tittel={t('registrer.funn', { antall: sted.mine.length })} under={t('registrer.under', { dato: dagTekst(t as never, iDag()), enhet: okt.enhetNavn ?? okt.kommuneNavn })} />
      <Kvittering okt={okt} q={q} />
      <VelgMottaker oppdrag={sted.oppdrag} sok={sok} dag={iDag()} maks={MAKS_TREFF_VIST} />
      {sted.mine.length > 0 ? (
        <Felt tittel={t('registrer.mine')}>
          <Besoksliste besok={sted.mine} medNavn />
        </Felt>
      ) : null}
    </div>
  );
}

async function Skjemaet({ okt, oppdragId }: { okt: Okt; oppdragId: number }) {
  const skjema = await withKommune(okt, (tx) => visSkjema(tx, oppdragId));
  if (!skjema) notFound();
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  return (
    <div className="felt-side">
      <Sidehode tittel={t('registrer.hos', { navn: mottakerTekst(felles, skjema.oppdrag) })} under={<Lenke href="/registrer">{t('registrer.tilListen')}</Lenke>} />
      <Tekster navnerom={['skjema', 'utfort-tid']}>
        <RegistrerSkjema
          oppdragId={oppdragId}
          klientId={crypto.randomUUID()}
          dato={formatDato(iDag())}
          planlagt={skjema.oppdrag.planlagtMinutter}
          ansatte={skjema.ansatte}
          kontoId={okt.kontoId}
        />
      </Tekster>
    </div>
  );
}

/** What was just stored, and what the leader will see about it. */
async function Kvittering({ okt, q }: { okt: Okt; q: Sokefelt }) {
  const [id, dag] = [ettFelt(q, 'lagret'), ettFelt(q, 'dag')];
  if (id === undefined || dag === undefined || !/^[1-9]\d{0,15}$/.test(id) || !erDato(dag)) return null;
  const besok = await lesKommune(okt, (tx) => visKvittering(tx, dag, Number(id)));
  if (!besok) return null;
  const [t, felles] = await Promise.all([getTranslations('utfort-tid'), getTranslations('felles')]);
  const verdier = { navn: mottakerTekst(felles, besok), kl: besok.kl, min: besok.minutter };
  return (
    <Varsel farge={besok.merknad === 'UTENFOR' || besok.merknad === 'OVERLAPP' ? 'warning' : 'success'} role="status" tittel={t(ettFelt(q, 'for') ? 'registrer.lagretFor' : 'registrer.lagret', verdier)}>
      {besok.merknad === 'UTENFOR' ? t('registrer.utenfor') : besok.merknad === 'OVERLAPP' ? t('registrer.overlapp') : null}
    </Varsel>
  );
}
