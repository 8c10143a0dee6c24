import { getTranslations } from 'next-intl/server';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { belopTekst } from '#components/ui/tall.tsx';
import { Varsel } from '#components/ui/varsel.tsx';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import { sumAv } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import { erUtenEtterberegning } from '#lib/stykkpris/domain/etterberegning.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

/** What a price with effect backwards posts in the next run, and what it can no longer reach. */
export async function Etterberegningen({ bilde }: { bilde: Verkstedbilde }) {
  const t = await getTranslations('stykkpris.etter');
  const e = bilde.etterberegning;
  if (erUtenEtterberegning(e)) return <p className="liten dempet">{t('ingen')}</p>;
  return (
    <div className="stabel">
      {e.apne.length > 0 ? <p className="liten ro">{t('apne', { fra: manedOgAr(e.apne[0] ?? bilde.valg.fraManed), til: manedOgAr(e.apne.at(-1) ?? bilde.valg.fraManed) })}</p> : null}
      {e.forbiFristen.length > 0 ? (
        <Varsel farge="warning" tittel={t('frist')}>
          {t('forbi', { maneder: e.forbiFristen.map(manedOgAr).join(', '), belop: belopTekst(e.forbiFristenOre, 'hele', true, true) })}
        </Varsel>
      ) : null}
      {e.apne.length > 0 ? (
        <Tabell tittel={t('tabell')} kolonner={[{ tekst: t('enhet') }, { tekst: t('differanse'), tall: true }]} tettere>
          {[...e.perEnhet].map(([kode, belop]) => (
            <Rad key={kode}>
              <th scope="row">{bilde.enheter.find((x) => x.kode === kode)?.navn ?? kode}</th>
              <TallCelle>{belopTekst(belop, 'hele', true)}</TallCelle>
            </Rad>
          ))}
          <SumRad>
            <th scope="row">{t('sum')}</th>
            <TallCelle>{belopTekst(sumAv(e.perEnhet), 'hele', true)}</TallCelle>
          </SumRad>
        </Tabell>
      ) : null}
    </div>
  );
}
