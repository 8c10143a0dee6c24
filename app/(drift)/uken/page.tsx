import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { Avklaringstabell } from '#components/utfort-tid/avklaringstabell.tsx';
import { dagTekst } from '#components/utfort-tid/dag-tekst.ts';
import { Dagtabell } from '#components/utfort-tid/dagtabell.tsx';
import { Meldingslinje } from '#components/utfort-tid/handling-knapp.tsx';
import { Hullarsaker, Planhullene } from '#components/utfort-tid/planhull.tsx';
import { UtenPlan } from '#components/utfort-tid/utenplan.tsx';
import { Ukehode } from '#components/utfort-tid/ukehode.tsx';
import { Ukestatus } from '#components/utfort-tid/ukestatus.tsx';
import { ettFelt, medFelt, sidetall } from '#components/ui/adresse.ts';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { Tekster } from '#components/ui/tekster.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { brok } from '#lib/core/brok.ts';
import { parseDato } from '#lib/core/dato.ts';
import { formatDato, formatHeltall, formatProsent, formatTimer } from '#lib/core/format.ts';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { maned } from '#lib/core/maned.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { mandag, parseUke, sondag } from '#lib/utfort-tid/domain/uke.ts';
import { visUke } from '#lib/utfort-tid/uke-service.ts';
import type { Ukevalg } from '#lib/utfort-tid/uke-service.ts';
import { BESOK_PER_SIDE, VISNINGER } from '#lib/utfort-tid/utfort-tid-view.ts';
import type { Ukeside } from '#lib/utfort-tid/utfort-tid-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('utfort-tid'))('uken.tittel') };
}

function valgFra(q: Sokefelt): Ukevalg {
  const uke = parseUke(ettFelt(q, 'uke') ?? '');
  const dag = parseDato(ettFelt(q, 'dag') ?? '');
  const enhet = ettFelt(q, 'enhet');
  return {
    uke,
    enhetId: enhet !== undefined && /^[1-9]\d{0,8}$/.test(enhet) ? Number(enhet) : null,
    visning: VISNINGER.find((en) => en === ettFelt(q, 'vis')) ?? 'alle',
    dag: uke !== null && dag !== null && dag >= mandag(uke) && dag <= sondag(uke) ? dag : null,
    side: sidetall(q),
  };
}

export default async function UkenSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_UKEN');
  const q = await searchParams;
  const valg = valgFra(q);
  const [t, side] = await Promise.all([getTranslations('utfort-tid'), visUke(okt, valg)]);
  if (side === null) return valg.enhetId === null ? <TomTilstand tekst={t('uken.ingenEnhet')} /> : notFound();
  return (
    <Tekster navnerom={['skjema', 'planhull']}>
      <div className="uke-side">
      <Ukehode side={side} enhet={ettFelt(q, 'enhet')} />
      {side.enheter.length > 1 ? (
        <Utvalg navn={t('uken.enheter')} valg={side.enheter.map((e) => ({ tekst: e.navn, href: `/uken?enhet=${e.id}&uke=${side.uke}`, her: e.id === side.enhet.id }))} />
      ) : null}
      {side.last ? <Varsel farge="warning">{t('uken.last', { frist: formatDato(side.frist) })}</Varsel> : null}
      {side.lukket.map((m) => (
        <Varsel key={m}>{t('uken.lukket', { maned: stor(manedOgAr(maned(m))) })}</Varsel>
      ))}
      <Meldingslinje />
      <div className="rad">
        <div className="s7">
          <Dagtabell side={side} q={q} />
          <p className="mikro dempet">
            {side.vedtattMinutter > 0
              ? t('uken.timer', {
                  vedtatt: formatTimer(side.vedtattMinutter),
                  registrert: formatTimer(side.registrertMinutter),
                  andel: formatProsent(brok(side.registrertMinutter, side.vedtattMinutter)),
                })
              : t('uken.timerUten', { registrert: formatTimer(side.registrertMinutter) })}{' '}
            {t(side.harPlan ? 'uken.planlagtAv' : 'uken.fordelt')}
          </p>
        </div>
        <div className="s5 stabel-luft">
          <Ukestatus side={side} />
          <Hullarsaker side={side} />
        </div>
      </div>
      <Planhullene side={side} q={q} />
      <UtenPlan side={side} />
      <Avklaringer side={side} valg={valg} q={q} />
      </div>
    </Tekster>
  );
}

async function Avklaringer({ side, valg, q }: { side: Ukeside; valg: Ukevalg; q: Sokefelt }) {
  const t = await getTranslations('utfort-tid');
  const tomt = side.besok.length === 0 && side.mangler.length === 0;
  const iHulltabellen = side.harPlan && valg.visning === 'mangler' && side.planhull.length > 0;
  return (
    <Felt tittel={t('uken.avklares')} ved={valg.dag === null ? undefined : <>{t('uken.bareDag', { dag: dagTekst(t as never, valg.dag) })} · <Lenke href={medFelt('/uken', q, { dag: undefined, side: undefined })}>{t('uken.heleUken')}</Lenke></>}>
      <Utvalg
        navn={t('uken.utvalg')}
        valg={VISNINGER.map((en) => ({
          tekst: t(en === 'mangler' && side.harPlan ? 'uken.visPlan' : `uken.vis.${en}`, { antall: formatHeltall(side.antall[en]) }),
          href: medFelt('/uken', q, { uke: side.uke, vis: en === 'alle' ? undefined : en, side: undefined }),
          her: valg.visning === en,
        }))}
      />
      {iHulltabellen ? null : tomt ? <TomTilstand tekst={t(valg.visning === 'alle' ? 'uken.ingenAvklaring' : 'uken.tomListe')} /> : <Avklaringstabell side={side} gruppert={valg.visning !== 'kvittert'} />}
      {valg.visning === 'alle' && side.mangler.length > 0 && side.manglerHos > side.mangler.length ? (
        <p className="liten">
          <Lenke href={medFelt('/uken', q, { uke: side.uke, vis: 'mangler', side: undefined })}>{t('uken.visMangler', { antall: formatHeltall(side.manglerHos) })}</Lenke>
        </p>
      ) : null}
      <Sidevelger sti="/uken" sokefelt={q} side={valg.side} perSide={BESOK_PER_SIDE} antall={valg.visning === 'mangler' ? side.manglerHos : side.besokTotalt} />
    </Felt>
  );
}
