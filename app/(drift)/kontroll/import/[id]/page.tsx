import type { ReactNode } from 'react';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AlleFeil } from '#components/filimport/feiltabell.tsx';
import { Importside } from '#components/filimport/importside.tsx';
import { lagInnpassing } from '#components/mottak/innpassing.tsx';
import { lagPlaninnpassing, Planradliste } from '#components/mottak/planinnpassing.tsx';
import { Radliste } from '#components/mottak/radliste.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { parseId, type KjoringId } from '#lib/core/id.ts';
import { visPlanimport, visPlanimportrader } from '#lib/oppdrag/plan-import-service.ts';
import type { Okt } from '#lib/server/okt.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import {
  angreImportHandling,
  forkastImportHandling,
  formatHandling,
  gjentaImportHandling,
  glemVerdierHandling,
  kolonnerHandling,
  omfangHandling,
  taInnHandling,
  verdierHandling,
} from '#lib/utfort-tid/actions-mottak.ts';
import { visFeil, visImport, visMottakForFil, visMottaksrader } from '#lib/utfort-tid/mottak-service.ts';
import { erRadvalg } from '#lib/utfort-tid/mottak-view.ts';

const STI = '/kontroll/import';
const PER_SIDE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mottak'))('tittel') };
}

async function smuler(fil: string, id?: number): Promise<{ tekst: string; href?: string }[]> {
  const t = await getTranslations('mottak');
  return [{ tekst: t('tittel'), href: STI }, id === undefined ? { tekst: fil } : { tekst: fil, href: `${STI}/${id}` }];
}

async function Feilside({ okt, id, sokefelt }: { okt: Okt; id: number; sokefelt: Sokefelt }): Promise<ReactNode> {
  const t = await getTranslations('mottak');
  const side = sidetall(sokefelt);
  const bilde = await lesKommune(okt, (tx) => visFeil(tx, id, { antall: PER_SIDE, fra: (side - 1) * PER_SIDE }));
  if (!bilde) notFound();
  const antall = bilde.hode.antallFeil;
  return (
    <>
      <Smuler sti={[...(await smuler(bilde.hode.filnavn, id)), { tekst: t('feil') }]} />
      <Sidehode tittel={t('alleFeil', { antall, tall: formatHeltall(antall), fil: bilde.hode.filnavn })} />
      <AlleFeil feil={bilde.feil} />
      <Sidevelger sti={`${STI}/${id}`} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
    </>
  );
}

async function Radside({ okt, id, sokefelt }: { okt: Okt; id: number; sokefelt: Sokefelt }): Promise<ReactNode> {
  const t = await getTranslations('mottak');
  const [side, utfall] = [sidetall(sokefelt), ettFelt(sokefelt, 'utfall')];
  if (!erRadvalg(utfall)) notFound();
  const svar = await withKommune(okt, async (tx) => ({ imp: await visImport(tx, id), rader: await visMottaksrader(tx, id, utfall, { antall: PER_SIDE, fra: (side - 1) * PER_SIDE }) }));
  if (!svar.imp || !svar.rader) notFound();
  const { bilde, rader } = svar.rader;
  const antall = { NY: bilde.nye, ENDRET: bilde.endret, LIK: bilde.like, AVVIST: bilde.avvist, UTENFOR: bilde.utenfor }[utfall];
  return (
    <>
      <Smuler sti={[...(await smuler(svar.imp.filnavn, id)), { tekst: t(`utfall.${utfall}`) }]} />
      <Sidehode
        tittel={t('radtittel', { antall: formatHeltall(antall), utfall: t(`utfall.${utfall}`) })}
        under={t(`utfallhjelp.${utfall}`)}
        handlinger={
          <a className="ds-link" href={`${STI}/${id}/rader?utfall=${utfall}`} download>
            {t('lastNed')}
          </a>
        }
      />
      <Radliste rader={rader} />
      <Sidevelger sti={`${STI}/${id}`} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
    </>
  );
}

const PLANUTFALL = ['NY', 'LIK', 'SLUTT'] as const;

async function Planradside({ okt, id, sokefelt }: { okt: Okt; id: number; sokefelt: Sokefelt }): Promise<ReactNode> {
  const t = await getTranslations('planimport');
  const [side, onsket] = [sidetall(sokefelt), ettFelt(sokefelt, 'utfall')];
  const utfall = PLANUTFALL.find((u) => u === onsket);
  if (utfall === undefined) notFound();
  const svar = await withKommune(okt, async (tx) => ({ imp: await visImport(tx, id), plan: await visPlanimport(tx, id), rader: await visPlanimportrader(tx, id, utfall, { antall: PER_SIDE, fra: (side - 1) * PER_SIDE }) }));
  if (!svar.imp || !svar.plan) notFound();
  const antall = { NY: svar.plan.nye, LIK: svar.plan.like, SLUTT: svar.plan.slutt }[utfall];
  return (
    <>
      <Smuler sti={[...(await smuler(svar.imp.filnavn, id)), { tekst: t(`utfall.${utfall}`) }]} />
      <Sidehode tittel={t('radtittel', { antall: formatHeltall(antall), utfall: t(`utfall.${utfall}`) })} under={t(`utfallhjelp.${utfall}`, { fra: svar.plan.fra })} />
      <Planradliste rader={svar.rader} />
      <Sidevelger sti={`${STI}/${id}`} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={antall} />
    </>
  );
}

export default async function BesoksimportSide({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_BESOKSIMPORT');
  const id = parseId<KjoringId>((await params).id);
  if (id === null) notFound();
  const sokefelt = await searchParams;
  const vis = ettFelt(sokefelt, 'vis');
  if (vis === 'feil') return Feilside({ okt, id, sokefelt });
  if (vis === 'rader') return Radside({ okt, id, sokefelt });
  if (vis === 'plan') return Planradside({ okt, id, sokefelt });
  const svar = await lesKommune(okt, async (tx) => ({ bilde: await visImport(tx, id), mottak: await visMottakForFil(tx, id), plan: await visPlanimport(tx, id) }));
  const { bilde, mottak, plan } = svar;
  if (!bilde) notFound();
  const skriver = harTilgang(okt, 'TA_INN_BESOK');
  const handlinger = skriver
    ? { kolonner: kolonnerHandling, verdier: verdierHandling, glem: glemVerdierHandling, format: formatHandling, omfang: omfangHandling, taInn: taInnHandling, forkast: forkastImportHandling, gjenta: gjentaImportHandling }
    : null;
  const [fil, angre, feilfri] = [{ importId: id, sti: STI }, skriver ? angreImportHandling : null, bilde.antallFeil === 0];
  const innpass = bilde.slag === 'PLAN' ? await lagPlaninnpassing(feilfri ? plan : null, bilde.status, fil, angre) : await lagInnpassing(feilfri ? mottak : null, bilde.status, fil, angre);
  return (
    <>
      <Smuler sti={await smuler(bilde.filnavn)} />
      <Importside bilde={bilde} sti={STI} rom="mottak" handlinger={handlinger} innpass={innpass} />
    </>
  );
}
