import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { HentetSkjema, SvarSkjema, TrekkUtskrivning } from '#components/plasser/utskrivning-skjema.tsx';
import { osloKlokke } from '#components/plasser/utskrivningstabeller.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visUtskrivning } from '#lib/sak/utskrivning-service.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser.utskrivning'))('tittel') };
}

export default async function EnUtskrivning({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('TILDEL_PLASS');
  const id = parseId((await params).id);
  const u = id === null || id > 2_000_000_000 ? null : await withKommune(okt, (tx) => visUtskrivning(tx, id));
  if (u === null) notFound();
  const [t, alt] = await Promise.all([getTranslations('plasser.behandle'), getTranslations('plasser.utskrivning')]);
  const apen = u.hentet === null && !u.trukket;
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/plasser/utskrivning' }, { tekst: u.navn }]} />
      <Sidehode tittel={t('tittel', { navn: u.navn, sykehus: u.sykehus })} under={t('under', { tid: osloKlokke(u.meldtKlar.getTime()), dogn: u.dogn })} />
      <Meldingslinje />
      {apen ? (
        <Tekster navnerom={['skjema', 'plasser']}>
          <div className="stabel-luft">
            <SvarSkjema key={u.svar} id={u.id} svar={u.svar ?? ''} kanFra={u.kanFra === null ? '' : formatDato(u.kanFra)} tilbud={u.tilbud ?? ''} />
            <Felt tittel={t('hentetTittel')}>
              <HentetSkjema id={u.id} iDag={formatDato(iDag())} />
            </Felt>
            <Detaljer tittel={t('trekk')}>
              <TrekkUtskrivning id={u.id} />
            </Detaljer>
          </div>
        </Tekster>
      ) : (
        <Status type={u.trukket ? 'av' : 'ok'}>{u.trukket ? alt('trukket') : alt('hentet', { dato: u.hentet === null ? '' : formatDato(u.hentet) })}</Status>
      )}
    </>
  );
}
