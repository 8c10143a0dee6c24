import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { TildelSkjema } from '#components/plasser/plass-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { formatDato } from '#lib/core/format.ts';
import { parseId } from '#lib/core/id.ts';
import { visTildeling } from '#lib/oversikt/plassoversikt-service.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plasser'))('tittel') };
}

export default async function TildelSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('TILDEL_PLASS');
  const id = parseId((await params).id);
  const bilde = id === null || id > 2_000_000_000 ? null : await withKommune(okt, (tx) => visTildeling(tx, id));
  if (bilde === null) notFound();
  const { plass, venter } = bilde;
  const [t, alt] = await Promise.all([getTranslations('plasser.tildel'), getTranslations('plasser')]);
  const navn = { kode: plass.kode, enhet: plass.enhetNavn };
  return (
    <>
      <Smuler sti={[{ tekst: alt('tittel'), href: '/plasser' }, { tekst: `${plass.enhetNavn} ${plass.kode}` }]} />
      <Sidehode tittel={t('tittel', navn)} under={t('under', { type: alt(`type.${plass.plasstype}`), dato: formatDato(plass.ledigFra) })} />
      {venter.length === 0 ? (
        <TomTilstand tekst={t('ingen')} neste={<Lenke href="/plasser">{t('tilbake')}</Lenke>} />
      ) : (
        <Tekster navnerom={['skjema', 'plasser']}>
          <TildelSkjema
            meldingId={plass.id}
            fra={formatDato(plass.ledigFra)}
            valg={venter.map((v) => ({
              verdi: String(v.id),
              tekst: v.navn,
              om: t('valgOm', { prioritet: alt(`prioritet.p${v.prioritet}`), dager: v.dager, onsket: v.onsket === null ? '' : t('onsker', { sted: v.onsket }) }),
            }))}
          />
        </Tekster>
      )}
    </>
  );
}
