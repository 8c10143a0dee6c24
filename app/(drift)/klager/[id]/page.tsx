import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { GrunnSide } from '#components/sak/grunn-side.tsx';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Fakta, Felt, MedPanel, Sidepanel } from '#components/ui/felt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { AvgjorKlage, RegistrerInstans } from '#components/vedtak/klage-skjemaer.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { apneKlage } from '#lib/vedtak/klage-service.ts';
import { hentTjenestenavn } from '#lib/vedtak/vedtaksregler-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('klage'))('klage') };
}

/** One appeal: what was appealed, when, what has been done, and the next step. */
export default async function KlageSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_KLAGER');
  const id = parseId((await params).id);
  if (id === null) notFound();
  const [t, sprak] = await Promise.all([getTranslations('klage'), getLocale()]);
  const [side, tjenester] = await withKommune(okt, async (tx) => [await apneKlage(tx, id), await hentTjenestenavn(tx, tolkSprak(sprak))] as const);
  if (side.type === 'FINNES_IKKE') notFound();
  if (side.type === 'KREVER_GRUNN') return <GrunnSide mottakerId={side.mottakerId} />;
  const { klage, forSent, hendelser, erstatninger, brev } = side;
  const tjeneste = tjenester[klage.tjeneste] ?? klage.tjeneste;
  const felles = { klageId: klage.id, versjon: klage.versjon, erstatninger };
  const sluttet = klage.instansUtfall !== null ? t(`instansutfall.${klage.instansUtfall}`) : klage.utfall === null ? t(`statusene.${klage.status}`) : t(`utfall.${klage.utfall}`);
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/klager' }, { tekst: klage.navn }]} />
      <Sidehode
        tittel={t('klageTittel', { navn: klage.navn, nummer: klage.nummer })}
        under={`${tjeneste} · ${sluttet}`}
        handlinger={klage.status === 'MOTTATT' ? <KnappLenke variant="secondary" href={`/mottakere/${klage.mottakerId}/nytt-vedtak?tjeneste=${klage.tjeneste}`}>{t('skrivNytt')}</KnappLenke> : undefined}
      />
      {forSent && klage.status === 'MOTTATT' ? <Varsel farge="warning" tittel={t('forSentTittel')}>{t('forSent', { mottatt: formatDato(klage.mottatt), frist: formatDato(klage.frist) })}</Varsel> : null}
      <Fakta
        fakta={[
          { navn: t('vedtaket'), verdi: <Lenke href={`/vedtak/${klage.vedtakId}`}>{klage.nummer}</Lenke> },
          { navn: t('klager'), verdi: t(`klagere.${klage.klager}`) },
          { navn: t('brevKom'), verdi: formatDato(klage.brevMottatt) },
          { navn: t('frist'), verdi: formatDato(klage.frist) },
          { navn: t('mottatt'), verdi: formatDato(klage.mottatt) },
          { navn: t('instans'), verdi: klage.instans },
          ...(brev.length === 0 ? [] : [{ navn: t('brev'), verdi: brev.map((b) => <Lenke key={b.id} href={`/vedtak/${klage.vedtakId}/brev/${b.id}`}>{b.overskrift}</Lenke>) }]),
          ...(klage.nyttVedtakId === null ? [] : [{ navn: t('nyttVedtak'), verdi: <Lenke href={`/vedtak/${klage.nyttVedtakId}`}>{klage.nyttNummer}</Lenke> }]),
        ]}
      />
      <MedPanel
        panel={
          <Sidepanel navn={t('hendelser')} tittel={t('hendelser')}>
            <ol className="stabel">
              {hendelser.map((h) => (
                <li key={h.id} className="liten">
                  <span className="sterk">{t(`hendelse.${h.type as 'MOTTATT'}`)}</span> <span className="dempet">{tidspunkt(h.tid).dato}{h.hvem === null ? '' : `, ${h.hvem}`}</span>
                </li>
              ))}
            </ol>
          </Sidepanel>
        }
      >
        <div className="stabel-luft">
          <Felt tittel={t('innhold')}><p className="ro" style={{ whiteSpace: 'pre-line' }}>{klage.innhold}</p></Felt>
          {klage.vurdering === null ? null : <Felt tittel={t('vurdering')}><p className="ro" style={{ whiteSpace: 'pre-line' }}>{klage.vurdering}</p></Felt>}
          <Tekster navnerom={['skjema', 'klage']}>
            {klage.status === 'MOTTATT' ? <Felt tittel={t('avgjorelsen')}><AvgjorKlage {...felles} forSent={forSent} /></Felt> : null}
            {klage.status === 'OVERSENDT' ? <Felt tittel={t('instansutfallet')}><RegistrerInstans {...felles} idag={formatDato(iDag())} /></Felt> : null}
          </Tekster>
        </div>
      </MedPanel>
    </>
  );
}
