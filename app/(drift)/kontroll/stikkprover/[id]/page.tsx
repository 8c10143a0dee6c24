import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { OppfolgingSkjema, ResultatSkjema } from '#components/kontroll/kontrollskjemaer.tsx';
import { Proverader } from '#components/kontroll/provetabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Fakta, Felt } from '#components/ui/felt.tsx';
import { PeriodeTekst } from '#components/ui/tall.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { formatDato, formatHeltall } from '#lib/core/format.ts';
import { parseId, type KjoringId } from '#lib/core/id.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visProve } from '#lib/utfort-tid/kontroll-service.ts';
import type { Provehode, Proverad } from '#lib/utfort-tid/kontroll-view.ts';

const STI = '/kontroll/stikkprover';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontroll'))('fane.stikkprover') };
}

async function Provefakta({ hode }: { hode: Provehode }) {
  const t = await getTranslations('kontroll.prove');
  return (
    <Fakta
      fakta={[
        { navn: t('enhet'), verdi: hode.enhet },
        { navn: t('periode'), verdi: <PeriodeTekst fom={hode.fom} tom={hode.tom} /> },
        { navn: t('trukketBlant'), verdi: t('populasjon', { antall: formatHeltall(hode.populasjon), etter: formatHeltall(hode.etterforte), vekt: hode.vekt }) },
        { navn: t('fro'), verdi: <code>{hode.fro}</code> },
        { navn: t('avtrykk'), verdi: <code title={hode.avtrykk}>{hode.avtrykk.slice(0, 16)}</code> },
        { navn: t('trukket'), verdi: `${formatDato(hode.trukket)}, ${hode.trukketAv}` },
      ]}
    />
  );
}

/** The form for one visit: what the control found, and for a deviation what was done. */
async function Ettbesok({ rad, neste }: { rad: Proverad; neste: string }) {
  const t = await getTranslations('kontroll.prove');
  const nokkel = `${rad.nummer} ${rad.utfall}`;
  return (
    <Felt tittel={t('kontrollerNr', { nr: rad.nummer })} id="kontroller">
      <Tekster navnerom={['skjema', 'kontroll']}>
        {rad.utfall === 'AVVIK' && rad.oppfolging === null ? <OppfolgingSkjema key={`o ${nokkel}`} stikkproveId={rad.stikkproveId} nummer={rad.nummer} neste={neste} /> : null}
        {rad.oppfolging === null ? <ResultatSkjema key={`r ${nokkel}`} stikkproveId={rad.stikkproveId} nummer={rad.nummer} neste={neste} utfall={rad.utfall} slag={rad.slag} merknad={rad.merknad} /> : null}
      </Tekster>
    </Felt>
  );
}

export default async function StikkproveSide({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_KONTROLL');
  const id = parseId<KjoringId>((await params).id);
  const prove = id === null ? null : await withKommune(okt, (tx) => visProve(tx, id));
  if (!prove) notFound();
  const t = await getTranslations('kontroll');
  const { hode, rader } = prove;
  const skriver = harTilgang(okt, 'REGISTRER_KONTROLL');
  const onsket = ettFelt(await searchParams, 'besok');
  const valgt = skriver ? rader.find((r) => String(r.nummer) === onsket) : undefined;
  const neste = rader.find((r) => r.utfall === null && r.nummer !== valgt?.nummer);
  return (
    <>
      <Smuler sti={[{ tekst: t('fane.stikkprover'), href: STI }, { tekst: t('prove.nr', { nr: hode.id }) }]} />
      <Sidehode tittel={t('prove.status', { kontrollert: hode.kontrollert, antall: hode.antall, avvik: hode.avvik })} over={hode.enhet} under={t('prove.trukketUnder')} />
      <Provefakta hode={hode} />
      {valgt ? <Ettbesok rad={valgt} neste={neste ? `${STI}/${hode.id}?besok=${neste.nummer}` : `${STI}/${hode.id}`} /> : null}
      <Felt tittel={t('prove.besokene')}>
        <Proverader rader={rader} tittel={t('prove.besokene')} kanSkrive={skriver} folg={false} />
      </Felt>
    </>
  );
}
