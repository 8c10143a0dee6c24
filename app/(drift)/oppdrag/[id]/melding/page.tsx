import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { FlyttetSkjema, KapasitetSkjema, MerSkjema, PauseSkjema, PauseSluttSkjema } from '#components/justering/skjemaer.tsx';
import { Justeringstabell, Kapasitetstabell } from '#components/justering/tabeller.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { formatDato } from '#lib/core/format.ts';
import { klokkeslett } from '#lib/oppdrag/domain/besoksplan.ts';
import { visMelding } from '#lib/oppdrag/justering-service.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('justering'))('tittel') };
}

export default async function MeldingSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('MELD_JUSTERING');
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const [t, felles, bilde] = await Promise.all([getTranslations('justering'), getTranslations('felles'), withKommune(okt, (tx) => visMelding(tx, Number(id)))]);
  if (bilde === null) notFound();
  const navn = mottakerTekst(felles, bilde.hvem);
  const sett = { oppdragId: bilde.oppdragId, dag: formatDato(iDag()) };
  return (
    <Tekster navnerom={['skjema', 'justering']}>
      <Smuler sti={[{ tekst: felles('meny.oppdrag'), href: '/oppdrag' }, { tekst: bilde.vedtakNummer, href: `/oppdrag/${bilde.oppdragId}` }, { tekst: t('tittel') }]} />
      <Sidehode tittel={t('meld.tittel', { navn })} under={t('meld.under', { vedtak: bilde.vedtakNummer })} />
      <Meldingslinje />
      <div className="stabel-luft">
        <Felt tittel={t('meld.mer')}>
          <p className="liten dempet">{t('meld.merOm', { dager: bilde.maksDager })}</p>
          <MerSkjema {...sett} />
        </Felt>
        <Felt tittel={t('meld.pause')}>
          <p className="liten dempet">{t('meld.pauseOm')}</p>
          {bilde.pauser.map((p) => (
            <div key={p.id} className="liten">
              <p>{t('meld.pagar', { fom: formatDato(p.fom), tom: p.tom === null ? t('apen') : formatDato(p.tom), arsak: t(`arsak.${p.arsak}` as never) })}</p>
              <PauseSluttSkjema pauseId={p.id} dag={sett.dag} />
            </div>
          ))}
          <PauseSkjema {...sett} />
        </Felt>
        <Felt tittel={t('meld.flytt')}>
          {bilde.besok.length === 0 ? (
            <TomTilstand tekst={t('meld.ingenPlan')} />
          ) : (
            <FlyttetSkjema {...sett} besok={bilde.besok.map((b) => ({ verdi: String(b.planId), tekst: `${t(`dag.${b.ukedag}` as never)} ${klokkeslett(b.startMinutt)}` }))} />
          )}
        </Felt>
        <Felt tittel={t('meld.kapasitet')}>
          <p className="liten dempet">{t('meld.kapasitetOm')}</p>
          {bilde.kapasitet.length === 0 ? null : <Kapasitetstabell rader={bilde.kapasitet} kanLose />}
          <KapasitetSkjema oppdragId={bilde.oppdragId} />
        </Felt>
        {bilde.justeringer.length === 0 ? null : (
          <Felt tittel={t('meld.for_')}>
            <Justeringstabell rader={bilde.justeringer} tittel={t('meld.for_')} />
          </Felt>
        )}
      </div>
    </Tekster>
  );
}
