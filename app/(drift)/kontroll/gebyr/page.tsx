import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Gebyrtabell } from '#components/gebyr/gebyrtabell.tsx';
import { Satser } from '#components/gebyr/satser.tsx';
import { Kontrollfaner } from '#components/kontroll/kontrollfaner.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, sidetall, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Filterfelt, FilterValg } from '#components/ui/filterfelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Sidevelger } from '#components/ui/sidevelger.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { forrige, leggTilManeder, manedFor, parseManed } from '#lib/core/maned.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { iDag } from '#lib/server/clock.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { withKommune } from '#lib/server/transaksjon.ts';
import { visGebyr } from '#lib/utfort-tid/gebyr-service.ts';
import type { Gebyrside } from '#lib/utfort-tid/gebyr-view.ts';

const STI = '/kontroll/gebyr';
const PER_SIDE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gebyr'))('tittel') };
}

async function funn({ rader, utenFaktura, maned }: Gebyrside): Promise<string> {
  const t = await getTranslations('gebyr');
  const sum = belopTekst(rader.reduce((n, r) => n + (r.grunnlag?.ore ?? 0), 0), 'hele');
  if (rader.length === 0) return t('funn.ingen', { maned: manedOgAr(maned) });
  if (utenFaktura) return t('funn.uten', { maned: manedOgAr(maned), sum });
  return t('funn.avvik', { maned: manedOgAr(maned), antall: rader.filter((r) => r.sammenligning !== 'LIK').length });
}

/** The month's fee basis, beside what was invoiced. */
export default async function GebyrSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_GEBYR');
  const t = await getTranslations('gebyr');
  const sprak = tolkSprak(await getLocale());
  const sokefelt = await searchParams;
  const siste = forrige(manedFor(iDag()));
  const maned = parseManed(ettFelt(sokefelt, 'maned') ?? '') ?? siste;
  const gebyr = await withKommune(okt, (tx) => visGebyr(tx, maned, 'SE_GEBYR'));
  const [side, skriver] = [sidetall(sokefelt), harTilgang(okt, 'SETT_GEBYR')];
  const maneder = Array.from({ length: 13 }, (_, i) => leggTilManeder(siste, 1 - i));
  const ubekreftet = gebyr.rader.some((r) => r.sats !== null && !r.bekreftet);
  return (
    <>
      <Sidehode tittel={await funn(gebyr)} under={t('under')} />
      <Kontrollfaner her="gebyr" gebyr filer={harTilgang(okt, 'SE_BESOKSIMPORT')} />
      {ubekreftet ? (
        <Varsel farge="warning" tittel={t('ubekreftet.tittel')}>
          {t('ubekreftet.tekst')}
        </Varsel>
      ) : null}
      <Filterfelt sti={STI}>
        <FilterValg navn="maned" etikett={t('kolonne.maned')} verdi={maned} tomt={manedOgAr(siste)} valg={maneder.filter((m) => m !== siste || m === maned).map((m) => ({ verdi: m, tekst: manedOgAr(m) }))} />
      </Filterfelt>
      {gebyr.rader.length === 0 ? (
        <TomTilstand tekst={t(gebyr.satser.length === 0 ? 'utenSatser' : 'tom')} />
      ) : (
        <>
          <Gebyrtabell rader={gebyr.rader.slice((side - 1) * PER_SIDE, side * PER_SIDE)} alle={gebyr.rader} utenFaktura={gebyr.utenFaktura} sprak={sprak} />
          <Sidevelger sti={STI} sokefelt={sokefelt} side={side} perSide={PER_SIDE} antall={gebyr.rader.length} />
          <p className="liten under-tabell">
            <a className="ds-link" href={`${STI}/eksport?maned=${maned}&format=csv`} download>
              {t('csv')}
            </a>
            {' · '}
            <a className="ds-link" href={`${STI}/eksport?maned=${maned}&format=xlsx`} download>
              {t('xlsx')}
            </a>
            {' · '}
            <Lenke href={`${STI}/import`}>{t('import.tittel')}</Lenke>
          </p>
        </>
      )}
      <Felt tittel={t('satser.tittel')}>
        <Satser satser={gebyr.satser} tjenester={gebyr.tjenester} skriver={skriver} sprak={sprak} />
      </Felt>
    </>
  );
}
