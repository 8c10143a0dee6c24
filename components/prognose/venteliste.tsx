import { getTranslations } from 'next-intl/server';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Antall, Belop, belopTekst } from '#components/ui/tall.tsx';
import type { Ventelistetall } from '#lib/oversikt/domain/ventende-plasser.ts';

/** Who waits for a place: what of it is in the forecast beyond the usual inflow, and what it would cost if all moved in now. */
export async function Venteliste({ tall, ar, iPrognosenOre }: { tall: Ventelistetall | null; ar: number; iPrognosenOre: number }) {
  const t = await getTranslations('venteprognose');
  if (tall === null) return <p className="liten">{t('skjult')}</p>;
  const iPrognosen = <p className="liten">{t(iPrognosenOre > 0 ? 'iPrognosen.flere' : iPrognosenOre < 0 ? 'iPrognosen.faerre' : 'iPrognosen.vanlig', { belop: belopTekst(iPrognosenOre, 'hele', true, true) })}</p>;
  if (tall.antall === 0) return <><p className="liten">{t('ingen')}</p>{iPrognosen}</>;
  const kr = tall.utenPris === tall.antall ? null : tall.ore;
  return (
    <>
      <Tabell
        tettere tittel={t('tittel')}
        kolonner={[{ tekst: t('plass') }, { tekst: t('venter'), tall: true }, { tekst: t('kr', { ar: String(ar) }), tall: true }]}
        sum={<SumRad><th scope="row">{t('alle')}</th><TallCelle><Antall antall={tall.antall} /></TallCelle><TallCelle sterk>{kr === null ? t('ukjent') : <Belop ore={kr} form="hele" fortegn />}</TallCelle></SumRad>}
      >
        {tall.typer.map((v) => (
          <Rad key={v.plasstype}>
            <th scope="row">{t(`type.${v.plasstype as 'LANGTID'}`)}</th>
            <TallCelle><Antall antall={v.antall} /></TallCelle>
            <TallCelle dempet={v.ore === null}>{v.ore === null ? t('ukjent') : <Belop ore={v.ore} form="hele" fortegn />}</TallCelle>
          </Rad>
        ))}
      </Tabell>
      {kr !== null && tall.utenPris > 0 ? <p className="mikro dempet">{t('utenPris', { antall: tall.utenPris })}</p> : null}
      {iPrognosen}
      <p className="mikro dempet">{t('hva')}</p>
    </>
  );
}
