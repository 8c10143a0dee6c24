import { getTranslations } from 'next-intl/server';
import { Lenke } from '#components/ui/lenke.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop } from '#components/ui/tall.tsx';
import type { Rolle } from '#lib/grunnlag/domain/rolle.ts';
import { enhetsadresse } from '#lib/oversikt/domain/enhetsadresse.ts';
import type { EnhetRad, Oversikt } from '#lib/oversikt/oversikt-view.ts';

/** Each unit's part of the deviation, and its own result: what it earned against what it cost. */
export async function Enhetstabell({ bilde, rolle }: { bilde: Oversikt; rolle: Rolle }) {
  const t = await getTranslations('oversikt');
  const sum = bilde.hittil;
  const kostnad = bilde.utforerOre === null ? null : bilde.enheter.reduce((s, e) => s + (e.kostnadOre ?? 0), 0);
  const kolonner = [
    { tekst: t('enhet') },
    ...[t('kolonne.avvik'), t('kolonne.volumOgMiks'), t('kolonne.pris'), t('kolonne.ramme'), t('kolonne.faktisk'), t('kolonne.kostnad'), t('kolonne.resultat')].map((tekst) => ({ tekst, tall: true })),
  ];
  return (
    <Tabell
      tittel={t('enhetene')}
      kolonner={kolonner}
      sum={
        <tr>
          <th scope="row">{t('sum')}</th>
          <Tall rad={{ ...sum, volumOgMiksOre: sum.volumOre + sum.miksOre, kostnadOre: kostnad, resultatOre: bilde.utforerOre === null ? null : -bilde.utforerOre }} />
        </tr>
      }
    >
      {bilde.enheter.map((enhet) => {
        const adresse = enhetsadresse(rolle, enhet.enhetId, bilde.maned);
        return (
          <Rad key={enhet.navn.join()}>
            <th scope="row">
              {adresse === null ? enhet.navn.join(', ') : <Lenke href={adresse}>{enhet.navn[0]}</Lenke>}
              {enhet.enhetId === null ? <span className="mikro dempet"> {t('samlet')}</span> : null}
            </th>
            <Tall rad={{ ...enhet, resultatOre: enhet.kostnadOre === null ? null : enhet.faktiskOre - enhet.kostnadOre }} />
          </Rad>
        );
      })}
    </Tabell>
  );
}

type Tallene = Pick<EnhetRad, 'budsjettOre' | 'faktiskOre' | 'volumOgMiksOre' | 'prisOre' | 'avvikOre' | 'kostnadOre'> & { readonly resultatOre: number | null };

function Tall({ rad }: { rad: Tallene }) {
  return (
    <>
      <TallCelle sterk>
        <Belop ore={rad.avvikOre} form="mill" fortegn />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.volumOgMiksOre} form="mill" fortegn />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.prisOre} form="mill" fortegn />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.budsjettOre} form="mill" />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.faktiskOre} form="mill" />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.kostnadOre} form="mill" />
      </TallCelle>
      <TallCelle>
        <Belop ore={rad.resultatOre} form="mill" fortegn />
      </TallCelle>
    </>
  );
}
