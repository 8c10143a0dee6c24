import { getTranslations } from 'next-intl/server';
import { intervallTekst } from '#components/prognose/prognose-funn.ts';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import { brok } from '#lib/core/brok.ts';
import { formatProsent } from '#lib/core/format.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';
import type { PrognoseView } from '#lib/oversikt/prognose-view.ts';

/** What the method said earlier of the same year, beside what it says now. */
export async function Bomtabell({ bilde }: { bilde: PrognoseView }) {
  const t = await getTranslations('prognose');
  const lengst = bilde.tidligere.at(-1);
  return (
    <div className="grid gap-3">
      {lengst ? (
        <p>
          {t('vi.sa', {
            siden: lengst.siden,
            belop: belopTekst(lengst.aret.ore, 'mill', false, true),
            intervall: intervallTekst(lengst.aret),
            naa: belopTekst(bilde.sum.aret.ore, 'mill', false, true),
            endring: belopTekst(bilde.sum.aret.ore - lengst.aret.ore, 'mill', true),
          })}
        </p>
      ) : (
        <p>{t('vi.ingen')}</p>
      )}
      {bilde.tidligere.length > 0 ? (
        <Tabell
          tittel={t('vi.tabell')}
          kolonner={[{ tekst: t('vi.da') }, ...[t('vi.viSa'), t('kolonne.intervall'), t('vi.forskjell')].map((tekst) => ({ tekst, tall: true }))]}
        >
          {bilde.tidligere.map((da) => (
            <Rad key={da.maned}>
              <th scope="row">{t('vi.etter', { maned: manedOgAr(da.maned) })}</th>
              <TallCelle>
                <Belop ore={da.aret.ore} form="mill" />
              </TallCelle>
              <TallCelle dempet>{intervallTekst(da.aret)}</TallCelle>
              <TallCelle sterk>
                <Belop ore={bilde.sum.aret.ore - da.aret.ore} form="mill" fortegn />
              </TallCelle>
            </Rad>
          ))}
        </Tabell>
      ) : null}
      {bilde.snittbomPromille === null ? (
        <p className="liten dempet">{t('vi.forKort')}</p>
      ) : (
        <p className="liten">{t('vi.snitt', { antall: bilde.antallBom, prosent: formatProsent(brok(bilde.snittbomPromille, 1000)) })}</p>
      )}
      <p className="mikro dempet">{t('vi.metode')}</p>
    </div>
  );
}
