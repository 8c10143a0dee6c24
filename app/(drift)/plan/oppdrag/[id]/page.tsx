import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { mottakerTekst } from '#components/oppdrag/mottaker-navn.ts';
import { IkkeUtfortSkjema, PlanradSkjema } from '#components/plan/planrad-skjema.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Smuler } from '#components/skall/smuler.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { HandlingKnapp, Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { leggTilDager, parseDato, ukedag } from '#lib/core/dato.ts';
import type { Dato } from '#lib/core/dato.ts';
import { formatDato, formatHeltall, formatVarighet } from '#lib/core/format.ts';
import { angreUnntakHandling, avsluttPlanradHandling } from '#lib/oppdrag/actions-plan.ts';
import { klokkeslett } from '#lib/oppdrag/domain/besoksplan.ts';
import { visPlanrad } from '#lib/oppdrag/plan-service.ts';
import type { Planbilde, Planrad } from '#lib/oppdrag/plan-view.ts';
import { iDag } from '#lib/server/clock.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { withKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('plan'))('tittel') };
}

const tall = (tekst: string | undefined): number | null => (tekst !== undefined && /^[1-9]\d{0,8}$/.test(tekst) ? Number(tekst) : null);

export default async function PlanradSide({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('REDIGER_PLAN');
  const [{ id }, q, t, felles, sprak] = await Promise.all([params, searchParams, getTranslations('plan'), getTranslations('felles'), getLocale()]);
  const oppdragId = tall(id);
  if (oppdragId === null) notFound();
  const dato = parseDato(ettFelt(q, 'dato') ?? '') ?? iDag();
  const bilde = await withKommune(okt, (tx) => visPlanrad(tx, oppdragId, tall(ettFelt(q, 'rad')), dato));
  if (bilde === null) notFound();
  const { hvem } = bilde;
  const differanse = bilde.planlagtMinutter - hvem.minutter;
  const tilbake = `/plan?dag=${dato}&enhet=${hvem.enhetId}`;
  return (
    <Tekster navnerom={['skjema', 'plan']}>
      <Smuler sti={[{ tekst: t('tittel'), href: tilbake }, { tekst: mottakerTekst(felles, hvem) }]} />
      <Sidehode
        tittel={t('rad.tittel', { navn: mottakerTekst(felles, hvem) })}
        under={t('rad.under', { tjeneste: sprak === 'nn' ? hvem.tjenesteNn : hvem.tjenesteNb, vedtak: hvem.vedtakNummer, vedtatt: formatVarighet(hvem.minutter), uker: hvem.perUker, planlagt: formatVarighet(Math.round(bilde.planlagtMinutter)) })}
      />
      <Meldingslinje />
      <div className="stabel-luft">
        <p className="liten">
          <Status type={differanse === 0 ? 'ok' : 'varsel'}>{differanse === 0 ? t('rad.likt') : t(differanse > 0 ? 'rad.over' : 'rad.mangler', { tid: formatVarighet(Math.round(Math.abs(differanse))) })}</Status>
        </p>
        <Fastplan bilde={bilde} />
        {bilde.rad === null ? null : <Dagen bilde={bilde} rad={bilde.rad} tilbake={tilbake} />}
        <Felt tittel={t(bilde.rad === null ? 'rad.ny' : 'rad.endre')}>
          <PlanradSkjema
            key={bilde.rad?.planId ?? 'ny'}
            tilbake={tilbake}
            ansatte={bilde.ansatte.map((a) => ({ verdi: String(a.kontoId), tekst: a.navn }))}
            start={{
              planId: bilde.rad?.planId ?? null,
              oppdragId,
              ukedag: String(bilde.rad?.ukedag ?? ukedag(dato)),
              start: bilde.rad === null ? '' : klokkeslett(bilde.rad.startMinutt),
              minutter: bilde.rad === null ? '' : String(bilde.rad.minutter),
              personer: String(bilde.rad?.personer ?? 1),
              ansattId: bilde.rad?.ansattId == null ? '' : String(bilde.rad.ansattId),
              oppgaver: [...(bilde.rad?.oppgaver ?? [])],
              fom: formatDato(dato),
              tom: '',
            }}
          />
          {bilde.rad === null ? null : (
            <HandlingKnapp handling={avsluttPlanradHandling} data={{ planId: bilde.rad.planId, fra: dato as string }} kvittering={t('rad.avsluttet')} variant="tertiary">
              {t('rad.avslutt', { dato: formatDato(dato) })}
            </HandlingKnapp>
          )}
        </Felt>
      </div>
    </Tekster>
  );
}

/** The row's own day in the week that is shown. */
function dagenI(dato: Dato, rad: Planrad): Dato {
  return rad.ukedag === null ? (rad.dato ?? dato) : leggTilDager(dato, rad.ukedag - ukedag(dato));
}

/** What holds for one day only. */
async function Dagen({ bilde, rad, tilbake }: { bilde: Planbilde; rad: Planrad; tilbake: string }) {
  const t = await getTranslations('plan');
  const dag = `${t(`dag.${ukedag(bilde.dato)}`)} ${formatDato(bilde.dato)}`;
  return (
    <Felt tittel={t('rad.bare', { dag })}>
      {bilde.unntak === null ? (
        <IkkeUtfortSkjema planId={rad.planId} dato={bilde.dato} tilbake={tilbake} />
      ) : (
        <p className="liten">
          <Status type="venter">{bilde.unntak.grunn === null ? t('endret') : t('ikkeUtfort', { grunn: t(`ikke.${bilde.unntak.grunn}`) })}</Status>{' '}
          <HandlingKnapp handling={angreUnntakHandling} data={{ planId: rad.planId, dato: bilde.dato as string }} kvittering={t('rad.angret')} variant="lenke">
            {t('rad.angre')}
          </HandlingKnapp>
        </p>
      )}
    </Felt>
  );
}

/** The order's whole week. */
async function Fastplan({ bilde }: { bilde: Planbilde }) {
  const t = await getTranslations('plan');
  if (bilde.rader.length === 0) return null;
  const ansatte = new Map(bilde.ansatte.map((a) => [a.kontoId, a.navn]));
  return (
    <Felt tittel={t('rad.faste')}>
      <Tabell
        tittel={t('rad.faste')}
        tettere
        kolonner={[{ tekst: t('kolonne.ukedag') }, { tekst: t('kolonne.kl') }, { tekst: t('kolonne.minutter'), tall: true }, { tekst: t('kolonne.ansatt'), bareBred: true }, { tekst: t('kolonne.oppgaver'), bareBred: true }, { tekst: t('kolonne.gjelder'), bareBred: true }, { tekst: '', navn: t('kolonne.handling') }]}
      >
        {bilde.rader.map((r) => {
          const naar = r.ukedag === null ? formatDato(r.dato ?? bilde.dato) : t(`dag.${r.ukedag}` as never);
          return (
            <tr key={r.planId} aria-current={r.planId === bilde.rad?.planId ? 'true' : undefined}>
              <th scope="row">
                {naar}
                {r.hver > 1 ? ` (${t('rad.hver', { n: r.hver })})` : ''}
              </th>
              <td className="tab">{klokkeslett(r.startMinutt)}</td>
              <TallCelle>{formatHeltall(r.minutter)}</TallCelle>
              <td className="bare-bred">{r.ansattId === null ? t('rad.ingenAnsatt') : (ansatte.get(r.ansattId) ?? '–')}</td>
              <td className="bare-bred liten">{r.oppgaver.map((o) => t(`oppgave.${o}`)).join(', ')}</td>
              <td className="bare-bred liten dempet">
                {t('rad.fra', { dato: formatDato(r.fom) })} {r.tom === null ? '' : t('rad.tilOgMed', { dato: formatDato(r.tom) })}
              </td>
              <td className="tall">
                <Lenke href={`/plan/oppdrag/${bilde.hvem.oppdragId}?rad=${r.planId}&dato=${dagenI(bilde.dato, r)}`} navn={t('endreNavn', { navn: naar, kl: klokkeslett(r.startMinutt) })}>
                  {t('endre')}
                </Lenke>
              </td>
            </tr>
          );
        })}
      </Tabell>
    </Felt>
  );
}
