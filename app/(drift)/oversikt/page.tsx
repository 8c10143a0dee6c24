import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Aretsplott, Hvorforplott } from '#components/oversikt/aretsplott.tsx';
import { Enhetstabell } from '#components/oversikt/enhetstabell.tsx';
import { HvaNaa } from '#components/oversikt/hva-naa.tsx';
import { kursfunn, oversiktFunn } from '#components/oversikt/oversikt-funn.ts';
import { Periodetabell } from '#components/oversikt/periodetabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt } from '#components/ui/adresse.ts';
import { Detaljer, Felt } from '#components/ui/felt.tsx';
import { Knapp } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { manedOgAr, stor } from '#lib/core/manedsnavn.ts';
import { parseManed } from '#lib/core/maned.ts';
import { hentOversikt } from '#lib/oversikt/oversikt-service.ts';
import { hentSkalltall } from '#lib/oversikt/skall-service.ts';
import { hentStyringsbilde } from '#lib/oversikt/styring-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversikt'))('tittel') };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OversiktSide({ searchParams }: Props) {
  const okt = await krevOkt('SE_OVERSIKT');
  const t = await getTranslations('oversikt');
  const onsket = ettFelt(await searchParams, 'maned');
  const { godkjenning } = await hentSkalltall(okt);
  const [bilde, styring] = await lesKommune(okt, async (tx) => {
    const oversikt = await hentOversikt(tx, onsket ? parseManed(onsket) : null);
    return [oversikt, oversikt ? await hentStyringsbilde(tx, okt, oversikt, godkjenning) : null] as const;
  });
  if (!bilde || !styring) {
    return (
      <>
        <Sidehode tittel={t('ingen')} />
        <TomTilstand tekst={t('ingenNeste')} neste={okt.rolle === 'controller' ? <Lenke href="/avregning">{t('tilAvregning')}</Lenke> : undefined} />
      </>
    );
  }
  const funn = oversiktFunn(bilde);
  // The newest month is asked of where the year ends; an earlier one of itself.
  const prognose = bilde.maned === bilde.maneder[0] && styring.prognose?.ar === bilde.ar ? styring.prognose : null;
  const kurs = prognose && kursfunn(prognose);
  const manedensfunn = t(`funn.${funn.nokkel}`, funn.verdier);
  const arsak = funn.ingress ? `${t(`ingress.${funn.ingress.nokkel}`, funn.ingress.verdier)} ${t('ingress.resten', funn.ingress.verdier)}` : undefined;
  return (
    <>
      <Sidehode
        stor
        over={t('over', { ar: String(bilde.ar), maned: manedOgAr(bilde.maned) })}
        tittel={kurs ? t(`kurs.${kurs.nokkel}`, kurs.verdier) : manedensfunn}
        ingress={kurs ? [manedensfunn, arsak].filter(Boolean).join(' ') : arsak}
        handlinger={
          <form action="/oversikt" className="flex items-end gap-2">
            <div className="grid gap-1">
              <label htmlFor="maned" className="mikro dempet">
                {t('velgManed')}
              </label>
              <select id="maned" name="maned" className="ds-input" defaultValue={bilde.maned}>
                {bilde.maneder.map((m) => (
                  <option key={m} value={m}>
                    {stor(manedOgAr(m))}
                  </option>
                ))}
              </select>
            </div>
            <Knapp type="submit" variant="secondary">
              {t('vis')}
            </Knapp>
          </form>
        }
      />
      <div className="rad">
        <Felt tittel={t('iRute')} className="s4">
          <Aretsplott bilde={bilde} prognose={kurs ? prognose : null} />
        </Felt>
        <Felt tittel={t('hvorfor')} className="s4">
          <p className="liten">{t('hvorforTekst', { avvik: belopTekst(bilde.hittil.avvikOre, 'mill', true, true) })} <Lenke href={`/avvik?maned=${bilde.maned}&periode=hittil`}>{t('tilAvvik')}</Lenke></p>
          <Hvorforplott bilde={bilde} />
        </Felt>
        <HvaNaa bilde={styring} avvik={`/avvik?maned=${bilde.maned}&periode=hittil`} enheter={bilde.enheter} sagt={kurs !== null} kanSette={harTilgang(okt, 'SETT_VARSELGRENSE')} kanVarsles={harTilgang(okt, 'VELG_VARSLER')} kanVelge={harTilgang(okt, 'SE_TILTAK')} />
        <Felt tittel={t('manedenOgAret')} className="s12">
          <Periodetabell bilde={bilde} />
        </Felt>
        <Felt tittel={t('enhetene')} className="s12">
          <Enhetstabell bilde={bilde} rolle={okt.rolle} />
          <p className="mikro dempet">{t('ingress.alt')}</p>
          <Detaljer tittel={t('forklaring.tittel')}>
            <ul className="liten ro">
              {(['volum', 'miks', 'pris', 'maned', 'resultat'] as const).map((nokkel) => (
                <li key={nokkel}>{t(`forklaring.${nokkel}`)}</li>
              ))}
            </ul>
          </Detaljer>
        </Felt>
      </div>
    </>
  );
}
