import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Kontrollfaner } from '#components/kontroll/kontrollfaner.tsx';
import { Kvalitet } from '#components/kontroll/kvalitet.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { FilterValg, Filterfelt } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';
import { visKvalitet } from '#lib/utfort-tid/kontroll-service.ts';
import { andeler, type Kvalitetsside } from '#lib/utfort-tid/kontroll-view.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('kontroll'))('tittel') };
}

async function funn({ maneder }: Kvalitetsside): Promise<string> {
  const t = await getTranslations('kontroll.kvalitet');
  const [siste, for_] = [maneder.at(-1), maneder.at(-2)];
  const naa = siste ? andeler(siste).sammeDag : null;
  if (naa === null) return t('funn.ingen');
  const var_ = for_ ? andeler(for_).sammeDag : null;
  const tall = (promille: number): string => formatDesimal(brok(promille, 10), 1);
  return var_ === null ? t('funn.naa', { naa: tall(naa) }) : t('funn.endring', { naa: tall(naa), for: tall(var_) });
}

/** The registration's quality over time. */
export default async function KontrollSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_KONTROLL');
  const t = await getTranslations('kontroll');
  const onsket = Number(ettFelt(await searchParams, 'enhet') ?? Number.NaN);
  const side = await lesKommune(okt, (tx) => visKvalitet(tx, Number.isSafeInteger(onsket) ? onsket : null));
  return (
    <>
      <Sidehode tittel={await funn(side)} under={t('kvalitet.under')} />
      <Kontrollfaner her="kvalitet" gebyr={harTilgang(okt, 'SE_GEBYR')} filer={harTilgang(okt, 'SE_BESOKSIMPORT')} />
      {side.apneAvvik > 0 ? (
        <Varsel farge="warning" tittel={t('apneAvvik', { antall: side.apneAvvik })}>
          <Lenke href="/kontroll/stikkprover">{t('seAvvik')}</Lenke>
        </Varsel>
      ) : null}
      {side.enheter.length > 1 ? (
        <Filterfelt sti="/kontroll" aktivt={side.enhetId !== null}>
          <FilterValg navn="enhet" etikett={t('prove.enhet')} verdi={side.enhetId === null ? '' : String(side.enhetId)} tomt={t('alleEnheter')} valg={side.enheter.map((e) => ({ verdi: String(e.id), tekst: e.navn }))} />
        </Filterfelt>
      ) : null}
      {side.maneder.length === 0 ? <TomTilstand tekst={t('kvalitet.tom')} /> : <Kvalitet maneder={side.maneder} />}
    </>
  );
}
