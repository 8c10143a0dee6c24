import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AlleFeil } from '#components/filimport/feiltabell.tsx';
import { Importside } from '#components/filimport/importside.tsx';
import { Vurderingstabell } from '#components/ressurskrevende/postvurdering.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { parseId, type KjoringId } from '#lib/core/id.ts';
import {
  forkastImportHandling,
  formatHandling,
  gjentaImportHandling,
  glemVerdierHandling,
  kolonnerHandling,
  omfangHandling,
  taInnHandling,
  verdierHandling,
} from '#lib/toppfinansiering/actions-import.ts';
import { hentFeil, hentImport } from '#lib/toppfinansiering/ressurspost-import-service.ts';
import { hentPostvurdering } from '#lib/toppfinansiering/postvurdering-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';

const STI = '/ressurskrevende/import';
const FEIL_PER_SIDE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressursimport'))('import.tittel') };
}

export default async function ImportSide({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_RESSURSKREVENDE_MOTTAKER');
  const id = parseId<KjoringId>((await params).id);
  if (id === null) notFound();
  const sokefelt = await searchParams;
  const t = await getTranslations('ressursimport');
  const smuler = [{ tekst: t('tittel'), href: '/ressurskrevende' }, { tekst: t('import.tittel'), href: STI }];
  if (ettFelt(sokefelt, 'vis') === 'feil') {
    const side = sidetall(sokefelt);
    const bilde = await hentFeil(okt, id, { antall: FEIL_PER_SIDE, fra: (side - 1) * FEIL_PER_SIDE });
    if (!bilde) notFound();
    const antall = bilde.hode.antallFeil;
    return (
      <>
        <Smuler sti={[...smuler, { tekst: bilde.hode.filnavn, href: `${STI}/${id}` }, { tekst: t('import.feil') }]} />
        <Sidehode tittel={t('import.alleFeil', { antall, tall: formatHeltall(antall), fil: bilde.hode.filnavn })} />
        <AlleFeil feil={bilde.feil} />
        <Sidevelger sti={`${STI}/${id}`} sokefelt={sokefelt} side={side} perSide={FEIL_PER_SIDE} antall={antall} />
      </>
    );
  }
  const bilde = await hentImport(okt, id);
  if (!bilde) notFound();
  const vurdering = await hentPostvurdering(okt, id);
  const handlinger = harTilgang(okt, 'REGISTRER_RESSURSKREVENDE')
    ? { kolonner: kolonnerHandling, verdier: verdierHandling, glem: glemVerdierHandling, format: formatHandling, omfang: omfangHandling, taInn: taInnHandling, forkast: forkastImportHandling, gjenta: gjentaImportHandling }
    : null;
  return (
    <>
      <Smuler sti={[...smuler, { tekst: bilde.filnavn }]} />
      <Importside bilde={bilde} sti={STI} rom="ressursimport" handlinger={handlinger} />
      {vurdering ? <Vurderingstabell {...vurdering} /> : null}
    </>
  );
}
