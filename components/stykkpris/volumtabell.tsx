import { getTranslations } from 'next-intl/server';
import { enhetsgrunnlagAdresse } from '#components/stykkpris/adresser.ts';
import { CelleFelt } from '#components/stykkpris/cellefelt.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, SumRad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { brok, brokFraDesimal, delt, NULL_BROK, sumBrok } from '#lib/core/brok.ts';
import type { Brok } from '#lib/core/brok.ts';
import { formatDesimal } from '#lib/core/format.ts';
import { INGEN_ORE } from '#lib/core/ore.ts';
import { sumAv } from '#lib/stykkpris/domain/kostnadsgrunnlag.ts';
import type { Verkstedbilde } from '#lib/stykkpris/verksted-view.ts';

/** Kroner per weighted unit with two decimals, or a dash where there is no volume. */
function perEnhet(kostnadOre: number, volum: Brok): string {
  return volum.t === 0n ? '–' : formatDesimal(delt(brok(kostnadOre, 100), volum), 2);
}

/** Step 2: the ledger's volume in the basis, weighted, and what a weighted unit cost. */
export async function Volumtabell({ bilde, redigerbar }: { bilde: Verkstedbilde; redigerbar: boolean }) {
  const t = await getTranslations('stykkpris.volum');
  const { kostnad, valg } = bilde;
  const basis = { fom: valg.grunnlagFom, tom: valg.grunnlagTom };
  const enheter = bilde.enheter.filter((e) => e.regnskapsmaneder > 0);
  const komponenter = bilde.komponenter.filter((k) => !k.harNivaer);
  const kolonner = [{ tekst: t('volum') }, { tekst: t('vekt'), tall: true }, ...enheter.map((e) => ({ tekst: e.navn, tall: true })), { tekst: t('sum'), tall: true }];
  const vektet = sumBrok(enheter.map((e) => e.vektet));
  return (
    <Tabell tittel={t('tittel')} kolonner={kolonner} tettere>
      {komponenter.map((k, nr) => (
        <Rad key={k.kode}>
          <th scope="row">{k.navn}</th>
          <td className="tall felt-i-celle">
            {redigerbar && nr > 0 ? <CelleFelt navn={`vekter.${k.kode}`} etikett={t('vektFor', { hva: k.navn })} bredde={76} /> : formatDesimal(brokFraDesimal(k.vekt), nr === 0 ? 0 : 4)}
          </td>
          {enheter.map((e) => (
            <TallCelle key={e.kode}>
              <Lenke href={`${enhetsgrunnlagAdresse(bilde.ordning.id, e.id, basis)}#volum`} navn={t('seVolum', { enhet: e.navn, hva: k.navn })}>
                {formatDesimal(e.volum.get(k.kode) ?? NULL_BROK, 0)}
              </Lenke>
            </TallCelle>
          ))}
          <TallCelle>{formatDesimal(sumBrok(enheter.map((e) => e.volum.get(k.kode) ?? NULL_BROK)), 0)}</TallCelle>
        </Rad>
      ))}
      <SumRad>
        <th scope="row">{t('vektet')}</th>
        <td />
        {enheter.map((e) => (
          <TallCelle key={e.kode}>{formatDesimal(e.vektet, 1)}</TallCelle>
        ))}
        <TallCelle>{formatDesimal(vektet, 1)}</TallCelle>
      </SumRad>
      <Rad>
        <th scope="row">{t('perVektet')}</th>
        <td />
        {enheter.map((e) => (
          <TallCelle key={e.kode} sterk>
            {perEnhet(kostnad.dekkesOre.get(e.kode) ?? INGEN_ORE, e.vektet)}
          </TallCelle>
        ))}
        <TallCelle sterk>{perEnhet(sumAv(kostnad.dekkesOre), vektet)}</TallCelle>
      </Rad>
    </Tabell>
  );
}
