import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { Bebodd, Tom } from '#components/opphold/plasshandlinger.tsx';
import { Plasshistorie, Tomromtabell } from '#components/opphold/plasshistorie.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { parseId } from '#lib/core/id.ts';
import { formatDato } from '#lib/core/format.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { visPlass } from '#lib/utfort-tid/opphold-service.ts';

// No name in the title: it would stand in the browser's history.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('opphold'))('tittel') };
}

export default async function PlassSide({ params }: { params: Promise<{ id: string }> }) {
  const okt = await krevOkt('SE_OPPHOLD');
  const id = parseId((await params).id);
  if (id === null || id > 2_000_000_000) notFound();
  const [t, felles] = await Promise.all([getTranslations('opphold'), getTranslations('felles')]);
  const plass = await withKommune(okt, (tx) => visPlass(tx, id));
  if (plass === null) notFound();
  const dag = iDag();
  const bor = plass.opphold.find((o) => o.ut === null);
  const borte = bor?.fravar.some((f) => f.tom === null && !f.trukket) === true;
  const leder = harTilgang(okt, 'MELD_LEDIG');
  const ute = plass.tom !== null && plass.tom < dag;
  const funn = bor
    ? t(borte ? 'side.borte' : 'side.bor', { navn: mottakerTekst(felles, bor), kode: plass.kode })
    : ute
      ? t('side.uteAvBruk', { kode: plass.kode })
      : plass.melding === null
        ? t('side.tom', { kode: plass.kode })
        : plass.melding.tildeltFra === null
          ? t('side.ledig', { kode: plass.kode, dato: formatDato(plass.melding.ledigFra) })
          : t('side.tildelt', { kode: plass.kode, dato: formatDato(plass.melding.tildeltFra) });
  return (
    <>
      <Smuler sti={[{ tekst: t('tittel'), href: '/opphold' }, { tekst: plass.kode }]} />
      <Sidehode tittel={funn} under={t('side.under', { enhet: plass.enhetNavn, type: t(`plasstype.${plass.plasstype}`) })} />
      <Meldingslinje />
      <div className="stabel-luft">
        {bor ? <Bebodd plass={plass} iDag={dag} leder={leder} /> : ute ? null : <Tom plass={plass} iDag={dag} leder={leder} />}
        <Plasshistorie plass={plass} />
        <Tomromtabell tomrom={plass.tomrom} />
      </div>
    </>
  );
}
