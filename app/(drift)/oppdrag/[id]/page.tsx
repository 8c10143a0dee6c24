import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Kontraktsinnhold } from '#components/oppdrag/kontraktsinnhold.tsx';
import { BekreftEtt } from '#components/oppdrag/bekreft-skjema.tsx';
import { IverksettSkjema } from '#components/oppdrag/iverksett-skjema.tsx';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { omfangLinje } from '#components/oppdrag/omfang.ts';
import { OppdragStatus } from '#components/oppdrag/oppdrag-status.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Besoksliste } from '#components/utfort-tid/besoksliste.tsx';
import { Fakta, Felt } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { DatoTekst, PeriodeTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatDato, formatPeriode, formatVarighet } from '#lib/core/format.ts';
import { visOppdrag } from '#lib/oppdrag/oppdrag-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visOppdragsuke } from '#lib/utfort-tid/registrering-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oppdrag'))('tittel') };
}

export default async function EttOppdrag({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_OPPDRAG');
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const funnet = await withKommune(okt, async (tx) => {
    const oppdrag = await visOppdrag(tx, Number(id));
    return oppdrag && { oppdrag, besok: await visOppdragsuke(tx, Number(id)) };
  });
  if (!funnet) notFound();
  const { oppdrag, besok } = funnet;
  const [t, j, felles, sprak] = await Promise.all([getTranslations('oppdrag'), getTranslations('justering'), getTranslations('felles'), getLocale()]);
  const navn = mottakerTekst(felles, oppdrag);
  const tjeneste = sprak === 'nn' ? oppdrag.tjenesteNn : oppdrag.tjenesteNb;
  const registrert = formatVarighet(besok.reduce((sum, b) => sum + (b.kategori === 'BRUKERRETTET' ? b.minutter : 0), 0));
  const kanBekrefte = harTilgang(okt, 'BEKREFT_OPPDRAG');
  return (
    <div className="uke-side">
      <Smuler sti={[{ tekst: t('tittel'), href: '/oppdrag' }, { tekst: oppdrag.vedtakNummer }]} />
      <Sidehode
        tittel={t(oppdrag.tilstand === 'MOTTATT' ? 'side.nytt' : 'side.vanlig', { tjeneste, navn })}
        under={`${t('side.under', { vedtak: oppdrag.vedtakNummer, enhet: oppdrag.enhetNavn })}. ${t('side.logget')}`}
        handlinger={
          <>
            {kanBekrefte && oppdrag.omfangType === 'TIMER' && !oppdrag.annullert ? (
              <KnappLenke href={`/oppdrag/${oppdrag.id}/merke`} variant="tertiary">
                {(await getTranslations('felt-leder'))('merke.lenke')}
              </KnappLenke>
            ) : null}
            {oppdrag.kanRegistreres ? (
              <KnappLenke href={`/registrer?oppdrag=${oppdrag.id}`} variant={kanBekrefte && oppdrag.kanBekreftes ? 'secondary' : 'primary'}>
                {t('side.registrer')}
              </KnappLenke>
            ) : null}
            {harTilgang(okt, 'MELD_JUSTERING') && !oppdrag.annullert && oppdrag.tilstand !== 'AVSLUTTET' ? (
              <KnappLenke href={`/oppdrag/${oppdrag.id}/melding`} variant="tertiary">
                {j('meld.lenke')}
              </KnappLenke>
            ) : null}
            {kanBekrefte && oppdrag.kanBekreftes ? (
              <Tekster navnerom={['skjema', 'oppdrag']}>
                <BekreftEtt id={oppdrag.id} />
              </Tekster>
            ) : null}
          </>
        }
      />
      {oppdrag.annullert ? <Varsel farge="warning">{t('side.annullert')}</Varsel> : null}
      <Fakta
        fakta={[
          { navn: t('side.tilstand'), verdi: <OppdragStatus tilstand={oppdrag.tilstand} /> },
          { navn: t('side.omfang'), verdi: omfangLinje(t as never, oppdrag) },
          { navn: t('side.gjelder'), verdi: <PeriodeTekst fom={oppdrag.fom} tom={oppdrag.tom} /> },
          { navn: t('side.mottatt'), verdi: <DatoTekst dato={oppdrag.mottatt} /> },
          {
            navn: t('side.bekreftet'),
            verdi: oppdrag.bekreftet === null ? t('side.ikkeBekreftet') : t('side.bekreftetAv', { dato: formatDato(oppdrag.bekreftet), navn: oppdrag.bekreftetAv ?? felles('ord.ukjent') }),
          },
          { navn: t('side.startet'), verdi: oppdrag.iverksatt === null ? t('side.ikkeStartet') : <DatoTekst dato={oppdrag.iverksatt} /> },
        ]}
      />
      <div className="stabel-luft">
        {oppdrag.kontrakt === null ? null : <Kontraktsinnhold kontrakt={oppdrag.kontrakt} />}
        {oppdrag.pauser.length > 0 ? (
          <Felt tittel={t('side.pauser')}>
            <ul className="liten">
              {oppdrag.pauser.map((p) => (
                <li key={p.fom}>{t('side.pause', { periode: formatPeriode(p.fom, p.tom), arsak: t.has(`side.arsak.${p.arsak}` as never) ? t(`side.arsak.${p.arsak}` as never) : p.arsak })}</li>
              ))}
            </ul>
          </Felt>
        ) : null}
        {kanBekrefte && oppdrag.kanIverksettes ? (
          <Felt tittel={t('start.tittel')}>
            <Tekster navnerom={['skjema', 'oppdrag']}>
              <IverksettSkjema oppdragId={oppdrag.id} forslag={formatDato(oppdrag.fom)} />
            </Tekster>
          </Felt>
        ) : null}
        {oppdrag.omfangType === 'TIMER' ? (
          <Felt tittel={t('side.uken')} ved={besok.length === 0 ? undefined : oppdrag.perUker === 1 && oppdrag.minutter ? t('side.ukefunn', { registrert, vedtatt: formatVarighet(oppdrag.minutter) }) : t('side.ukefunnUten', { registrert })}>
            {besok.length === 0 ? <TomTilstand tekst={t('side.ingenBesok')} /> : <Besoksliste besok={besok} />}
          </Felt>
        ) : null}
      </div>
    </div>
  );
}
