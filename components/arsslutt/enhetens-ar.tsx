import { getTranslations } from 'next-intl/server';
import { tidspunkt } from '#components/sak/tidspunkt.ts';
import { Felt } from '#components/ui/felt.tsx';
import { Rad, Tabell, TallCelle } from '#components/ui/tabell.tsx';
import { Belop, belopTekst } from '#components/ui/tall.tsx';
import type { EnhetensAr } from '#lib/avvik/arsslutt-view.ts';
import { manedOgAr } from '#lib/core/manedsnavn.ts';

/** On the unit's page: the year's result so far, and what the unit took along from earlier years, with any dispensation. */
export async function EnhetensArDel({ ar }: { ar: EnhetensAr }) {
  const t = await getTranslations('arsslutt');
  const kr = (ore: number, fortegn = true): string => belopTekst(ore, 'ore', fortegn, true);
  return (
    <Felt tittel={t('enheten.tittel')}>
      <p className="liten">
        {ar.til === null ? t('enheten.ikkeAvregnet', { ar: String(ar.ar) }) : t('enheten.forelopig', { ar: String(ar.ar), til: manedOgAr(ar.til), belop: kr(ar.resultatOre) })}{' '}
        {ar.innOre === 0 ? null : t('enheten.medFraFor', { ar: String(ar.ar), belop: kr(ar.innOre) })} {ar.overforinger.length === 0 ? t('enheten.ingen') : null}
      </p>
      {ar.overforinger.length > 0 ? (
        <Tabell
          tittel={t('enheten.tabell')}
          kolonner={[{ tekst: t('enheten.ar') }, ...['resultat', 'overfores', 'inn', 'akkumulert'].map((k) => ({ tekst: t(`resultat.${k}`), tall: true })), { tekst: t('enheten.vedtatt') }, { tekst: t('enheten.dispensasjon') }]}
          bred
        >
          {ar.overforinger.map((o) => (
            <Rad key={o.ar}>
              <th scope="row">{o.ar}</th>
              <TallCelle><Belop ore={o.linje.resultatOre} fortegn /></TallCelle>
              <TallCelle><Belop ore={o.linje.overforesOre} fortegn /></TallCelle>
              <TallCelle dempet={o.linje.innOre === 0}><Belop ore={o.linje.innOre} fortegn /></TallCelle>
              <TallCelle sterk><Belop ore={o.linje.akkumulertOre} fortegn /></TallCelle>
              <td>{o.avgjort ? tidspunkt(o.avgjort).dato : '–'}</td>
              <td>
                {o.dispensasjon
                  ? t('enheten.dispensasjonTekst', {
                      belop: kr(o.dispensasjon.maksUnderskuddOre, false),
                      tid: o.dispensasjon.godkjent ? tidspunkt(o.dispensasjon.godkjent).dato : '',
                      navn: o.dispensasjon.godkjentAvNavn ?? '',
                      grunn: o.dispensasjon.grunn,
                    })
                  : '–'}
              </td>
            </Rad>
          ))}
        </Tabell>
      ) : null}
    </Felt>
  );
}
