import { getTranslations } from 'next-intl/server';
import { Fossefall } from '#components/plott/fossefall.tsx';
import { Soyler } from '#components/plott/soyler.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop, belopTekst } from '#components/ui/tall.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import type { Historikkar, Historikkside } from '#lib/toppfinansiering/historikk-view.ts';

const ORE_PER_MILL = 100_000_000;
const akse = (fortegn: boolean) => (verdi: number) => belopTekst(Math.round(verdi * ORE_PER_MILL), 'mill', fortegn);
const tall = (tekst: string, bareBred = false) => ({ tekst, tall: true, bareBred });

async function Kilde({ rad }: { rad: Historikkar }) {
  const [t, r] = [await getTranslations('ressursregning.historikk'), await getTranslations('ressurskrevende')];
  return (
    <>
      {rad.krav ? <Lenke href={`/ressurskrevende/krav/${rad.krav.id}`}>{t('kravet', { versjon: rad.krav.versjon, status: r(`krav.status.${rad.krav.status}`) })}</Lenke> : t(rad.kilde === 'PROGNOSE' ? 'prognose' : 'regnet')}
      {rad.mangler > 0 ? <span className="blokk"><Status type="mangler">{r('krav.stopper', { antall: rad.mangler })}</Status></span> : null}
      {rad.bekreftet ? null : <span className="blokk"><Status type="varsel">{t('ubekreftet')}</Status></span>}
    </>
  );
}

/** Year by year: recipients, net cost, cost per recipient, and the change split in the two. */
export async function Arshistorikk({ side }: { side: Historikkside }) {
  const t = await getTranslations('ressursregning.historikk');
  const { samlet, perAr } = side.vekst;
  return (
    <Tabell
      tittel={t('vekst')}
      kolonner={[{ tekst: t('ar') }, { tekst: t('kilde'), bareBred: true }, tall(t('mottakere')), tall(t('netto')), tall(t('per'), true), tall(t('tilskudd'), true), tall(t('endring'), true), tall(t('avAntall'), true), tall(t('avPris'), true)]}
      sum={samlet ? (
        <SumRad>
          <th scope="row">{`${side.ar[0]?.ar ?? ''}–${samlet.ar}`}</th>
          <td className="bare-bred" />
          <TallCelle />
          <TallCelle />
          <TallCelle bareBred />
          <TallCelle bareBred />
          <TallCelle bareBred><Belop ore={samlet.endringOre} form="hele" fortegn /></TallCelle>
          <TallCelle bareBred><Belop ore={samlet.antallOre} form="hele" fortegn /></TallCelle>
          <TallCelle bareBred><Belop ore={samlet.prisOre} form="hele" fortegn /></TallCelle>
        </SumRad>
      ) : null}
    >
      {side.ar.map((rad) => {
        const vekst = perAr.find((v) => v.ar === rad.ar);
        return (
          <Rad key={rad.ar} gammel={rad.kilde === 'PROGNOSE'}>
            <th scope="row">{rad.ar}<span className="bare-smal normal liten blokk"><Kilde rad={rad} /></span></th>
            <td className="bare-bred"><Kilde rad={rad} /></td>
            <TallCelle><Antall antall={rad.mottakere} /></TallCelle>
            <TallCelle><Belop ore={rad.nettoOre} form="hele" /></TallCelle>
            <TallCelle bareBred><Belop ore={Math.round(rad.nettoOre / rad.mottakere)} form="hele" /></TallCelle>
            <TallCelle bareBred><Belop ore={rad.tilskuddOre} form="hele" /></TallCelle>
            {(['endringOre', 'antallOre', 'prisOre'] as const).map((del) => (
              <TallCelle key={del} bareBred>{vekst ? <Belop ore={vekst[del]} form="hele" fortegn /> : null}</TallCelle>
            ))}
          </Rad>
        );
      })}
    </Tabell>
  );
}

/** From the first year to the last, by number and by cost per recipient. */
export async function Veksthistorikk({ side }: { side: Historikkside }) {
  const t = await getTranslations('ressursregning.historikk');
  const [{ samlet }, [forste]] = [side.vekst, side.ar];
  if (!samlet || !forste) return null;
  const mill = (belop: number): string => belopTekst(belop, 'mill', true, true);
  return (
    <Fossefall
      tittel={t('plott', { fra: String(forste.ar), til: String(samlet.ar), antall: mill(samlet.antallOre), pris: mill(samlet.prisOre) })}
      figurtekst={t('plottUnder')}
      start={{ navn: String(forste.ar), verdi: samlet.fraOre / ORE_PER_MILL }}
      ledd={[{ navn: t('leddAntall'), verdi: samlet.antallOre / ORE_PER_MILL }, { navn: t('leddPris'), verdi: samlet.prisOre / ORE_PER_MILL }]}
      slutt={{ navn: String(samlet.ar) }}
      format={akse(false)}
      formatEndring={akse(true)}
    />
  );
}

/** Recipients per 50 000 kr above each year's threshold: the newest against the one before, and every year in the table. */
export async function Trinnhistorikk({ side }: { side: Historikkside }) {
  const t = await getTranslations('ressursregning.historikk');
  const arene = side.ar.flatMap((a) => (a.trinn ? [{ ar: a.ar, trinn: a.trinn }] : []));
  const [siste, forrige] = [arene.at(-1), arene.at(-2)];
  if (!siste) return null;
  const etikett = (i: number): string => (i === siste.trinn.length - 1 ? t('over', { fra: formatHeltall(i * 50) }) : `${formatHeltall(i * 50)}–${formatHeltall((i + 1) * 50)}`);
  const brukte = siste.trinn.flatMap((_, i) => (arene.some((a) => (a.trinn[i] ?? 0) > 0) ? [i] : []));
  return (
    <>
      <p className="liten dempet">{t('fordelingOm')}</p>
      <Soyler
        tittel={t('plottFordeling', { ar: String(siste.ar) })}
        figurtekst={forrige ? t('figur', { forrige: String(forrige.ar) }) : t('figurEn')}
        soyler={siste.trinn.map((verdi, i) => ({ etikett: `${formatHeltall(i * 50)}${i === siste.trinn.length - 1 ? '+' : ''}`, verdi, ...(forrige ? { maal: forrige.trinn[i] ?? 0 } : {}) }))}
        format={(n) => formatHeltall(Math.round(n))}
        verdinavn={String(siste.ar)}
        {...(forrige ? { maalnavn: String(forrige.ar) } : {})}
        bredde={900}
        hoyde={180}
      />
      <Tabell tittel={t('fordeling')} tettere kolonner={[{ tekst: t('trinn') }, ...arene.map((a) => tall(String(a.ar)))]}>
        {brukte.map((i) => (
          <Rad key={i}>
            <th scope="row">{etikett(i)}</th>
            {arene.map((a) => <TallCelle key={a.ar}><Antall antall={a.trinn[i] ?? 0} /></TallCelle>)}
          </Rad>
        ))}
      </Tabell>
    </>
  );
}
