import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { Budsjettabell, Versjonstabell } from '#components/budsjett/budsjettabell.tsx';
import { Sidehode } from '#components/skall/sidehode.tsx';
import { ettFelt, type Sokefelt } from '#components/ui/adresse.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Utvalg } from '#components/ui/filterfelt.tsx';
import { KnappLenke } from '#components/ui/knapp.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { TomTilstand } from '#components/ui/tilstander.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { hentBudsjett } from '#lib/grunnlag/budsjett-service.ts';
import { harTilgang, krevOkt } from '#lib/server/okt.ts';
import { tolkSprak } from '#lib/server/sprak/sprak.ts';
import { lesKommune } from '#lib/server/transaksjon.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('budsjett'))('tittel') };
}

const mill = (ore: number): string => belopTekst(ore, 'mill', false, true);

export default async function BudsjettSide({ searchParams }: { searchParams: Promise<Sokefelt> }) {
  const okt = await krevOkt('SE_BUDSJETT');
  const t = await getTranslations('budsjett');
  const onsket = Number(ettFelt(await searchParams, 'ar') ?? Number.NaN);
  const sprak = tolkSprak(await getLocale());
  const side = await lesKommune(okt, (tx) => hentBudsjett(tx, onsket, sprak));
  const { ar, apent, gjeldende, versjoner } = side;
  const redigerer = harTilgang(okt, 'REDIGER_BUDSJETT');
  const endret = gjeldende.bestillerOre - side.originalOre;
  const funn = versjoner.length === 0 ? t('funn.ingen', { ar: String(ar) }) : endret === 0 ? t('funn.original', { ar: String(ar), belop: mill(gjeldende.bestillerOre) }) : t('funn.revidert', { ar: String(ar), belop: mill(gjeldende.bestillerOre), endring: belopTekst(endret, 'mill', true, true) });
  const eksport = `fra=${ar}-01&til=${ar}-12`;
  return (
    <>
      <Sidehode
        tittel={funn}
        under={t('under')}
        handlinger={redigerer && !apent ? <KnappLenke href={`/budsjett/ny?ar=${ar}`}>{t(versjoner.length === 0 ? 'start' : 'revider')}</KnappLenke> : undefined}
      />
      <Utvalg navn={t('velgAr')} valg={side.arene.map((a) => ({ tekst: String(a), href: `/budsjett?ar=${a}`, her: a === ar }))} />
      {apent ? (
        <Varsel farge="info" tittel={t(apent.status === 'FORESLATT' ? 'apentForeslatt' : 'apentUtkast')}>
          <Lenke href={`/budsjett/utkast/${apent.id}`}>{t('tilUtkast')}</Lenke>
        </Varsel>
      ) : null}
      {versjoner.length === 0 ? (
        <TomTilstand tekst={t('tomt')} />
      ) : (
        <div className="stabel-luft">
          <Felt tittel={t('versjoner')}>
            <Versjonstabell rader={versjoner} />
          </Felt>
          <Felt tittel={t('del.bestiller')}>
            <Budsjettabell tittel={t('del.bestiller')} rader={side.bestiller} />
          </Felt>
          <Felt tittel={t('del.poster')}>
            {side.poster.length === 0 ? <p className="liten dempet">{t('ingenPoster')}</p> : <Budsjettabell tittel={t('del.poster')} rader={side.poster.map((p) => ({ ...p, navn: t(`post.${p.post}`) }))} />}
          </Felt>
          <Felt tittel={t('del.enheter')}>
            <Budsjettabell tittel={t('del.enheter')} rader={side.enheter} />
          </Felt>
          {harTilgang(okt, 'SE_REGNSKAP') ? (
            <p className="liten">
              {(['BUDSJETT', 'ENHETSBUDSJETT'] as const).map((slag) => (
                <span key={slag}>
                  {t(`fil.${slag}`)}{' '}
                  <a className="ds-link" href={`/regnskap/eksport?slag=${slag}&${eksport}&format=csv`} download aria-label={`${t(`fil.${slag}`)} CSV`}>CSV</a>{' · '}
                  <a className="ds-link" href={`/regnskap/eksport?slag=${slag}&${eksport}&format=xlsx`} download aria-label={`${t(`fil.${slag}`)} XLSX`}>XLSX</a>
                  {redigerer ? <>{' · '}<Lenke href={`/regnskap/import?slag=${slag}`}>{t(`fil.inn${slag}`)}</Lenke></> : null}{'. '}
                </span>
              ))}
            </p>
          ) : null}
        </div>
      )}
    </>
  );
}
