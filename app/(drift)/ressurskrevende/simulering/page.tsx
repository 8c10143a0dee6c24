import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Arkmerke } from '#components/ressurskrevende/parametervarsel.tsx';
import { LeggTil } from '#components/ressurskrevende/simulering/legg-til.tsx';
import { Risikoplott, Risikotabell } from '#components/ressurskrevende/simulering/risikotabell.tsx';
import { Simuleringsfaner } from '#components/ressurskrevende/simulering/simuleringsfaner.tsx';
import { Utformingsplott } from '#components/ressurskrevende/simulering/utformingsplott.tsx';
import { Utformingstabell } from '#components/ressurskrevende/simulering/utformingstabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import type { Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { formatHeltall } from '#lib/core/format.ts';
import { krevOkt } from '#lib/server/okt.ts';
import { lesKommune, withKommune } from '#lib/server/transaksjon.ts';
import { hentSimulering } from '#lib/toppfinansiering/simulering-service.ts';
import { adresse, lesNy, lesValg, medGrunnlag, simuleringsfunn, SIMULERING_STI, type Simuleringsside } from '#lib/toppfinansiering/simulering-view.ts';

interface Props {
  searchParams: Promise<Sokefelt>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('simulering'))('tittel') };
}

async function overskrift(side: Simuleringsside): Promise<string> {
  const t = await getTranslations('simulering');
  const funn = simuleringsfunn(side);
  const form = side.valg.grunnlag === 'egne' ? 'hele' : 'mill';
  const belop = (ore: number): string => belopTekst(ore, form, true, true);
  if (!funn) return t('funn.ingen');
  return funn.antall === 1 ? t('funn.en', { belop: belop(funn.lavestOre) }) : t('funn.flere', { antall: String(funn.antall), fra: belop(funn.lavestOre), til: belop(funn.hoyestOre) });
}

/** Whose recipients, and what is known of them. */
async function Grunnlag({ side }: { side: Simuleringsside }) {
  const t = await getTranslations('simulering');
  const { valg, egne } = side;
  const mulige = egne ? (['2014', '2013', 'egne'] as const) : (['2014', '2013'] as const);
  return (
    <div className="stabel pb-4">
      <Utvalg navn={t('grunnlag.velg')} valg={mulige.map((en) => ({ tekst: t(`grunnlag.${en}`, { ar: String(egne?.regnskapsar ?? '') }), href: medGrunnlag(valg, en), her: valg.grunnlag === en }))} />
      <p className="liten ro">
        {t(`grunnlag.om${valg.grunnlag}`, { innslagspunkt: formatHeltall(side.innslagspunktOre / 100), ar: String(egne?.regnskapsar ?? ''), versjon: String(egne?.versjon ?? '') })}{' '}
        {egne ? '' : t('grunnlag.ikkeEgne')}
      </p>
      {valg.grunnlag === 'egne' && egne && !egne.bekreftet ? <><Arkmerke tilskuddsar={[egne.regnskapsar + 1]} /><Varsel farge="warning" tittel={t('ikkeBekreftet')} /></> : null}
      {valg.ukjente > 0 ? <Varsel farge="warning" tittel={t('ukjente', { antall: valg.ukjente })} /> : null}
    </div>
  );
}

async function Merknader({ side }: { side: Simuleringsside }) {
  const t = await getTranslations('simulering');
  const typer = [...new Set(side.valg.koder.map((kode) => kode.split('_')[0] ?? ''))].filter((type) => t.has(`merknad.${type}`));
  return (
    <ul className="liten ro list-disc pl-5 pt-3">
      {['UENDRET', 'RISIKO', ...(side.valg.grunnlag === 'egne' ? ['EGNE'] : []), ...typer].map((nokkel) => (
        <li key={nokkel}>{t(`merknad.${nokkel}`)}</li>
      ))}
    </ul>
  );
}

export default async function SimuleringSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_SIMULERING');
  const t = await getTranslations('simulering');
  const sok = await searchParams;
  const valg = lesValg(sok);
  const ny = lesNy(sok, valg);
  if (ny?.ok) redirect(ny.til);
  const side = valg.grunnlag === 'egne' ? await withKommune(okt, (tx) => hentSimulering(tx, valg)) : await lesKommune(okt, (tx) => hentSimulering(tx, valg));
  if (!side) {
    return (
      <>
        <Sidehode tittel={t('ingenEgne')} />
        <TomTilstand tekst={t('ingenEgneOm')} neste={<Lenke href={medGrunnlag(valg, '2014')}>{t('tilLandet')}</Lenke>} />
      </>
    );
  }
  return (
    <>
      <Simuleringsfaner her="simulering" />
      <Sidehode
        tittel={await overskrift(side)}
        under={t('under')}
        handlinger={
          side.harKontroll ? (
            <a className="ds-button" data-variant="secondary" href={adresse(valg, `${SIMULERING_STI}/kontroll`)} download>
              {t('lastNed')}
            </a>
          ) : undefined
        }
      />
      <Grunnlag side={side} />
      <div className="rad">
        <Felt tittel={t('utformingene')} className="s12" ved={valg.koder.length > 0 ? <Lenke href={adresse({ grunnlag: valg.grunnlag, koder: [] })}>{t('fjernAlle')}</Lenke> : undefined}>
          <Utformingstabell side={side} />
        </Felt>
        <Felt tittel={t('plott.overskrift')} className="s6">
          <Utformingsplott side={side} />
          <Merknader side={side} />
        </Felt>
        <Felt tittel={t('nyUtforming')} className="s6">
          <LeggTil valg={valg} avslag={ny} innslagspunktKr={side.innslagspunktOre / 100} innbyggere={valg.grunnlag === 'egne' ? (side.egne?.innbyggere ?? null) : null} />
        </Felt>
        {side.grupper.length > 0 ? (
          <Felt tittel={t('risiko.tittel')} className="s12">
            <p className="liten ro">{t('risiko.om')}</p>
            <Risikotabell side={side} />
            <Risikoplott side={side} />
          </Felt>
        ) : null}
      </div>
    </>
  );
}
