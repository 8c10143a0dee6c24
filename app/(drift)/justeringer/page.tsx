import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { hvaTekst } from '#components/justering/hva.ts';
import { RegelSkjema } from '#components/justering/skjemaer.tsx';
import { Justeringstabell, Kapasitetstabell, Pausetabell } from '#components/justering/tabeller.tsx';
import { VentendeJusteringer } from '#components/justering/ventende.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { HandlingKnapp, Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { formatDato, formatPeriode } from '#lib/core/format.ts';
import { bekreftPauseHandling } from '#lib/oppdrag/actions-justering.ts';
import { visJusteringer } from '#lib/oppdrag/justering-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('justering'))('tittel') };
}

export default async function JusteringerSide() {
  const okt = await krevOkt('SE_JUSTERINGER');
  const [t, felles, side] = await Promise.all([getTranslations('justering'), getTranslations('felles'), lesKommune(okt, visJusteringer)]);
  const avgjor = harTilgang(okt, 'AVGJOR_JUSTERING');
  return (
    <Tekster navnerom={['skjema', 'justering']}>
      <Sidehode tittel={t('funn', { antall: side.venter.length })} under={t(avgjor ? 'under' : 'underUtforer', { dager: side.maksDager })} />
      <Meldingslinje />
      <div className="stabel-luft">
        <Felt tittel={t('venter')}>
          {side.venter.length === 0 ? (
            <TomTilstand tekst={t('ingenVenter')} />
          ) : avgjor ? (
            <VentendeJusteringer
              rader={side.venter.map((j) => ({
                id: j.id,
                navn: mottakerTekst(felles, j),
                href: `/mottakere/${j.mottakerId}`,
                vedtak: j.vedtakNummer,
                enhet: j.enhet,
                hva: hvaTekst(t as never, j),
                gjelder: formatPeriode(j.fom, j.tom),
                grunn: j.grunn,
                meldt: t('meldtAv', { dato: formatDato(j.meldt), navn: j.meldtAv ?? felles('ord.ukjent') }),
              }))}
            />
          ) : (
            <Justeringstabell rader={side.venter} tittel={t('venter')} />
          )}
        </Felt>
        <Felt tittel={t('kapasitet')}>{side.kapasitet.length === 0 ? <TomTilstand tekst={t('ingenKapasitet')} /> : <Kapasitetstabell rader={side.kapasitet} kanLose={okt.rolle === 'utforerleder'} />}</Felt>
        <Felt
          tittel={t('pauser')}
          ved={
            avgjor && side.pauser.length > 0 ? (
              <HandlingKnapp handling={bekreftPauseHandling} data={{ ider: side.pauser.map((p) => p.id) }} kvittering={t('bekreftetNa')} variant="secondary" tett>
                {t('bekreftAlle', { antall: side.pauser.length })}
              </HandlingKnapp>
            ) : undefined
          }
        >
          {side.pauser.length === 0 ? <TomTilstand tekst={t('ingenPauser')} /> : <Pausetabell rader={side.pauser} />}
        </Felt>
        <Felt tittel={t('besvarte')}>{side.besvarte.length === 0 ? <TomTilstand tekst={t('ingenBesvarte')} /> : <Justeringstabell rader={side.besvarte} tittel={t('besvarte')} />}</Felt>
        {harTilgang(okt, 'SETT_JUSTERINGSREGEL') ? (
          <Felt tittel={t('regel.tittel')}>
            <RegelSkjema dager={side.maksDager} />
          </Felt>
        ) : null}
      </div>
    </Tekster>
  );
}
