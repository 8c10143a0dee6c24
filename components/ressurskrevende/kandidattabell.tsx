import { getTranslations } from 'next-intl/server';
import { HvaDriver } from '#components/ressurskrevende/hva-driver.tsx';
import { Lenke } from '#components/ui/lenke.tsx';
import { Status } from '#components/ui/status.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Hvadriver } from '#lib/toppfinansiering/domain/drivere.ts';
import { type Kostnad, STOPPER_KRAV } from '#lib/toppfinansiering/domain/kostnad.ts';

/** What is missing, the ones that stop a claim first and in red. */
export async function Mangler({ mangler }: { mangler: Kostnad['mangler'] }) {
  const t = await getTranslations('ressurskrevende');
  if (mangler.length === 0) return <Status type="ok">{t('kandidat.komplett')}</Status>;
  return (
    <span className="stabel">
      {mangler.map((grunn) => (
        <span key={grunn} style={{ display: 'block' }}>
          <Status type={STOPPER_KRAV.includes(grunn) ? 'stopp' : 'mangler'}>{t(`mangel.${grunn}`)}</Status>
        </span>
      ))}
    </span>
  );
}

/** Recipients with their figures and what is missing. `innslagspunktOre` gives the distance to the threshold. */
export async function Kandidattabell({ tittel, rader, ar, innslagspunktOre, driver }: { tittel: string; rader: readonly Kostnad[]; ar: number; innslagspunktOre: number; driver: ReadonlyMap<number, Hvadriver> }) {
  const [t, r] = [await getTranslations('ressurskrevende.kandidat'), await getTranslations('ressursregning')];
  const tall = (tekst: string, bareBred = false) => ({ tekst, tall: true, bareBred });
  return (
    <Tabell
      tittel={tittel}
      kolonner={[{ tekst: t('mottaker') }, tall(t('fodt'), true), tall(t('lonn'), true), tall(t('fradrag'), true), tall(t('netto')), tall(t('fraGrensen'), true), tall(t('tilskudd'), true), { tekst: r('driver.tittel'), bareBred: true }, { tekst: t('mangler') }]}
    >
      {rader.map((k) => (
        <Rad key={k.fakta.mottakerId} kanVelges>
          <th scope="row">
            <Lenke href={`/ressurskrevende/mottaker/${k.fakta.mottakerId}?ar=${ar}`}>{k.fakta.pseudonym}</Lenke>
            <span className="bare-smal normal dempet"><HvaDriver driver={driver.get(k.fakta.mottakerId) ?? null} ar={ar} /></span>
          </th>
          <TallCelle bareBred>{k.fakta.fodselsar}</TallCelle>
          <TallCelle bareBred>
            <Belop ore={k.svar.ressursinnsatsOre} form="hele" />
          </TallCelle>
          <TallCelle bareBred>
            <Belop ore={k.svar.fradragOre} form="hele" />
          </TallCelle>
          <TallCelle sterk>
            <Belop ore={k.svar.nettoOre} form="hele" />
          </TallCelle>
          <TallCelle bareBred>
            <Belop ore={k.svar.nettoOre - innslagspunktOre} form="hele" fortegn />
          </TallCelle>
          <TallCelle bareBred>
            <Belop ore={k.svar.tilskuddOre} form="hele" />
          </TallCelle>
          <td className="bare-bred"><HvaDriver driver={driver.get(k.fakta.mottakerId) ?? null} ar={ar} /></td>
          <td>
            <Mangler mangler={k.mangler} />
          </td>
        </Rad>
      ))}
    </Tabell>
  );
}
