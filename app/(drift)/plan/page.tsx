import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Dagsplan } from '#components/plan/dagsplan.tsx';
import { DraTilAnsatt } from '#components/plan/dra-til-ansatt.tsx';
import { Ukeplan } from '#components/plan/ukeplan.tsx';
import { UtenPlan } from '#components/plan/uten-plan.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, medFelt, sidetall } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { isoUke, leggTilDager, parseDato, ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato, formatHeltall, formatTimer } from '#lib/core/format.ts';
import { stor } from '#lib/core/manedsnavn.ts';
import { visPlan } from '#lib/oppdrag/plan-service.ts';
import type { Planvalg } from '#lib/oppdrag/plan-service.ts';
import { PLAN_PER_SIDE } from '#lib/oppdrag/plan-view.ts';
import type { Planside } from '#lib/oppdrag/plan-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('tittel') };
}

const tall = (tekst: string | undefined): number | null => (tekst !== undefined && /^[1-9]\d{0,8}$/.test(tekst) ? Number(tekst) : null);

function valgFra(q: Sokefelt): Planvalg {
  const ansatt = ettFelt(q, 'ansatt');
  return { enhetId: tall(ettFelt(q, 'enhet')), dag: parseDato(ettFelt(q, 'dag') ?? '') ?? iDag(), ansattId: ansatt === 'ingen' ? null : (tall(ansatt) ?? 'alle'), side: sidetall(q) };
}

export default async function PlanSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_PLAN');
  const q = await searchParams;
  const valg = valgFra(q);
  const [t, side] = await Promise.all([getTranslations('plan'), lesKommune(okt, (tx) => visPlan(tx, valg))]);
  if (side === null) return valg.enhetId === null ? <TomTilstand tekst={t('ingenEnhet')} /> : notFound();
  return (
    <Tekster navnerom={['skjema', 'plan']}>
      <div className="uke-side">
        <Hode side={side} q={q} />
        {side.enheter.length > 1 ? <Utvalg navn={t('enheter')} valg={side.enheter.map((e) => ({ tekst: e.navn, href: `/plan?enhet=${e.id}&dag=${side.dag}`, her: e.id === side.enhet.id }))} /> : null}
        <Meldingslinje />
        <UtenPlan side={side} />
        <Ukeplan side={side} q={q} />
        <Felt tittel={t('dagen')}>
          <Utvalg
            navn={t('dager')}
            valg={Array.from({ length: 7 }, (_, i) => leggTilDager(side.mandag, i)).map((dag) => ({ tekst: `${t(`kort.${ukedag(dag)}`)} ${kort(dag)}`, href: medFelt('/plan', q, { dag, side: undefined }), her: dag === side.dag }))}
          />
          {side.ansattId === 'alle' ? null : (
            <p className="liten">
              {side.ansattId === null ? t('ingen') : (side.ansatte.find((a) => a.kontoId === side.ansattId)?.navn ?? '')} · <Lenke href={medFelt('/plan', q, { ansatt: undefined, side: undefined })}>{t('alle')}</Lenke>
            </p>
          )}
          <p className="mikro dempet bare-bred">{t('dra')}</p>
          {side.rader.length === 0 ? <TomTilstand tekst={t('tomDag')} /> : <Dagsplan side={side} />}
          <Sidevelger sti="/plan" sokefelt={q} side={side.side} perSide={PLAN_PER_SIDE} antall={side.antall} />
        </Felt>
        <DraTilAnsatt />
      </div>
    </Tekster>
  );
}

const kort = (dag: Dato): string => `${dag.slice(8, 10)}.${dag.slice(5, 7)}.`;

async function Hode({ side, q }: { side: Planside; q: Sokefelt }) {
  const t = await getTranslations('plan');
  const celler = side.uke.flatMap((r) => r.dager);
  const besok = celler.filter((d) => d.dag === side.dag).reduce((s, d) => s + d.besok, 0);
  const uten = side.uke.find((r) => r.kontoId === null)?.dager.find((d) => d.dag === side.dag)?.besok ?? 0;
  const uke = (dager: number) => medFelt('/plan', q, { dag: leggTilDager(side.dag, dager), side: undefined });
  return (
    <Sidehode
      tittel={t('funn', { dag: `${stor(t(`dag.${ukedag(side.dag)}`))} ${formatDato(side.dag)}`, besok, tall: formatHeltall(besok), uten })}
      over={
        <span className="ukevalg">
          <Lenke href={uke(-7)}>‹ {t('forrige', { uke: isoUke(leggTilDager(side.mandag, -7)).uke })}</Lenke>
          <Lenke href={uke(7)}>{t('neste', { uke: isoUke(leggTilDager(side.mandag, 7)).uke })} ›</Lenke>
          <Lenke href={medFelt('/plan', q, { dag: undefined, side: undefined })}>{t('idag')}</Lenke>
          <Lenke href="/uken">{t('tilUken')}</Lenke>
        </span>
      }
      under={t('under', { enhet: side.enhet.navn, uke: isoUke(side.mandag).uke, timer: formatTimer(celler.reduce((s, d) => s + d.minutter, 0)) })}
    />
  );
}
