import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Arshistorikk, Trinnhistorikk, Veksthistorikk } from '#components/ressurskrevende/historikk.tsx';
import { Arkmerke } from '#components/ressurskrevende/parametervarsel.tsx';
import { Ressursfaner } from '#components/ressurskrevende/ressursfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { Felt } from '#components/ui/felt.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { hentHistorikk } from '#lib/toppfinansiering/historikk-service.ts';
import type { Historikkside } from '#lib/toppfinansiering/historikk-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ressursregning'))('historikk.tittel') };
}

async function overskrift(side: Historikkside): Promise<string> {
  const t = await getTranslations('ressursregning.historikk');
  const siste = side.vekst.perAr.at(-1);
  const kr = (belop: number): string => belopTekst(belop, 'hele', true, true);
  if (siste) return t('funn', { ar: String(siste.ar), fra: String(side.ar.at(-2)?.ar ?? siste.ar - 1), endring: kr(siste.endringOre), antall: kr(siste.antallOre), pris: kr(siste.prisOre) });
  const [ett] = side.ar;
  return ett ? t('funnEtt', { ar: String(ett.ar) }) : t('tittel');
}

export default async function HistorikkSide() {
  const okt = await krevOkt('SE_RESSURSKREVENDE');
  const [t, r] = [await getTranslations('ressursregning.historikk'), await getTranslations('ressurskrevende')];
  const side = await hentHistorikk(okt, harTilgang(okt, 'SE_RESSURSKREVENDE_MOTTAKER'));
  return (
    <>
      <Sidehode tittel={await overskrift(side)} under={t('under')} />
      <Ressursfaner her="historikk" />
      <Arkmerke tilskuddsar={side.ar.filter((a) => !a.bekreftet).map((a) => a.ar + 1)} />
      <div className="stabel-luft">
        {side.navngitt ? null : <Varsel>{r('bareSummer')}</Varsel>}
        {side.ar.length === 0 ? <TomTilstand tekst={t('ingen')} /> : (
          <>
            <Felt tittel={t('vekst')}>
              <p className="liten dempet">{t('regel')}</p>
              <Arshistorikk side={side} />
              <Veksthistorikk side={side} />
            </Felt>
            {side.navngitt ? (
              <Felt tittel={t('fordeling')}>
                <Trinnhistorikk side={side} />
              </Felt>
            ) : null}
          </>
        )}
      </div>
    </>
  );
}
